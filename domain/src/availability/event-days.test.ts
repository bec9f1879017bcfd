import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates/calendar-date.ts'
import { eventDays, joinedDays, type Occurrence, withinPeriod } from './event-days.ts'

const timed = (start: string, end: string): Occurrence => ({ wholeDays: false, start, end })
const words = (days: ReturnType<typeof eventDays>) =>
  days.map(({ from, to, halfDay }) => [from === to ? from : `${from}..${to}`, halfDay].filter(Boolean).join(' '))

describe('the half-days of an event', () => {
  test.each<[string, Occurrence, string[]]>([
    ['before noon', timed('2026-09-03T08:00', '2026-09-03T11:30'), ['2026-09-03 morning']],
    ['until noon sharp', timed('2026-09-03T08:00', '2026-09-03T12:00'), ['2026-09-03 morning']],
    ['from noon sharp', timed('2026-09-03T12:00', '2026-09-03T12:30'), ['2026-09-03 afternoon']],
    ['over noon', timed('2026-09-03T11:30', '2026-09-03T13:00'), ['2026-09-03']],
    ['in the evening', timed('2026-09-03T19:00', '2026-09-03T21:00'), ['2026-09-03 afternoon']],
    ['without length', timed('2026-09-03T12:00', '2026-09-03T12:00'), ['2026-09-03 afternoon']],
    ['without length at midnight', timed('2026-09-03T00:00', '2026-09-03T00:00'), ['2026-09-03 morning']],
    ['until midnight', timed('2026-09-03T13:00', '2026-09-04T00:00'), ['2026-09-03 afternoon']],
    [
      'from an afternoon to a morning days later',
      timed('2026-09-03T14:00', '2026-09-06T09:00'),
      ['2026-09-03 afternoon', '2026-09-04..2026-09-05', '2026-09-06 morning'],
    ],
    ['whole days', { wholeDays: true, from: '2026-09-03', to: '2026-09-05' }, ['2026-09-03..2026-09-05']],
  ])('%s', (_, occurrence, expected) => expect(words(eventDays(occurrence))).toEqual(expected))
})

test('halves of a day and days in a row are joined, nothing is lost and nothing stands twice', () => {
  const start = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-09-01', days))
  const day = fc.oneof(
    fc.record({ from: start, length: fc.integer({ min: 0, max: 4 }), halfDay: fc.constant(null) }),
    fc.record({
      from: start,
      length: fc.constant(0),
      halfDay: fc.constantFrom('morning' as const, 'afternoon' as const),
    }),
  )
  const halvesOf = (days: ReturnType<typeof eventDays>) =>
    days.flatMap(({ from, to, halfDay }) => {
      const halves: string[] = []
      for (let at = from; at <= to; at = addDays(at, 1))
        for (const half of ['morning', 'afternoon'])
          if (halfDay === null || halfDay === half) halves.push(`${at} ${half}`)
      return halves
    })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), (drawn) => {
      const days = drawn.map(({ from, length, halfDay }) => ({ from, to: addDays(from, length), halfDay }))
      const joined = joinedDays(days)
      const halves = halvesOf(joined)
      expect(new Set(halves).size).toBe(halves.length)
      expect(new Set(halves)).toEqual(new Set(halvesOf(days)))
      expect(joinedDays(joined)).toEqual(joined)
    }),
  )
})

test('only the part within the period stays', () => {
  const period = { from: '2026-07-01', to: '2026-11-30' }
  const days = [
    { from: '2026-06-29', to: '2026-07-02', halfDay: null },
    { from: '2026-12-01', to: '2026-12-01', halfDay: 'morning' as const },
    { from: '2026-11-30', to: '2026-12-05', halfDay: null },
  ]
  expect(words(withinPeriod(days, period))).toEqual(['2026-07-01..2026-07-02', '2026-11-30'])
})
