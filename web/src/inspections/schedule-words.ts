import { formatDate, formatDateWithWeekday, formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { addDays } from '../ui/calendar-month.ts'

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

/** "Tuần 14/09 – 20/09/2026" for a Monday. */
export function weekInWords(monday: string): string {
  return `Tuần ${formatDayAndMonth(monday)} – ${formatDate(addDays(monday, 6))}`
}

/** What to say once a visit has its half-day. */
export function outcomeInWords(
  view: Pick<InspectionRow, 'unitName' | 'visitOn' | 'halfDay' | 'reportDueOn'>,
  mustAnnounceAgain: boolean,
): string {
  const due = view.reportDueOn ? `; hạn gửi báo cáo ${formatDate(view.reportDueOn)}` : ''
  const again = mustAnnounceAgain ? '. Cần ban hành thông báo lịch mới cho đơn vị' : ''
  return `${view.unitName}: ${slotInWords(view)}${due}${again}.`
}

/** What the screen calls the blocks of units. */
export const blockNames: Record<InspectionRow['unitType'], string> = {
  department: 'Sở, ban, ngành',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}
