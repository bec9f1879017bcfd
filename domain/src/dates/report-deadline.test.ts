import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { readHolidayFile } from './holiday-file.ts'
import { explainReportDeadline, reportDeadline } from './report-deadline.ts'
import { dayVerdict, nthWorkingDayBefore } from './working-days.ts'

const days = readHolidayFile(
  JSON.parse(readFileSync(new URL('../../../server/seed/vn-holidays.json', import.meta.url), 'utf8')),
)

/** A visit on Wednesday 15/7/2026 is reported by Friday 10/7; the last working day before it is Tuesday 14/7. */
describe('when a report is due', () => {
  it.each([
    ['no extension', '2026-07-15', null, '2026-07-10'],
    ['extended by a working day', '2026-07-15', '2026-07-13', '2026-07-13'],
    ['extended to the eve', '2026-07-15', '2026-07-14', '2026-07-14'],
    ['an extension that is earlier than the count', '2026-07-15', '2026-07-09', '2026-07-10'],
    ['the visit moves away: the extension stays', '2026-07-17', '2026-07-15', '2026-07-15'],
    ['the visit moves far away: the count is later', '2026-07-24', '2026-07-14', '2026-07-21'],
    ['the visit moves nearer: never after it', '2026-07-14', '2026-07-14', '2026-07-13'],
    ['the visit moves before it', '2026-07-09', '2026-07-14', '2026-07-08'],
    ['the eve is a Sunday', '2026-07-20', '2026-07-19', '2026-07-17'],
    ['over National Day', '2026-09-03', '2026-09-01', '2026-08-28'],
  ])('%s', (_, visitOn, extendedTo, dueOn) => {
    expect(reportDeadline({ visitOn, leadWorkingDays: 3, extendedTo }, days).dueOn).toBe(dueOn)
  })

  test('never before the count, always a working day before the visit', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-05', n))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 10 }), (visitOn, extendedTo, leadWorkingDays) => {
        fc.pre(dayVerdict(extendedTo, days).working)
        const { dueOn, countedDueOn } = reportDeadline({ visitOn, leadWorkingDays, extendedTo }, days)
        expect(countedDueOn).toBe(nthWorkingDayBefore(visitOn, leadWorkingDays, days).dueOn)
        expect(dueOn >= countedDueOn && dueOn < visitOn).toBe(true)
        expect(dayVerdict(dueOn, days).working).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-07-15', '2026-07-14', 'Đã được gia hạn đến hết thứ Ba 14/07/2026.'],
    ['2026-07-24', '2026-07-14', 'nên lấy hạn tính lại, muộn hơn.'],
    ['2026-07-14', '2026-07-14', 'hạn là hết thứ Hai 13/07/2026.'],
  ])('a visit on %s extended to %s says why', (visitOn, extendedTo, end) => {
    const why = explainReportDeadline({ visitOn, leadWorkingDays: 3, extendedTo }, days)
    expect(why).toContain('Đếm lùi 3 ngày làm việc')
    expect(why.endsWith(end)).toBe(true)
  })
})
