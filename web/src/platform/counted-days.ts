import type { CountedDay } from '@cchc/domain/calendar/contract.ts'
import { formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import type { StripDay } from '../ui/WorkingDayStrip.tsx'

/**
 * The days a deadline counted, from the due date to the visit, as the chips of `WorkingDayStrip`. The month stands where
 * it begins; in between the day is enough.
 */
export function chipsOf(counted: readonly CountedDay[], dueOn: string | null, visitOn: string | null): StripDay[] {
  const days = [...counted].sort((a, b) => (a.date < b.date ? -1 : 1))
  const chips = days.map(({ date, working, reason }, place): StripDay => {
    const monthBegins = place === 0 || days[place - 1]?.date.slice(0, 7) !== date.slice(0, 7)
    const kind = date === dueOn ? 'due' : working ? 'counted' : 'off'
    return { key: date, text: monthBegins ? formatDayAndMonth(date) : date.slice(8), kind, why: reason }
  })
  if (visitOn) chips.push({ key: visitOn, text: formatDayAndMonth(visitOn), kind: 'event', why: 'ngày kiểm tra' })
  return chips
}
