import type { CalendarDate } from '../dates/calendar-date.ts'
import { type CalendarDay, workingDaysLeft } from '../dates/working-days.ts'
import type { InspectionRow, Stage } from './contract.ts'

/** What the screen calls each stage. */
export const stageNames: Record<Stage, string> = {
  unscheduled: 'Chưa xếp lịch',
  scheduled: 'Đã xếp lịch',
  announced: 'Đã thông báo lịch',
  'report-drafting': 'Đang viết báo cáo',
  'report-with-head': 'Chờ lãnh đạo duyệt',
  'report-returned': 'Báo cáo bị trả lại',
  'report-late': 'Quá hạn gửi báo cáo',
  'report-sent': 'Đã gửi báo cáo',
  visiting: 'Đang kiểm tra',
  concluding: 'Đã kiểm tra, soạn kết luận',
  reviewing: 'Chờ ban hành kết luận',
  remedying: 'Đang khắc phục',
  'remedy-late': 'Quá hạn khắc phục',
  done: 'Đã xong',
  cancelled: 'Đã hủy',
}

/** What the stage of an inspection is read from. Counts are of recommendations in an issued conclusion. */
export interface Standing {
  readonly state: InspectionRow['state']
  readonly visitOn: CalendarDate | null
  readonly visitOpen: boolean
  readonly reportState: InspectionRow['reportState']
  /** It has been sent before, so its verdict stands and it cannot become late by being returned. */
  readonly reportSent: boolean
  readonly reportDueOn: CalendarDate | null
  readonly conclusionState: InspectionRow['conclusionState']
  readonly conclusionDueOn: CalendarDate | null
  readonly recommendationsOpen: number
  /** The earliest due date among recommendations that the unit still owes; null when it owes none. */
  readonly remedyDueOn: CalendarDate | null
  /** The earliest due date among remedies that wait for the team. */
  readonly verifyDueOn: CalendarDate | null
  /** The visit was moved after its notice, and no new notice has been issued. */
  readonly noticeOutdated: boolean
}

type Next = { readonly what: string; readonly on: CalendarDate | null; readonly holder: string } | null

/** Where an inspection stands and who holds the ball; `workingDays` runs from today to the due date, negative when overdue. */
export function standingOf(
  standing: Standing,
  today: CalendarDate,
  calendar: readonly CalendarDay[],
): Pick<InspectionRow, 'stage' | 'next'> {
  const stage = stageOf(standing, today)
  const next = nextOf(stage, standing)
  return {
    stage,
    next: next && { ...next, workingDays: next.on === null ? null : workingDaysLeft(today, next.on, calendar) },
  }
}

const reportStages: Record<InspectionRow['reportState'], Stage> = {
  'not-started': 'announced',
  drafting: 'report-drafting',
  'with-head': 'report-with-head',
  sent: 'report-sent',
  returned: 'report-returned',
  accepted: 'report-sent',
}

function stageOf(standing: Standing, today: CalendarDate): Stage {
  switch (standing.state) {
    case 'planned':
      return 'unscheduled'
    case 'scheduled':
    case 'cancelled':
      return standing.state
    case 'announced': {
      if (standing.visitOpen) return 'visiting'
      const stage = reportStages[standing.reportState]
      const late =
        !standing.reportSent && stage !== 'report-sent' && standing.reportDueOn !== null && standing.reportDueOn < today
      return late ? 'report-late' : stage
    }
    case 'opened':
      return 'visiting'
    case 'visited':
      return standing.conclusionState === 'under-review' ? 'reviewing' : 'concluding'
    case 'concluded':
      if (standing.recommendationsOpen === 0) return 'done'
      return standing.remedyDueOn !== null && standing.remedyDueOn < today ? 'remedy-late' : 'remedying'
    default:
      return 'done'
  }
}

function nextOf(stage: Stage, standing: Standing): Next {
  const { visitOn, reportDueOn, conclusionDueOn, remedyDueOn, verifyDueOn } = standing
  if (standing.noticeOutdated) return { what: 'Thông báo lại lịch', on: reportDueOn, holder: 'Thư ký Đoàn' }
  switch (stage) {
    case 'unscheduled':
      return { what: 'Xếp lịch', on: null, holder: 'Thư ký Đoàn' }
    case 'scheduled':
      return { what: 'Thông báo lịch', on: reportDueOn, holder: 'Thư ký Đoàn' }
    case 'announced':
    case 'report-drafting':
    case 'report-returned':
    case 'report-late':
      return { what: 'Gửi báo cáo', on: reportDueOn, holder: 'Đơn vị' }
    case 'report-with-head':
      return { what: 'Gửi báo cáo', on: reportDueOn, holder: 'Lãnh đạo đơn vị' }
    case 'report-sent':
    case 'visiting':
      return { what: 'Kiểm tra', on: visitOn, holder: 'Đoàn kiểm tra' }
    case 'concluding':
      return { what: 'Dự thảo kết luận', on: conclusionDueOn, holder: 'Thư ký Đoàn' }
    case 'reviewing':
      return { what: 'Ban hành kết luận', on: conclusionDueOn, holder: 'Phó Trưởng đoàn TT' }
    case 'remedying':
    case 'remedy-late':
      return remedyDueOn === null
        ? { what: 'Xác minh khắc phục', on: verifyDueOn, holder: 'Đoàn kiểm tra' }
        : { what: 'Khắc phục', on: remedyDueOn, holder: 'Đơn vị' }
    default:
      return null
  }
}
