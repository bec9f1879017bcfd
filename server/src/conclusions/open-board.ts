import type { openBoard as contract } from '@cchc/domain/conclusions/board-contract.ts'
import { adoptPieces } from '@cchc/domain/conclusions/notice-structure.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { boardView } from './board.ts'
import { readDraft } from './draft.ts'
import { keepNotice } from './keep-notice.ts'
import { findConclusion, lockConclusion } from './queries.ts'
import { pointsOfFindings, startConclusion } from './start-conclusion.ts'

/**
 * Makes a point of every finding that has none. The first time it begins the conclusion too, as yet without words; a draft that
 * was written before there was a board is tied to its points where it says just what they say.
 */
export const openBoard: Act<typeof contract> = async (context, { params }) => {
  const { inspectionId } = params
  await getInspectionForUpdate(context, inspectionId)
  const existing = await findConclusion(context, inspectionId)
  if (!existing) {
    const { conclusionId } = await startConclusion(context, inspectionId)
    await context.record('conclusion.board', conclusionId, {}, inspectionId)
    return boardView(context, inspectionId)
  }
  const { conclusionId, revision } = await lockConclusion(context, existing.conclusionId, 'save')
  const points = await pointsOfFindings(context, inspectionId)
  const { conclusion, pieces } = await readDraft(context, inspectionId)
  await keepNotice(context, conclusionId, adoptPieces(conclusion, pieces), revision)
  await context.record('conclusion.board', conclusionId, { points }, inspectionId)
  return boardView(context, inspectionId)
}
