import { dayVerdict, verdictInWords, workingDaysLeft, workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { useQuery } from '@tanstack/react-query'
import { calendarDaysQuery } from '../calendar/data.ts'
import { useSession } from '../platform/session.ts'

interface WorkingCalendar {
  /** "còn 3 ngày làm việc" from the product's today; undefined until the days off are known. */
  leftInWords(dueOn: string): string | undefined
  /** Why a day is not worked, as `DateField` asks for it. */
  dayOff(iso: string): string | undefined
}

/** Working days as the office counts them, days off and made-up days included. */
export function useCalendar(): WorkingCalendar {
  const { today } = useSession()
  const { data } = useQuery({ ...calendarDaysQuery, staleTime: 300_000 })
  return {
    leftInWords: (dueOn) => data && workingDaysLeftInWords(workingDaysLeft(today, dueOn, data.days)),
    dayOff: (iso) => {
      const verdict = data && dayVerdict(iso, data.days)
      return verdict && !verdict.working ? verdictInWords(verdict) : undefined
    },
  }
}
