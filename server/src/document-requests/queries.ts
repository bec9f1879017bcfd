import { type CalendarDay, workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import type { RequestDetail, RequestView } from '@cchc/domain/document-requests/contract.ts'
import { dueInWords, requestDueDate } from '@cchc/domain/document-requests/due.ts'
import {
  isOwed,
  type RequestAct,
  type RequestStanding,
  type RequestState,
  requestActions,
  requestRefusal,
} from '@cchc/domain/document-requests/states.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { teamInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** Requests of the inspections that this viewer may know, with what their rules are asked by. */
export function selectRequests({ db, viewer }: Seen) {
  return teamInspections(db, viewer)
    .innerJoin('documentRequests', 'documentRequests.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('people as asker', 'asker.personId', 'documentRequests.askedBy')
    .selectAll('documentRequests')
    .select([
      'inspections.campaignId',
      'inspections.state as inspectionState',
      'inspections.unitCode',
      'units.fullName as unitName',
      'asker.fullName as askerName',
    ])
    .orderBy('documentRequests.dueOn')
    .orderBy('documentRequests.askedAt')
    .orderBy('documentRequests.askingOrder')
}

export type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

/** What a request's acts are judged by. */
export function standingOf(row: RequestRow): RequestStanding {
  return {
    state: row.state as RequestState,
    unitCode: row.unitCode,
    askedById: row.askedBy,
    inspectionState: row.inspectionState as InspectionState,
  }
}

/** One request of the viewer's, or `no-such-request`. */
export async function getRequest(context: Seen, requestId: string): Promise<RequestRow> {
  const row = await selectRequests(context).where('documentRequests.requestId', '=', requestId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-request')
  return row
}

/** The same, locked, where the viewer may do this to it now and read it at its present revision. */
export async function takeRequest(
  context: Context,
  act: RequestAct,
  requestId: string,
  revision: number,
): Promise<RequestRow> {
  const row = await selectRequests(context)
    .where('documentRequests.requestId', '=', requestId)
    .forUpdate('documentRequests')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-request')
  const refusal = requestRefusal(act, context.viewer, standingOf(row))
  if (refusal) throw refusal
  if (row.revision !== revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: `Yêu cầu “${row.title}”` },
      {
        theirs: await requestDetail(context, requestId),
      },
    )
  return row
}

export function requestView(
  row: RequestRow,
  { viewer, today }: Pick<Context, 'viewer' | 'today'>,
  calendar: readonly CalendarDay[],
): RequestView {
  const state = row.state as RequestState
  const { counted } = requestDueDate(row.countedFrom, row.dueWorkingDays, calendar)
  return {
    requestId: row.requestId,
    inspectionId: row.inspectionId,
    unitCode: row.unitCode,
    unitName: row.unitName,
    kind: row.kind as RequestView['kind'],
    title: row.title,
    detail: row.detail,
    state,
    round: row.round,
    askedBy: row.askerName,
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    dueWorkingDays: row.dueWorkingDays,
    why: dueInWords(row.dueOn, counted),
    workingDaysLeft: isOwed(state) ? workingDaysLeft(today, row.dueOn, calendar) : null,
    answeredAt: row.answeredAt,
    verdict: row.verdict as RequestView['verdict'],
    daysLate: row.daysLate,
    revision: row.revision,
    actions: requestActions(viewer, standingOf(row)),
  }
}

/** Requests with everything said about each. */
export async function requestDetails(context: Context, rows: readonly RequestRow[]): Promise<RequestDetail[]> {
  if (rows.length === 0) return []
  const calendar = await readCalendar(context.db)
  const turns = await context.db
    .selectFrom('documentRequestTurns')
    .innerJoin('people', 'people.personId', 'documentRequestTurns.personId')
    .select(['turnId', 'requestId', 'act', 'round', 'text', 'dueOn', 'at', 'people.fullName as who'])
    .where(
      'requestId',
      'in',
      rows.map(({ requestId }) => requestId),
    )
    .orderBy('step')
    .execute()
  return rows.map((row) => ({
    ...requestView(row, context, calendar),
    turns: turns
      .filter(({ requestId }) => requestId === row.requestId)
      .map(({ requestId: _, act, ...turn }) => ({ ...turn, act: act as RequestDetail['turns'][number]['act'] })),
  }))
}

export async function requestDetail(context: Context, requestId: string): Promise<RequestDetail> {
  const [detail] = await requestDetails(context, [await getRequest(context, requestId)])
  return detail!
}
