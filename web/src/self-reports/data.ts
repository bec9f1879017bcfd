import { listInspections } from '@cchc/domain/inspections/contract.ts'
import {
  acceptSelfReport,
  getSelfReport,
  giveBackSelfReport,
  handOverSelfReport,
  listAnswerHistory,
  returnSelfReport,
  type SelfReportView,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sessionQuery } from '../platform/session.ts'

/** Inspections whose report this page is told of as it changes (`live-report.ts`). */
export const reportsHeardLive = new Set<string>()

/**
 * The self-report of one inspection, whole. What colleagues write comes by itself while the page is told of it; while it is
 * not, the whole is asked for every 30 seconds; and every minute all the same, for what a dying server could not tell any more.
 */
export const selfReportQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'self-report'],
    queryFn: ({ signal }) => call(getSelfReport, { params: { inspectionId }, signal }),
    refetchInterval: () => (reportsHeardLive.has(inspectionId) ? 60_000 : 30_000),
  })

/** Has the self-report at hand before its page is drawn for somebody signed in; the page itself says what went wrong. */
export async function loadSelfReport(inspectionId: string): Promise<void> {
  await queries.prefetchQuery(sessionQuery)
  if (queries.getQueryData(sessionQuery.queryKey)?.viewer) await queries.prefetchQuery(selfReportQuery(inspectionId))
}

/** Every inspection of the campaign that the viewer may know, for the list of reports. */
export const inspectionsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'inspections'],
    queryFn: ({ signal }) => call(listInspections, { params: { campaignId }, signal }),
  })

/** Every value that one item has held, newest first. */
export const answerHistoryQuery = (selfReportId: string, itemKey: string) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'history', itemKey],
    queryFn: ({ signal }) => call(listAnswerHistory, { params: { selfReportId, itemKey }, signal }),
    staleTime: 0,
  })

/** What may be done to the whole report, each giving the report as it then is; `remark` for those that must say why. */
export type ReportAct = 'hand-over' | 'give-back' | 'send' | 'return' | 'accept'
const acts: Record<ReportAct, (selfReportId: string, remark: string) => Promise<SelfReportView>> = {
  'hand-over': (selfReportId) => call(handOverSelfReport, { params: { selfReportId } }),
  'give-back': (selfReportId, remark) => call(giveBackSelfReport, { params: { selfReportId }, body: { remark } }),
  send: (selfReportId) => call(sendSelfReport, { params: { selfReportId } }),
  return: (selfReportId, remark) => call(returnSelfReport, { params: { selfReportId }, body: { remark } }),
  accept: (selfReportId) => call(acceptSelfReport, { params: { selfReportId } }),
}

/** Does one of the acts and shows its outcome wherever the report or the season is shown. */
export async function actOnReport(view: SelfReportView, act: ReportAct, remark = ''): Promise<void> {
  const after = await acts[act](view.selfReportId, remark)
  queries.setQueryData(selfReportQuery(view.inspectionId).queryKey, after)
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}
