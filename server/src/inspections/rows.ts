import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { type Standing, standingOf } from '@cchc/domain/inspections/stage.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'
import { teamInspections } from './queries.ts'
import { standingConclusionFor } from './standing-conclusion.ts'

/** Inspections with all that their stage is read from, in one query; filter it further before running. */
export function selectInspectionRows(db: Db, viewer: Viewer, today: CalendarDate) {
  const owed = sql<string>`recommendations.state in ('open', 'sent-back')`
  return teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoin('visits', 'visits.inspectionId', 'inspections.inspectionId')
    .leftJoin('conclusions', (join) =>
      join.onRef('conclusions.inspectionId', '=', 'inspections.inspectionId').on(standingConclusionFor(viewer)),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('recommendations')
          .whereRef('recommendations.conclusionId', '=', 'conclusions.conclusionId')
          .where('conclusions.state', '=', 'issued')
          // What others than the unit are asked for is followed on its own page and counts for no stage.
          .where('recommendations.addresseeKind', '=', 'unit')
          .select((inner) => [
            inner.fn.countAll<number>().as('total'),
            inner.fn.countAll<number>().filterWhere('recommendations.state', '<>', 'verified').as('open'),
            sql<CalendarDate | null>`min(recommendations.due_on) filter (where ${owed})`.as('owedDueOn'),
            sql<CalendarDate | null>`min(recommendations.due_on) filter (where recommendations.state = 'remedied')`.as(
              'verifyDueOn',
            ),
          ])
          .as('tally'),
      (join) => join.onTrue(),
    )
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'units.type as unitType',
      'inspections.kind',
      'inspections.state',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.teamGroup',
      'inspections.place',
      'inspections.leadWorkingDays',
      'inspections.reportDueOn',
      'inspections.reportExtendedTo',
      'inspections.revision',
      'inspections.position',
      'selfReports.state as reportState',
      'selfReports.sentAt as reportSentAt',
      'selfReports.verdict as reportVerdict',
      'selfReports.progress as reportProgress',
      'visits.state as visitState',
      'conclusions.state as conclusionState',
      'conclusions.dueOn as conclusionDueOn',
      'tally.total as recommendationsTotal',
      'tally.open as recommendationsOpen',
      'tally.owedDueOn',
      'tally.verifyDueOn',
    ])
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('visitNotices')
          .whereRef('visitNotices.inspectionId', '=', 'inspections.inspectionId')
          .select((inner) => [
            inner.fn.min('visitNotices.issuedOn').as('announcedOn'),
            inner.fn.agg<boolean>('bool_or', ['visitNotices.stands']).as('noticeStands'),
          ])
          .as('notice'),
      (join) => join.onTrue(),
    )
    .select(['notice.announcedOn', 'notice.noticeStands'])
    .select(sql<CalendarDate>`${today}::date`.as('today'))
}

export type JoinedRow = Awaited<ReturnType<ReturnType<typeof selectInspectionRows>['execute']>>[number]

/** One joined row as the contract's view; a visit that should have been concluded is due its conclusion so many working days after it. */
export function inspectionRow(
  row: JoinedRow,
  calendar: readonly CalendarDay[],
  conclusionDueOn: CalendarDate | null,
): InspectionRow {
  const standing: Standing = {
    state: row.state as InspectionRow['state'],
    visitOn: row.visitOn,
    visitOpen: row.visitState === 'open',
    reportState: (row.reportState ?? 'not-started') as InspectionRow['reportState'],
    reportSent: row.reportSentAt !== null,
    reportDueOn: row.reportDueOn,
    conclusionState: (row.conclusionState ?? 'none') as InspectionRow['conclusionState'],
    conclusionDueOn: row.conclusionDueOn ?? conclusionDueOn,
    recommendationsOpen: row.recommendationsOpen ?? 0,
    remedyDueOn: row.owedDueOn,
    verifyDueOn: row.verifyDueOn,
    noticeOutdated: row.state === 'announced' && !row.noticeStands,
  }
  return {
    inspectionId: row.inspectionId,
    unitCode: row.unitCode,
    unitName: row.unitName,
    unitType: row.unitType as InspectionRow['unitType'],
    kind: row.kind as InspectionRow['kind'],
    state: standing.state,
    ...standingOf(standing, row.today, calendar),
    announcedOn: row.announcedOn,
    visitOn: row.visitOn,
    halfDay: row.halfDay as InspectionRow['halfDay'],
    teamGroup: row.teamGroup,
    place: row.place,
    reportDueOn: row.reportDueOn,
    reportState: standing.reportState,
    reportSentAt: row.reportSentAt,
    reportVerdict: row.reportVerdict as InspectionRow['reportVerdict'],
    reportProgress: row.reportProgress ?? 0,
    conclusionState: standing.conclusionState,
    recommendationsOpen: standing.recommendationsOpen,
    recommendationsTotal: row.recommendationsTotal ?? 0,
    revision: row.revision,
  }
}
