import {
  addWorkingDays,
  dayVerdict,
  verdictInWords,
  workingDaysLeft,
  workingDaysLeftInWords,
} from '@cchc/domain/dates/working-days.ts'
import { useQuery } from '@tanstack/react-query'
import { calendarDaysQuery } from '../calendar/data.ts'
import { useSession } from '../platform/session.ts'

interface WorkingCalendar {
  /** "còn 3 ngày làm việc" from the product's today; undefined until the days off are known. */
  leftInWords(dueOn: string): string | undefined
  /** Why a day is not worked, as `DateField` asks for it. */
  dayOff(iso: string): string | undefined
  /** The day that many working days after another; undefined until the days off are known. */
  workingDaysAfter(from: string, days: number): string | undefined
  /** How many working days one day comes after another. */
  workingDaysFrom(from: string, to: string): number | undefined
}

/** Working days as the office counts them, days off and made-up days included. */
export function useCalendar(): WorkingCalendar {
  const { today } = useSession()
  const { data } = useQuery({ ...calendarDaysQuery, staleTime: 300_000 })
  return {
    leftInWords: (dueOn) => data && workingDaysLeftInWords(workingDaysLeft(today, dueOn, data.days)),
    workingDaysAfter: (from, days) => data && addWorkingDays(from, days, data.days),
    workingDaysFrom: (from, to) => data && workingDaysLeft(from, to, data.days),
    dayOff: (iso) => {
      const verdict = data && dayVerdict(iso, data.days)
      return verdict && !verdict.working ? verdictInWords(verdict) : undefined
    },
  }
}
