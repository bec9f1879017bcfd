import { holds } from '@cchc/domain/access/permissions.ts'
import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { Task } from '@cchc/domain/inspections/contract.ts'
import type { Context } from '../platform/context.ts'
import { requestView, selectRequests } from './queries.ts'

/** What the control desk says of requests: answers that wait to be looked at, and what units are late with. */
export async function requestTasks(
  context: Context,
  campaignId: string,
  calendar: readonly CalendarDay[],
): Promise<{ days: number; task: Task }[]> {
  if (!holds(context.viewer, 'document-request.read')) return []
  const rows = await selectRequests(context)
    .where('inspections.campaignId', '=', campaignId)
    .where('documentRequests.state', 'in', ['asked', 'returned', 'answered'])
    .execute()
  return rows.flatMap((row): { days: number; task: Task }[] => {
    const { workingDaysLeft, state, unitName, title, inspectionId, requestId } = requestView(row, context, calendar)
    const link = `/lich/${inspectionId}?yeu-cau=${requestId}`
    if (state === 'answered')
      return [
        {
          days: 1,
          task: {
            tone: 'wait' as const,
            title: `${unitName}: đã trả lời “${title}”`,
            detail: 'Chờ Đoàn xem và xác nhận đủ',
            action: 'Xem trả lời',
            link,
          },
        },
      ]
    if (workingDaysLeft === null || workingDaysLeft >= 0) return []
    return [
      {
        days: workingDaysLeft,
        task: {
          tone: 'late' as const,
          title: `${unitName}: chưa gửi “${title}”`,
          detail: `Yêu cầu tài liệu quá hạn ${-workingDaysLeft} ngày làm việc`,
          action: 'Xem yêu cầu',
          link,
        },
      },
    ]
  })
}
