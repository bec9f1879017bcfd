import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { dayVerdict } from '../dates/working-days.ts'
import { askMoreTimeRefusal, dueDateAfterSendBack, moreTimeActions, newDueDateRefusal } from './more-time.ts'

const open = { unitCode: '11383', state: 'open', addresseeKind: 'unit', waitsForTime: false } as const

describe('who does what about more time', () => {
  it.each<[Role, string | null, Partial<typeof open> | object, string[]]>([
    ['unit-head', '11383', {}, ['ask']],
    ['unit-head', '11383', { state: 'sent-back' }, ['ask']],
    ['unit-head', '11383', { waitsForTime: true }, ['withdraw']],
    ['unit-head', '11383', { state: 'remedied' }, []],
    ['unit-head', '11383', { state: 'verified' }, []],
    ['unit-head', '11383', { addresseeKind: 'city' }, []],
    ['unit-head', '10525', {}, []],
    ['unit-officer', '11383', {}, []],
    ['planner', '31-SNV', { waitsForTime: true }, ['prepare']],
    ['standing-deputy', '31-SNV', { waitsForTime: true }, ['decide']],
    ['standing-deputy', '11383', { waitsForTime: true }, []],
    ['team-leader', null, { waitsForTime: true }, ['decide']],
    ['team-leader', null, {}, []],
    ['team-member', '31-STP', { waitsForTime: true }, []],
  ])('%s of %s, %o: %s', (role, unitCode, change, actions) => {
    const standing = { ...open, ...change }
    expect(moreTimeActions({ roles: [role], unitCode }, standing)).toEqual(actions)
    const refusal = askMoreTimeRefusal({ roles: [role], unitCode }, standing)
    expect(refusal === null).toBe(actions.includes('ask'))
  })
})

describe('the new date', () => {
  const holidays = [{ day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh', basis: '', status: 'final' } as const]
  it.each([
    ['2026-08-18', '2026-08-17', '2026-08-10', null],
    ['2026-08-17', '2026-08-17', '2026-08-10', 'không muộn hơn'],
    ['2026-08-22', '2026-08-17', '2026-08-10', 'là ngày nghỉ'],
    ['2026-09-02', '2026-08-17', '2026-08-10', 'là ngày nghỉ'],
    ['2026-08-19', '2026-08-17', '2026-08-20', 'đã qua'],
    ['2026-08-20', '2026-08-17', '2026-08-20', null],
  ])('%s after %s on %s: %s', (date, dueOn, today, why) => {
    const refusal = newDueDateRefusal(date, { dueOn, today }, holidays)
    expect(refusal?.message ?? null).toEqual(why === null ? null : expect.stringContaining(why))
  })

  it('after a send-back is a working day or the date that stands, never earlier, and leaves time', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, day, (dueOn, today) => {
        const next = dueDateAfterSendBack({ dueOn, today }, holidays)
        expect(next >= dueOn && next > today).toBe(true)
        if (next !== dueOn) expect(dayVerdict(next, holidays).working).toBe(true)
      }),
    )
  })
})
