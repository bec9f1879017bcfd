import type { BusyTimeView } from '@cchc/domain/availability/contract.ts'
import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'

type Days = Pick<BusyTimeView, 'from' | 'to' | 'halfDay'>

/** "thứ Năm 03/09/2026, buổi sáng", "03/09/2026 – 05/09/2026". */
export function daysInWords({ from, to, halfDay }: Days): string {
  if (from !== to) return `${formatDate(from)} – ${formatDate(to)}`
  const part = halfDay === null ? '' : halfDay === 'morning' ? ', buổi sáng' : ', buổi chiều'
  return `${formatDateWithWeekday(from)}${part}`
}
