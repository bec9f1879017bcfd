import { daysBetween } from '@cchc/domain/dates/calendar-date.ts'
import type { TransportDaySummary } from '@cchc/domain/logistics/contract.ts'
import { IconAlertTriangle, IconCar, IconCarOff, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../ui/StatusBadge.tsx'

/** Calendar days within which a missing vehicle is pressing. */
const near = 7

/** How a day's transport stands, as a word with its icon; a day that has passed needs nothing more. */
export function dayStanding(
  { day, problems, vehicles }: Pick<TransportDaySummary, 'day' | 'problems' | 'vehicles'>,
  today: string,
): { words: string; tone: Tone; icon: ReactNode } {
  const rule = problems[0]?.rule
  if (rule === 'no-vehicle')
    return day < today
      ? { words: 'Không ghi xe', tone: 'rest', icon: <IconCarOff size={14} aria-hidden="true" /> }
      : {
          words: 'Chưa bố trí xe',
          tone: daysBetween(today, day) <= near ? 'late' : 'rest',
          icon: <IconCarOff size={14} aria-hidden="true" />,
        }
  if (rule === 'spare-vehicle')
    return { words: 'Xe thừa', tone: 'wait', icon: <IconCar size={14} aria-hidden="true" /> }
  if (problems.length > 0)
    return {
      words: problems.length === 1 ? '1 điều cần xem' : `${problems.length} điều cần xem`,
      tone: problems.some(({ level }) => level === 'error') ? 'late' : 'wait',
      icon: <IconAlertTriangle size={14} aria-hidden="true" />,
    }
  return {
    words: vehicles > 0 ? 'Đủ xe' : 'Không cần xe',
    tone: 'ok',
    icon: <IconCheck size={14} aria-hidden="true" />,
  }
}
