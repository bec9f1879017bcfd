import { explainReportDeadline, reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { type CalendarDay, workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type Outline, outlineFor, type UnitKind, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { selfReportActions } from '@cchc/domain/self-reports/states.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { readCorrection } from './corrections.ts'
import { getReport, type ReportRecord, readExplanations, readSavedAnswers } from './queries.ts'

/** Which items of the outline this report's unit answers. */
export function unitKindOfReport({ unitType, advisoryFields }: ReportRecord): UnitKind {
  return unitKindOf(unitType, advisoryFields.length > 0)
}

/** The pinned outline as this report's unit sees it. */
export async function outlineOfReport(db: Db, report: ReportRecord): Promise<Outline> {
  return outlineFor(await getOutlineContent(db, report.outlineVersionId), unitKindOfReport(report))
}

/** One report as the viewer sees it, with what they may do to it now. */
export async function selfReportView(context: Context, report: ReportRecord): Promise<SelfReportView> {
  const { db, viewer, today } = context
  const advisory = unitKindOfReport(report) === 'advisory-department'
  const deadline = deadlineOf(report, await readCalendar(db), today)
  return {
    selfReportId: report.selfReportId,
    inspectionId: report.inspectionId,
    unitCode: report.unitCode,
    unitName: report.unitName,
    unitType: report.unitType as SelfReportView['unitType'],
    advisory,
    state: report.state,
    outline: await outlineOfReport(db, report),
    answers: await readSavedAnswers(db, report.selfReportId),
    explanations: await readExplanations(db, report.selfReportId),
    visitOn: report.visitOn,
    dataFrom: report.dataFrom!,
    ...deadline,
    sentAt: report.sentAt,
    verdict: report.verdict as SelfReportView['verdict'],
    daysLate: report.daysLate,
    fingerprint: report.fingerprint,
    remarks: await remarksFor(context, report),
    version: report.version,
    correction: await readCorrection(context, report),
    extendedTo: report.reportExtendedTo,
    actions: selfReportActions(viewer, report),
  }
}

/** The same after an act has changed the report. */
export async function currentReportView(context: Context, selfReportId: string): Promise<SelfReportView> {
  return selfReportView(context, await getReport(context, selfReportId))
}

/** The date the report is (or was) judged by, with the days counted; a report that was sent keeps its own though the visit moves. */
function deadlineOf(
  { visitOn, leadWorkingDays, reportExtendedTo, reportDueOn, dueOnWhenSent, state }: ReportRecord,
  calendar: readonly CalendarDay[],
  today: string,
): Pick<SelfReportView, 'dueOn' | 'counted' | 'why' | 'workingDaysLeft'> {
  const dueOn = dueOnWhenSent ?? reportDueOn
  if (dueOn === null || visitOn === null) return { dueOn, counted: [], why: null, workingDaysLeft: null }
  const isOwed = state !== 'sent' && state !== 'accepted'
  const left = isOwed ? workingDaysLeft(today, dueOn, calendar) : null
  const terms = { visitOn, leadWorkingDays, extendedTo: reportExtendedTo }
  const { dueOn: dueNow, counted } = reportDeadline(terms, calendar)
  if (dueNow === dueOn)
    return { dueOn, counted: [...counted], why: explainReportDeadline(terms, calendar), workingDaysLeft: left }
  const why = `Báo cáo được xét theo hạn ${formatDate(dueOn)} khi gửi; sau đó lịch kiểm tra hoặc lịch nghỉ thay đổi, hạn tính lại là ${formatDate(dueNow)}.`
  return { dueOn, counted: [], why, workingDaysLeft: left }
}

/** Remarks, oldest first; what a head writes to the unit's own writers stays in the unit. */
async function remarksFor({ db, viewer }: Context, report: ReportRecord): Promise<SelfReportView['remarks']> {
  const isOwn = viewer.unitCode === report.unitCode
  return db
    .selectFrom('selfReportRemarks')
    .innerJoin('people', 'people.personId', 'selfReportRemarks.madeBy')
    .select(['selfReportRemarks.madeAt as at', 'people.fullName as who', 'selfReportRemarks.text'])
    .where('selfReportId', '=', report.selfReportId)
    .$if(!isOwn, (query) => query.where('people.unitCode', 'is distinct from', report.unitCode))
    .orderBy('madeAt')
    .orderBy('remarkOrder')
    .execute()
}
