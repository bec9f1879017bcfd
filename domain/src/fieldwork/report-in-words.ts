import { dateInVietnam } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { count } from '../papers/wording.ts'

/** How a unit's report came in, as the minutes state it; null when there is no report to speak of. */
export function reportInWords(
  report: { readonly sentAt: string | null; readonly verdict: string | null; readonly daysLate: number | null } | null,
  isUnannounced = false,
): string {
  if (isUnannounced && !report?.sentAt)
    return 'Kiểm tra đột xuất, không yêu cầu lập báo cáo trước; Đoàn xem xét trực tiếp hồ sơ, sổ sách và dữ liệu tại các địa điểm kiểm tra.'
  if (!report?.sentAt) return 'Đơn vị chưa gửi Báo cáo phục vụ kiểm tra; không có số liệu báo cáo để đối chiếu.'
  const sent = `Đơn vị báo cáo theo Báo cáo phục vụ kiểm tra gửi ngày ${formatDate(dateInVietnam(report.sentAt))}`
  if (report.verdict === 'late') return `${sent}, chậm ${count(report.daysLate ?? 0)} ngày làm việc.`
  return report.verdict === 'on-time' ? `${sent}, đúng hạn.` : `${sent}.`
}
