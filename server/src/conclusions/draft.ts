import {
  draftPieces,
  type Piece,
  type ProposedRemedy,
  proposedRemedies,
  type VisitRecord,
} from '@cchc/domain/conclusions/draft-conclusion.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { draftPoint } from './board.ts'
import { readPatterns } from './patterns.ts'
import { type BoardPoint, readPoints } from './points.ts'
import { type ConclusionRecord, findConclusion } from './queries.ts'
import { readVisitRecord } from './visit-record.ts'

/** What the board proposes for the notice now, by the patterns that the notice is drafted by. */
export interface Draft {
  readonly conclusion: ConclusionRecord
  readonly pieces: readonly Piece[]
  readonly remedies: readonly ProposedRemedy[]
  readonly points: readonly BoardPoint[]
  readonly figures: VisitRecord['figures']
  readonly fields: VisitRecord['fields']
  readonly recommendations: readonly {
    readonly recommendationId: string
    readonly findingId: string | null
    readonly text: string
    readonly dueOn: string
    readonly revision: number
  }[]
}

/** The draft of an inspection that has a conclusion; refuses with `no-such-conclusion`. */
export async function readDraft(context: Context, inspectionId: string): Promise<Draft> {
  const { db } = context
  const inspection = await getInspectionRecord(context, inspectionId)
  const conclusion = await findConclusion(context, inspectionId)
  const { visitOn } = inspection
  if (!conclusion || visitOn === null) throw new Refusal('no-such-conclusion')
  const { points } = await readPoints(context, inspectionId)
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const record = await readVisitRecord(context, { ...inspection, visitOn }, campaign, points.flatMap(draftPoint))
  const patterns = await readPatterns(context, conclusion.structure.patternsVersion)
  const recommendations = await db
    .selectFrom('recommendations')
    .select(['recommendationId', 'findingId', 'text', 'dueOn', 'revision'])
    .where('conclusionId', '=', conclusion.conclusionId)
    .orderBy('position')
    .execute()
  return {
    conclusion,
    pieces: draftPieces(record, patterns, recommendations),
    remedies: proposedRemedies(record, patterns),
    points,
    figures: record.figures.filter(({ verified }) => verified !== null),
    fields: record.fields,
    recommendations,
  }
}
