import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { HalfDay, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { describe, expect, test } from 'vitest'
import {
  firstMonth,
  isMovable,
  mondayOf,
  monthOfSchedule,
  sessionsByDay,
  unscheduled,
  weekOfSchedule,
} from './schedule-month.ts'

const visit = (
  inspectionId: string,
  visitOn: string | null,
  halfDay: HalfDay | null,
  state: InspectionRow['state'] = 'scheduled',
) => ({ inspectionId, visitOn, halfDay, state }) as InspectionRow

const calendar: CalendarDay[] = [
  { day: '2026-08-22', kind: 'swapWork', name: 'Làm bù cho 31/8/2026', basis: 'thông báo', status: 'final' },
  { day: '2026-08-31', kind: 'swapOff', name: 'Nghỉ hoán đổi', basis: 'thông báo', status: 'final' },
]
const season = { from: '2026-07-01', to: '2026-11-30', today: '2026-08-17', calendar }

describe('a month of the schedule', () => {
  const weeks = monthOfSchedule(
    '2026-08',
    [visit('b', '2026-08-20', 'afternoon'), visit('a', '2026-08-20', 'morning')],
    season,
  )
  const day = (date: string) => weeks.flat().find((each) => each.date === date)

  test('runs from Monday to Sunday and holds the whole month', () => {
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks[0]?.[0]?.date).toBe('2026-07-27')
    expect(weeks.at(-1)?.at(-1)?.date).toBe('2026-09-06')
    expect(weeks.flat().filter(({ inMonth }) => inMonth)).toHaveLength(31)
  })

  test.each([
    ['2026-08-21', true],
    ['2026-08-22', true],
    ['2026-08-29', false],
    ['2026-08-31', false],
  ])('%s worked: %s', (date, working) => {
    expect(day(date)?.verdict.working).toBe(working)
  })

  test('shows the morning before the afternoon', () => {
    expect(day('2026-08-20')?.sessions.map(({ inspectionId }) => inspectionId)).toEqual(['a', 'b'])
  })

  test('marks what lies outside the period', () => {
    const july = monthOfSchedule('2026-07', [], season).flat()
    expect(july.find(({ date }) => date === '2026-06-30')?.inPeriod).toBe(false)
    expect(july.find(({ date }) => date === '2026-07-01')?.inPeriod).toBe(true)
  })
})

test('a cancelled visit and one without a day are not on the calendar', () => {
  const rows = [visit('a', '2026-08-20', 'morning', 'cancelled'), visit('b', null, null, 'planned')]
  expect(sessionsByDay(rows).size).toBe(0)
  expect(unscheduled(rows).map(({ inspectionId }) => inspectionId)).toEqual(['b'])
})

test.each([
  ['2026-05-01', '2026-07'],
  ['2026-09-15', '2026-09'],
  ['2027-01-05', '2026-11'],
])('on %s the schedule opens at %s', (today, month) => {
  expect(firstMonth({ ...season, today })).toBe(month)
})

test.each([
  ['2026-08-17', '2026-08-17'],
  ['2026-08-23', '2026-08-17'],
  ['2026-01-01', '2025-12-29'],
])('the week of %s begins on %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday)
})

test('a week is seven days of the schedule, whatever month they are in', () => {
  const week = weekOfSchedule('2026-08-31', [visit('a', '2026-09-01', 'morning')], season)
  expect(week.map(({ date }) => date.slice(5))).toEqual(['08-31', '09-01', '09-02', '09-03', '09-04', '09-05', '09-06'])
  expect(week[0]?.verdict.working).toBe(false)
  expect(week[1]?.sessions).toHaveLength(1)
  expect(week.every(({ inMonth }) => inMonth)).toBe(true)
})

test.each([
  ['planned', true],
  ['announced', true],
  ['visited', false],
  ['cancelled', false],
] as const)('a %s visit can be moved: %s', (state, movable) => {
  expect(isMovable({ state, stage: 'announced' })).toBe(movable)
})

test('a visit under way cannot be moved', () => {
  expect(isMovable({ state: 'announced', stage: 'visiting' })).toBe(false)
})
