import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../dates/calendar-date.ts'
import { readHolidayFile } from '../dates/holiday-file.ts'
import { judgeTimeliness } from './on-time.ts'

const days = readHolidayFile(
  JSON.parse(readFileSync(new URL('../../../server/seed/vn-holidays.json', import.meta.url), 'utf8')),
)

describe('a report', () => {
  it.each([
    ['the day before', '2026-07-10', '2026-07-09T03:00:00Z', 'on-time', 0],
    ['the last minute of the due date in Vietnam', '2026-07-10', '2026-07-10T16:59:59Z', 'on-time', 0],
    ['midnight after it', '2026-07-10', '2026-07-10T17:00:00Z', 'late', 1],
    ['the Saturday after a Friday', '2026-07-10', '2026-07-11T03:00:00Z', 'late', 1],
    ['the Monday after a Friday', '2026-07-10', '2026-07-13T01:00:00Z', 'late', 1],
    ['the Tuesday after a Friday', '2026-07-10', '2026-07-14T01:00:00Z', 'late', 2],
    ['over National Day', '2026-08-28', '2026-09-03T01:00:00Z', 'late', 1],
    ['on a Saturday that is worked', '2026-08-21', '2026-08-22T01:00:00Z', 'late', 1],
    ['on a Monday after a Saturday that is worked', '2026-08-21', '2026-08-24T01:00:00Z', 'late', 2],
  ])('%s: due %s, sent %s, is %s by %i', (_case, dueOn, sentAt, verdict, daysLate) => {
    expect(judgeTimeliness(dueOn, sentAt, days)).toMatchObject({ verdict, daysLate })
  })
  it('is late exactly when it was sent after the due date', () => {
    const minutes = fc.integer({ min: 0, max: 400 * 1440 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), minutes, (due, sent) => {
        const dueOn = addDays('2026-01-01', due)
        const sentAt = new Date(Date.parse('2026-01-01T00:00:00+07:00') + sent * 60_000).toISOString()
        const { verdict, sentOn, daysLate } = judgeTimeliness(dueOn, sentAt, days)
        expect(sentOn).toBe(addDays('2026-01-01', Math.floor(sent / 1440)))
        expect(verdict === 'late').toBe(sentOn > dueOn)
        expect(daysLate > 0).toBe(verdict === 'late')
      }),
    )
  })
})
