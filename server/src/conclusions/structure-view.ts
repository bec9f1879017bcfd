import type { PieceView, StructureView } from '@cchc/domain/conclusions/board-contract.ts'
import { pieceStandings } from '@cchc/domain/conclusions/notice-structure.ts'
import { remedyStandings } from '@cchc/domain/conclusions/remedy-standings.ts'
import type { Context } from '../platform/context.ts'
import { type Draft, readDraft } from './draft.ts'
import { newestPatternsVersion } from './patterns.ts'

/** Every paragraph of the draft with the points it came from, and what has changed since. */
export async function structureView(context: Context, inspectionId: string): Promise<StructureView> {
  const draft = await readDraft(context, inspectionId)
  const { structure } = draft.conclusion
  return {
    pieces: piecesOf(draft),
    ties: Object.fromEntries(Object.entries(structure.ties).map(([part, ties]) => [part, [...ties]])),
    points: draft.points.map(({ pointId, place, fieldKey, text, sources }) => ({
      pointId,
      place,
      fieldKey,
      text,
      sources: [...sources],
    })),
    figures: [...draft.figures],
    patternsVersion: structure.patternsVersion,
    newestPatternsVersion: await newestPatternsVersion(context),
  }
}

/** The notice's own pieces, and what it asks for, beside what the board proposes. */
export function piecesOf({ conclusion, pieces, remedies, points, recommendations }: Draft): PieceView[] {
  const { structure, text } = conclusion
  const findingsOf = (pointId: string) =>
    points.find((point) => point.pointId === pointId)?.sources.map(({ findingId }) => findingId) ?? []
  return [
    ...pieceStandings(pieces, structure, text).map((piece) => ({ ...piece, recommendationId: null })),
    ...remedyStandings(remedies, recommendations, findingsOf, structure.taken),
  ].map(({ pointIds, lacking, ...piece }) => ({ ...piece, pointIds: [...pointIds], lacking: [...lacking] }))
}
