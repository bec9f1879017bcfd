import type { settlePieces as contract } from '@cchc/domain/conclusions/board-contract.ts'
import { keepWords, type Notice, takePiece } from '@cchc/domain/conclusions/notice-structure.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { readDraft } from './draft.ts'
import { keepNotice } from './keep-notice.ts'
import { lockConclusion } from './queries.ts'
import { piecesOf } from './structure-view.ts'

/**
 * Takes proposed sentences over into the notice, or keeps the words it has. Every decision says what was seen when it was
 * made; refuses all of them with `changed-meanwhile`, whose details hold what stands now, when that has changed since.
 */
export const settlePieces: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { inspectionId, revision } = await lockConclusion(context, params.conclusionId, 'save')
  const draft = await readDraft(context, inspectionId)
  const standing = piecesOf(draft)
  const { pieces, fields, recommendations, conclusion } = draft
  let notice: Notice = conclusion
  for (const { key, decision, proposed, now } of body.decisions) {
    const piece = standing.find((each) => each.key === key)
    if (!piece || piece.proposed !== proposed || piece.now !== now)
      throw new Refusal('changed-meanwhile', { what: 'Đoạn này' }, { theirs: piece ?? null, yours: { proposed, now } })
    if (piece.recommendationId === null) {
      notice = decision === 'take' ? takePiece(notice, pieces, key, fields) : keepWords(notice, pieces, key)
      continue
    }
    const words = proposed!
    const taken = { ...notice.structure.taken, [key]: { part: piece.part, words } }
    notice = { text: notice.text, structure: { ...notice.structure, taken } }
    const asked = recommendations.find(({ recommendationId }) => recommendationId === piece.recommendationId)!
    if (decision === 'take')
      await db
        .updateTable('recommendations')
        .set({ text: words, revision: asked.revision + 1 })
        .where('recommendationId', '=', asked.recommendationId)
        .execute()
  }
  await keepNotice(context, params.conclusionId, notice, revision + 1)
  const of = (which: 'take' | 'keep') =>
    body.decisions.flatMap(({ key, decision }) => (decision === which ? [key] : []))
  await record('conclusion.settle-pieces', params.conclusionId, { take: of('take'), keep: of('keep') }, inspectionId)
  return changedConclusion(context, inspectionId)
}
