import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { HalfDay, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { describe, expect, test } from 'vitest'
import { firstMonth, freeHalfDay, isMovable, monthOfSchedule, sessionsByDay, unscheduled } from './schedule-month.ts'

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
  ['morning', [], 'morning'],
  ['morning', ['morning'], 'afternoon'],
  ['afternoon', ['afternoon'], 'morning'],
  ['morning', ['morning', 'afternoon'], 'morning'],
] as const)('asked for the %s of a day with %j: %s', (asked, taken, offered) => {
  const sessions = taken.map((half, at) => visit(`other-${at}`, '2026-08-20', half))
  expect(freeHalfDay(asked, sessions, 'own')).toBe(offered)
})

test('a visit that is already there does not take its own half-day', () => {
  expect(freeHalfDay('morning', [visit('own', '2026-08-20', 'morning')], 'own')).toBe('morning')
})

test.each([
  ['planned', true],
  ['announced', true],
  ['visited', false],
  ['cancelled', false],
] as const)('a %s visit can be moved: %s', (state, movable) => {
  expect(isMovable({ state })).toBe(movable)
})
