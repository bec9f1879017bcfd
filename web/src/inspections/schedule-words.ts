import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { insideSentence } from '@cchc/domain/papers/wording.ts'

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

/** Where a visit takes place unless said otherwise: "Trụ sở Ủy ban nhân dân phường Lê Chân", "Trụ sở Sở Xây dựng". */
export function usualPlace({ unitName, unitType }: Pick<InspectionRow, 'unitName' | 'unitType'>): string {
  return unitType === 'department' ? `Trụ sở ${unitName}` : `Trụ sở Ủy ban nhân dân ${insideSentence(unitName)}`
}

/** What the screen calls the blocks of units. */
export const blockNames: Record<InspectionRow['unitType'], string> = {
  department: 'Sở, ban, ngành',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}
