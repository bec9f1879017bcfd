import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { isOverdue } from '@cchc/domain/conclusions/states.ts'
import { type CalendarDay, workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'

/** Recommendations of inspections that this viewer may know, of drafts too: filter by `conclusions.state` before showing them. */
export function selectRecommendations(db: Db, viewer: Viewer) {
  return visibleInspections(db, viewer)
    .innerJoin('recommendations', 'recommendations.inspectionId', 'inspections.inspectionId')
    .innerJoin('conclusions', 'conclusions.conclusionId', 'recommendations.conclusionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('campaignFields', (join) =>
      join
        .onRef('campaignFields.campaignId', '=', 'inspections.campaignId')
        .onRef('campaignFields.fieldKey', '=', 'recommendations.fieldKey'),
    )
    .select([
      'recommendations.recommendationId',
      'recommendations.conclusionId',
      'recommendations.inspectionId',
      'inspections.unitCode',
      'inspections.year',
      'units.fullName as unitName',
      'recommendations.findingId',
      'recommendations.fieldKey',
      'campaignFields.name as fieldName',
      'recommendations.text',
      'recommendations.addressee',
      'recommendations.addresseeKind',
      'recommendations.dueOn',
      'recommendations.proofExpected',
      'recommendations.state',
      'recommendations.revision',
      'recommendations.carries',
      'recommendations.carriedDueOn',
      'inspections.state as inspectionState',
    ])
    .select((eb) => [
      eb
        .selectFrom('recommendationExtensions as granted')
        .whereRef('granted.recommendationId', '=', 'recommendations.recommendationId')
        .where('granted.state', '=', 'granted')
        .select(eb.fn.countAll<number>().as('n'))
        .as('extended'),
      eb
        .exists(
          eb
            .selectFrom('recommendationExtensions as asked')
            .select('asked.extensionId')
            .whereRef('asked.recommendationId', '=', 'recommendations.recommendationId')
            .where('asked.state', '=', 'asked'),
        )
        .as('waitsForTime'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRecommendations>['execute']>>[number]

export function recommendationView(row: Row, today: string, calendar: readonly CalendarDay[]): RecommendationView {
  const { conclusionId, inspectionState, ...rest } = row
  const state = row.state as RecommendationView['state']
  const addresseeKind = row.addresseeKind as RecommendationView['addresseeKind']
  return {
    ...rest,
    state,
    addresseeKind,
    extended: Number(row.extended ?? 0),
    waitsForTime: Boolean(row.waitsForTime),
    fieldName: row.fieldName ?? fieldName(row.fieldKey),
    overdue: isOverdue({ state, dueOn: row.dueOn, addresseeKind }, today),
    workingDaysLeft: workingDaysLeft(today, row.dueOn, calendar),
  }
}

/** The id of the conclusion that a recommendation belongs to, or `no-such-recommendation`. */
export async function findConclusionOf(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  recommendationId: string,
): Promise<string> {
  const row = await selectRecommendations(db, viewer)
    .where('recommendations.recommendationId', '=', recommendationId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-recommendation')
  return row.conclusionId
}
