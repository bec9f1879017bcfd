import { isOwed } from '@cchc/domain/conclusions/states.ts'
import { type CalendarDate, dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import { isOwed as isRequestOwed } from '@cchc/domain/document-requests/states.ts'
import type { OwedKind } from '@cchc/domain/reminders/contract.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import { selectRequests, standingOf } from '../document-requests/queries.ts'
import { selectCarriedRecommendations, selectIssuedRecommendations } from '../follow-up/queries.ts'
import { teamInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/** Something a unit owes by a date. */
export interface Owed {
  readonly kind: OwedKind
  readonly subjectId: string
  readonly inspectionId: string
  readonly unitCode: string
  readonly unitName: string
  readonly title: string
  readonly dueOn: CalendarDate
  /** Whether it waits for the unit's head alone. */
  readonly isWithHead: boolean
  /** A path of the web application. */
  readonly link: string
  /** The day on which the unit was told of a thing with a short term; without it every step is taken. */
  readonly toldOn?: CalendarDate
}

type Source = (context: Context, campaignId: string) => Promise<Owed[]>

/** A report that has never been sent. One that was returned is judged already, and its unit was told of the return. */
const reports: Source = async ({ db, viewer }, campaignId) => {
  const rows = await teamInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'selfReports.selfReportId as subjectId',
      'selfReports.state',
      'inspections.inspectionId',
      'inspections.reportDueOn as dueOn',
      'units.unitCode',
      'units.fullName as unitName',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', '=', 'announced')
    .where('inspections.reportDueOn', 'is not', null)
    .where('selfReports.sentAt', 'is', null)
    .execute()
  return rows.map(({ state, dueOn, ...row }) => ({
    ...row,
    kind: 'self-report',
    title: 'Báo cáo phục vụ kiểm tra CCHC',
    dueOn: dueOn!,
    isWithHead: state === 'with-head',
    link: `/bao-cao/${row.inspectionId}`,
  }))
}

/** What the unit owes: not what others are asked for, what it has reported, or what waits for a decision on more time. */
const recommendations: Source = async (context, campaignId) => {
  const { year } = await getCampaignRecord(context.db, campaignId)
  const rows = [
    ...(await selectIssuedRecommendations(context).where('inspections.campaignId', '=', campaignId).execute()),
    ...(year === null ? [] : await selectCarriedRecommendations(context, year).execute()),
  ]
  return rows
    .filter(
      ({ state, addresseeKind, waitsForTime }) =>
        addresseeKind === 'unit' && !waitsForTime && isOwed(state as Parameters<typeof isOwed>[0]),
    )
    .map(({ recommendationId, inspectionId, unitCode, unitName, text, dueOn }) => ({
      kind: 'recommendation',
      subjectId: recommendationId,
      inspectionId,
      unitCode,
      unitName,
      title: text,
      dueOn,
      isWithHead: false,
      link: `/khac-phuc/${recommendationId}`,
    }))
}

const requests: Source = async (context, campaignId) => {
  const rows = await selectRequests(context).where('inspections.campaignId', '=', campaignId).execute()
  return rows
    .filter((row) => isRequestOwed(standingOf(row).state))
    .map(({ requestId, inspectionId, unitCode, unitName, title, dueOn, countedFrom }) => ({
      kind: 'document-request',
      toldOn: countedFrom,
      subjectId: requestId,
      inspectionId,
      unitCode,
      unitName,
      title,
      dueOn,
      isWithHead: false,
      link: `/lich/${inspectionId}?yeu-cau=${requestId}`,
    }))
}

/** A draft conclusion that the unit was shown and has not answered. Once its day has passed nothing is owed: no answer holds up nothing. */
const draftAnswers: Source = async (context, campaignId) => {
  const { db, viewer, today } = context
  const rows = await teamInspections(db, viewer)
    .innerJoin('draftShowings', 'draftShowings.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'draftShowings.showingId as subjectId',
      'draftShowings.dueOn',
      'draftShowings.shownAt',
      'inspections.inspectionId',
      'units.unitCode',
      'units.fullName as unitName',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('draftShowings.state', '=', 'open')
    .where('draftShowings.dueOn', '>=', today)
    .execute()
  return rows.map(({ shownAt, ...row }) => ({
    ...row,
    kind: 'draft-answer',
    title: 'Dự thảo kết luận kiểm tra',
    isWithHead: false,
    link: `/ket-luan/${row.inspectionId}`,
    toldOn: dateInVietnam(shownAt),
  }))
}

const sources: readonly Source[] = [reports, requests, draftAnswers, recommendations]

/** Everything the campaign's units owe with a date and have not done, as far as the viewer may know. */
export async function readOwed(context: Context, campaignId: string): Promise<Owed[]> {
  const lists: Owed[] = []
  // One after the other: they share the transaction's connection.
  for (const source of sources) lists.push(...(await source(context, campaignId)))
  return lists
}
