import { workingDaysBetween } from '@cchc/domain/dates/working-days.ts'
import { formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import {
  type getHome as contract,
  halfDayNames,
  type InspectionRow,
  type Task,
} from '@cchc/domain/inspections/contract.ts'
import { coverageOf } from '@cchc/domain/synthesis/season.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { requestTasks } from '../document-requests/request-tasks.ts'
import { transportTasks } from '../logistics/transport-tasks.ts'
import type { Act } from '../platform/serve.ts'
import { catalogueSizes } from '../units/queries.ts'
import { campaignRows } from './list-inspections.ts'

/** The control desk: what needs someone today, coverage by block, and every inspection. */
export const getHome: Act<typeof contract> = async (context, { params }) => {
  const { db, today } = context
  const campaign = await getSettledCampaign(db, params.campaignId)
  const calendar = await readCalendar(db)
  const inspections = await campaignRows(context, params.campaignId, calendar, campaign.conclusionWorkingDays)
  const due = inspections.filter(
    ({ reportDueOn, reportSentAt }) => reportSentAt !== null || (reportDueOn !== null && reportDueOn < today),
  )
  return {
    today,
    periodFrom: campaign.periodFrom,
    periodTo: campaign.periodTo,
    workingDaysLeft: workingDaysBetween(today, campaign.periodTo, calendar),
    tasks: mostUrgent([
      ...stageTasks(inspections),
      ...(await transportTasks(context, campaign, calendar)),
      ...(await requestTasks(context, params.campaignId, calendar)),
    ]),
    coverage: coverageOf(inspections, await catalogueSizes(db)),
    reports: { onTime: due.filter(({ reportVerdict }) => reportVerdict === 'on-time').length, due: due.length },
    recommendations: {
      done: inspections.reduce((sum, row) => sum + row.recommendationsTotal - row.recommendationsOpen, 0),
      total: inspections.reduce((sum, row) => sum + row.recommendationsTotal, 0),
    },
    inspections,
  }
}

/** Which page a stage's task leads to, what its button says, and how near a deadline must be to show, in working days. */
const taskTable: Partial<Record<InspectionRow['stage'], { action: string; page: string; within: number }>> = {
  'report-late': { action: 'Mở báo cáo', page: 'bao-cao', within: 60 },
  announced: { action: 'Mở báo cáo', page: 'bao-cao', within: 2 },
  'report-drafting': { action: 'Mở báo cáo', page: 'bao-cao', within: 2 },
  'report-with-head': { action: 'Mở báo cáo', page: 'bao-cao', within: 2 },
  'report-sent': { action: 'Mở buổi kiểm tra', page: 'buoi-kiem-tra', within: 2 },
  visiting: { action: 'Mở buổi kiểm tra', page: 'buoi-kiem-tra', within: 60 },
  scheduled: { action: 'Thông báo lịch', page: 'lich', within: 10 },
  concluding: { action: 'Soạn kết luận', page: 'ket-luan', within: 60 },
  reviewing: { action: 'Xem dự thảo', page: 'ket-luan', within: 60 },
  'remedy-late': { action: 'Xem khắc phục', page: 'khac-phuc', within: 60 },
  remedying: { action: 'Xem khắc phục', page: 'khac-phuc', within: 0 },
}

interface DatedTask {
  /** Working days from today, negative when overdue. */
  readonly days: number
  readonly task: Task
}

/** As many as fit on the desk. */
function mostUrgent(tasks: readonly DatedTask[]): Task[] {
  return [...tasks]
    .sort((a, b) => a.days - b.days)
    .slice(0, 8)
    .map(({ task }) => task)
}

function stageTasks(inspections: readonly InspectionRow[]): DatedTask[] {
  return inspections.flatMap((row) => {
    const entry =
      row.next?.what === 'Thông báo lại lịch'
        ? { action: 'Thông báo lại', page: 'lich', within: 60 }
        : taskTable[row.stage]
    const days = row.next?.workingDays ?? null
    if (!entry || !row.next || days === null || days > entry.within) return []
    return [
      {
        days,
        task: {
          tone: days < 0 ? ('late' as const) : days <= 2 ? ('wait' as const) : ('info' as const),
          title: titleOf(row),
          detail: detailOf(row, days),
          action: entry.action,
          link:
            entry.page === 'khac-phuc' ? `/khac-phuc?loc.don-vi=${row.unitCode}` : `/${entry.page}/${row.inspectionId}`,
        },
      },
    ]
  })
}

function titleOf(row: InspectionRow): string {
  const what = row.next!.what
  return `${row.unitName}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`
}

function detailOf(row: InspectionRow, days: number): string {
  const when =
    days < 0 ? `quá hạn ${-days} ngày làm việc` : days === 0 ? 'đến hạn hôm nay' : `còn ${days} ngày làm việc`
  const isAhead = row.state === 'announced' && row.visitOn && row.halfDay
  const visit = isAhead
    ? ` · kiểm tra ${halfDayNames[row.halfDay!].toLowerCase()} ${formatDayAndMonth(row.visitOn!)}`
    : ''
  return `${when} (hạn ${formatDayAndMonth(row.next!.on!)})${visit}`
}
