import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CalendarDay } from './working-days.ts'

/** The file of days off and made-up working days that a new installation starts from: a list a year, and remarks under names that begin with "_". */
const HolidayFile = z.record(
  z.string(),
  z.union([z.string(), z.array(CalendarDay.omit({ day: true }).extend({ date: CalendarDate }))]),
)

/** The days of such a file, in calendar order. */
export function readHolidayFile(file: unknown): CalendarDay[] {
  return Object.values(HolidayFile.parse(file))
    .flatMap((year) => (typeof year === 'string' ? [] : year))
    .map(({ date, kind, name, basis, status }) => ({ day: date, kind, name, basis, status }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
