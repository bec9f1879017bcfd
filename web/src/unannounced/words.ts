import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import type { UnannouncedRow } from '@cchc/domain/unannounced/contract.ts'
import type { Tone } from '../ui/StatusBadge.tsx'

/** "Sáng thứ Sáu 18/09/2026", or that no day has been chosen. */
export function whenInWords({ visitOn, halfDay }: Pick<UnannouncedRow, 'visitOn' | 'halfDay'>): string {
  if (!visitOn || !halfDay) return 'Chưa chọn ngày'
  return `${halfDayNames[halfDay]} ${formatDateWithWeekday(visitOn)}`
}

/** What stands in the way, or who has the next word. */
export function stateLook({ state, ending }: Pick<UnannouncedRow, 'state' | 'ending'>): { words: string; tone: Tone } {
  if (ending === 'declined') return { words: 'Trưởng đoàn không chấp thuận', tone: 'rest' }
  switch (state) {
    case 'proposed':
      return { words: 'Chờ Trưởng đoàn ra lệnh', tone: 'wait' }
    case 'ordered':
      return { words: 'Đã có lệnh, chưa công bố', tone: 'work' }
    case 'opened':
      return { words: 'Đang kiểm tra', tone: 'work' }
    case 'cancelled':
      return { words: 'Đã hủy', tone: 'rest' }
    default:
      return { words: inspectionStateNames[state], tone: 'ok' }
  }
}
