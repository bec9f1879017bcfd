import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { findsFault, isTold, undoneAt } from '@cchc/domain/conclusions/board-rules.ts'
import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { type DraftPoint, proposedRemedies } from '@cchc/domain/conclusions/draft-conclusion.ts'
import { likelyDuplicates } from '@cchc/domain/conclusions/likely-duplicates.ts'
import { remedyDueDate } from '@cchc/domain/conclusions/remedy-due-date.ts'
import { conclusionActions, mayDraftConclusion } from '@cchc/domain/conclusions/rules.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { readGuests } from '../thematic/queries.ts'
import { newestPatternsVersion, readPatterns } from './patterns.ts'
import { type BoardPoint, readPoints } from './points.ts'
import { fieldsOf, findConclusion } from './queries.ts'
import { recommendationView, selectRecommendations } from './recommendations.ts'

/** The board of one inspection: its points, what is still to be done at each, and what the viewer may do. */
export async function boardView(context: Context, inspectionId: string): Promise<BoardView> {
  const { db, viewer, today, settings } = context
  const inspection = await getInspectionRecord(context, inspectionId)
  const inspectionState = inspection.state as InspectionState
  const conclusion = await findConclusion(context, inspectionId)
  const unit = await db
    .selectFrom('units')
    .select(['name', 'type', 'fullName'])
    .where('unitCode', '=', inspection.unitCode)
    .executeTakeFirstOrThrow()
  const { points, loose } = await readPoints(context, inspectionId)
  const fields = await fieldsOf(context, inspectionId)
  const calendar = await readCalendar(db)
  const rows = await selectRecommendations(db, viewer)
    .where('recommendations.inspectionId', '=', inspectionId)
    // Of the conclusion shown alone: a replacement carries on what the notice before it asked for.
    .where('conclusions.conclusionId', '=', conclusion?.conclusionId ?? null)
    .orderBy('recommendations.position')
    .execute()
  const recommendations = rows.map((row) => recommendationView(row, today, calendar))
  const patterns = await readPatterns(
    context,
    conclusion?.structure.patternsVersion ?? (await newestPatternsVersion(context)),
  )
  const addressee = authorityOf({ name: unit.name, type: unit.type as UnitType })
  const around = { unitName: addressee, officeName: settings.officeName, fields }
  const remedies = new Map(
    proposedRemedies({ ...around, points: points.flatMap(draftPoint) }, patterns).map((one) => [one.pointId, one]),
  )
  const { remedyWorkingDays } = await getSettledCampaign(db, inspection.campaignId)
  const conclusionDueOn = conclusion?.dueOn ?? today
  const mayEdit =
    conclusion !== undefined &&
    conclusionActions({
      viewer,
      state: conclusion.state,
      inspectionState,
      text: conclusion.text,
      recommendations: [],
      approved: false,
      settled: false,
      replaces: conclusion.replaces !== null,
      today,
    }).includes('edit')
  const mayOpen =
    mayEdit || mayDraftConclusion(viewer, inspectionState, conclusion !== undefined && conclusion.state !== 'withdrawn')
  return {
    inspectionId,
    unitName: unit.fullName,
    visitOn: inspection.visitOn,
    conclusionId: conclusion?.conclusionId ?? null,
    state: conclusion?.state ?? null,
    fields,
    points: points.map((point) => pointView(point, recommendations, remedies.get(point.pointId) ?? null, today)),
    loose,
    thematic: (await readGuests(context, inspectionId)).map(({ registrationId, agencyName, title }) => ({
      registrationId,
      agencyName,
      title,
    })),
    likely: likelyDuplicates(points.map((point) => ({ ...point, praise: praises(point) }))),
    addressee,
    remedyWorkingDays,
    countsFrom: conclusionDueOn > today ? conclusionDueOn : today,
    suggestedRemedyDueOn: remedyDueDate({ today, conclusionDueOn }, remedyWorkingDays, calendar),
    actions: [
      ...(mayOpen && (loose.length > 0 || !conclusion) ? (['open'] as const) : []),
      ...(mayEdit ? (['edit'] as const) : []),
    ],
  }
}

/** A point as the draft tells it; nothing for one that is not told or has lost its findings. */
export function draftPoint({ sources, place, ...point }: BoardPoint): DraftPoint[] {
  const [first] = sources
  if (!first || !isTold(place)) return []
  const { pointId, fieldKey, text, cause, responsible } = point
  return [{ pointId, findingId: first.findingId, place, fieldKey, text, cause, responsible }]
}

function praises({ place, sources }: BoardPoint): boolean {
  return isTold(place) ? !findsFault(place) : !sources.some(({ kind }) => findsFault(kind))
}

function pointView(
  { sources, merged, apart: _, inspectionId: __, ...point }: BoardPoint,
  all: readonly RecommendationView[],
  remedy: { text: string; proofExpected: string } | null,
  today: string,
): PointView {
  const recommendations = all.filter(({ findingId }) => sources.some((source) => source.findingId === findingId))
  return {
    ...point,
    sources: [...sources],
    merged: [...merged],
    recommendations,
    proposed: remedy && { text: remedy.text, proofExpected: remedy.proofExpected },
    undone: undoneAt({ ...point, sources: sources.length, recommendations }, today),
  }
}
