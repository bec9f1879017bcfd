import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { readHolidayFile } from '../dates/holiday-file.ts'
import { askRefusal, type ExtensionStanding, extensionActions, newDateRefusal } from './extensions.ts'

const days = readHolidayFile(
  JSON.parse(readFileSync(new URL('../../../server/seed/vn-holidays.json', import.meta.url), 'utf8')),
)
const person = (role: Role, unitCode: string | null = '11383') => ({ roles: [role], unitCode })
const head = person('unit-head')
const standing = (changes: Partial<ExtensionStanding> = {}): ExtensionStanding => ({
  unitCode: '11383',
  inspectionState: 'announced',
  visitOn: '2026-07-15',
  sentAt: null,
  isOpen: false,
  today: '2026-07-08',
  ...changes,
})

describe('who may ask for more time, and when', () => {
  it.each([
    ['the head, in time', head, {}, null],
    ['the head, after the deadline', head, { today: '2026-07-13' }, null],
    ['an officer', person('unit-officer'), {}, 'not-permitted'],
    ['the head of another unit', person('unit-head', '10525'), {}, 'not-permitted'],
    ['the office', person('planner', '31-SNV'), {}, 'not-permitted'],
    ['on the day of the visit', head, { today: '2026-07-15' }, 'extension-not-possible'],
    ['after it was sent', head, { sentAt: '2026-07-08T02:00:00Z' }, 'extension-not-possible'],
    ['while another request waits', head, { isOpen: true }, 'extension-not-possible'],
    ['after the visit', head, { inspectionState: 'visited' }, 'extension-not-possible'],
    ['before the visit has a date', head, { visitOn: null }, 'extension-not-possible'],
  ] as const)('%s', (_, viewer, changes, code) => {
    expect(askRefusal(viewer, standing(changes))?.code ?? null).toBe(code)
  })

  it.each([
    ['head', head, false, ['ask']],
    ['head', head, true, ['withdraw']],
    ['head of another unit', person('unit-head', '10525'), true, []],
    ['officer', person('unit-officer'), true, []],
    ['planner', person('planner', '31-SNV'), true, ['prepare']],
    ['standing deputy', person('standing-deputy', '31-SNV'), true, ['decide']],
    ['leader', person('team-leader', null), true, ['decide']],
    ['standing deputy', person('standing-deputy', '31-SNV'), false, []],
    ['member', person('team-member', '31-STP'), true, []],
  ] as const)('%s may, open %#', (_, viewer, isOpen, expected) => {
    expect(extensionActions(viewer, standing({ isOpen }))).toEqual(expected)
  })
})

describe('which day may be the new deadline', () => {
  const question = { visitOn: '2026-07-15', dueOn: '2026-07-10', today: '2026-07-08' }
  it.each([
    ['2026-07-13', null],
    ['2026-07-14', null],
    ['2026-07-15', 'báo cáo phải có trước buổi kiểm tra'],
    ['2026-07-20', 'báo cáo phải có trước buổi kiểm tra'],
    ['2026-07-10', 'không muộn hơn hạn hiện nay'],
    ['2026-07-09', 'không muộn hơn hạn hiện nay'],
    ['2026-07-12', 'là ngày nghỉ'],
  ])('%s', (date, why) => {
    const refusal = newDateRefusal(date, question, days)
    if (why === null) expect(refusal).toBeNull()
    else {
      expect(refusal?.message).toContain(why)
      expect(refusal?.message).toContain('chậm nhất thứ Ba 14/07/2026')
    }
  })
  it('a day that has passed, and a deadline that cannot be put off at all', () => {
    const late = { ...question, today: '2026-07-14' }
    expect(newDateRefusal('2026-07-13', late, days)?.message).toContain('đã qua')
    const none = newDateRefusal('2026-07-14', { ...question, dueOn: '2026-07-14' }, days)
    expect(none?.message).toContain('phải dời buổi kiểm tra')
  })
})
