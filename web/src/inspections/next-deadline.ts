import { formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'

/** "Gửi báo cáo: còn 3 ngày làm việc", "Gửi báo cáo: quá hạn 1 ngày làm việc", "Kiểm tra: 18/09" or nothing. */
export function describeNext(next: InspectionRow['next']): string {
  if (!next) return ''
  if (next.workingDays === null) return next.on ? `${next.what}: ${formatDayAndMonth(next.on)}` : next.what
  if (next.workingDays < 0) return `${next.what}: quá hạn ${-next.workingDays} ngày làm việc`
  return `${next.what}: ${next.workingDays === 0 ? 'hạn hôm nay' : `còn ${next.workingDays} ngày làm việc`}`
}

/** Whether the next thing is overdue. */
export function isNextOverdue(next: InspectionRow['next']): boolean {
  return next?.workingDays != null && next.workingDays < 0
}
