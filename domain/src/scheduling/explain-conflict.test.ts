import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { busyAll, smallSeason, unit } from './cases/small-season.ts'
import { explainConflict } from './explain-conflict.ts'
import { fits, matchHalfDays } from './half-day-matching.ts'
import { partiesThatCanGo } from './parties.ts'
import type { SchedulingProblem } from './problem.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => unit(`U${index}`))
const seat = { key: 's', name: 'Trần Văn A', busy: busyAll('2026-08-17', '2026-08-21') }
const needs = [{ name: 'Thể chế', seatKeys: ['s'] }]

test('a season that fits has nothing to explain', () => {
  expect(explainConflict(smallSeason())).toBeNull()
  expect(explainConflict(smallSeason({ units: many(10) }))).toBeNull()
})

describe('names the smallest conflict and what would make room', () => {
  test.each<[string, Partial<SchedulingProblem>, string[], RegExp]>([
    [
      'notice',
      { noticeWorkingDays: 9 },
      ['báo trước cho đơn vị 9 ngày làm việc'],
      /Giảm thời gian báo trước từ 9 xuống 5 ngày/,
    ],
    [
      'buffer',
      { bufferWorkingDays: 5 },
      ['5 ngày làm việc dự phòng cuối đợt'],
      /Giảm dự phòng cuối đợt từ 5 xuống 4 ngày/,
    ],
    [
      'notice and buffer together',
      { noticeWorkingDays: 4, bufferWorkingDays: 3 },
      ['báo trước cho đơn vị 4 ngày làm việc', '3 ngày làm việc dự phòng cuối đợt'],
      /từ 4 xuống 2 ngày.*từ 3 xuống 1 ngày/,
    ],
    [
      'one visit a half-day',
      { units: many(11) },
      ['mỗi buổi một đơn vị (Đoàn đi chung một tổ)'],
      /Chia Đoàn thành 2 tổ/,
    ],
    [
      'a busy unit',
      { units: [unit('A'), unit('B', { busy: busyAll('2026-08-01', '2026-08-31') })] },
      ['lịch bận của Xã B'],
      /Đề nghị Xã B bỏ bận 1 buổi/,
    ],
    [
      'a busy person',
      { seats: [seat], needs },
      ['lịch bận của Trần Văn A'],
      /Bố trí để Trần Văn A đi được thêm 2 buổi/,
    ],
  ])('%s', (_, changes, rules, remedy) => {
    const conflict = explainConflict(smallSeason(changes))!
    expect(conflict.rules).toEqual(rules)
    expect(conflict.remedies.map(({ sentence }) => sentence).join(' ')).toMatch(remedy)
  })

  test('a period that is too short whatever else is given up', () => {
    const conflict = explainConflict(
      smallSeason({
        periodTo: '2026-08-17',
        periodFrom: '2026-08-17',
        calendar: [{ day: '2026-08-17', kind: 'holiday', name: 'Nghỉ', basis: 'thử', status: 'final' }],
      }),
    )!
    expect(conflict).toMatchObject({
      rules: [],
      leftOver: 2,
      sentence: expect.stringContaining('không đủ ngày làm việc'),
    })
  })
})

test('as many units are placed as any choice of half-days could place', () => {
  const half = fc.record({
    day: fc.integer({ min: 17, max: 19 }),
    halfDay: fc.constantFrom('morning' as const, 'afternoon' as const),
  })
  fc.assert(
    fc.property(fc.array(fc.array(half, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (busies) => {
      const units = busies.map((busy, index) =>
        unit(`U${index}`, {
          busy: busy.map(({ day, halfDay }) => ({ from: `2026-08-${day}`, to: `2026-08-${day}`, halfDay, reason: '' })),
        }),
      )
      const problem = smallSeason({ units, periodTo: '2026-08-19' })
      const { left, openings } = matchHalfDays(problem)
      const free = units.map(({ busy }) =>
        openings.map(({ date, half: of }) => !busy.some(({ from, halfDay }) => from === date && halfDay === of)),
      )
      const most = (index: number, taken: ReadonlySet<number>): number =>
        index === units.length
          ? 0
          : Math.max(
              most(index + 1, taken),
              ...openings.map((_, opening) =>
                free[index]![opening] && !taken.has(opening) ? 1 + most(index + 1, new Set([...taken, opening])) : 0,
              ),
            )
      expect(units.length - left.length).toBe(most(0, new Set()))
      expect(fits(problem)).toBe(left.length === 0)
    }),
    { numRuns: 40 },
  )
})

test.each([
  [[], 3, 3],
  [[['a']], 2, 1],
  [[['a', 'b']], 2, 2],
  [
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    2,
    2,
  ],
  [
    [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ],
    2,
    1,
  ],
  [[['a', 'b'], []], 2, 0],
])('needs %j let %i groups be %i', (needs, most, expected) => {
  expect(partiesThatCanGo(needs, most)).toBe(expected)
})
