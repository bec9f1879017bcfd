import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'

/** "Tháng 9 năm 2026" for '2026-09'. */
export function monthInWords(month: string): string {
  return `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`
}

/** "sáng thứ Ba 14/07/2026"; "chưa có ngày" before scheduling. */
export function slotInWords({ visitOn, halfDay }: Pick<InspectionRow, 'visitOn' | 'halfDay'>): string {
  if (!visitOn) return 'chưa có ngày'
  const half = halfDay ? `${halfDayNames[halfDay].toLowerCase()} ` : ''
  return `${half}${formatDateWithWeekday(visitOn)}`
}

/** What the screen calls the blocks of units. */
export const blockNames: Record<InspectionRow['unitType'], string> = {
  department: 'Sở, ban, ngành',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}
