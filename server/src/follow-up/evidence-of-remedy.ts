import { holds } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { selectRecommendations } from '../conclusions/recommendations.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import type { Context } from '../platform/context.ts'
import { getRecommendationView, lockRecommendation } from './queries.ts'
import { actionRefusal } from './require-action.ts'

/** The turn of the remedy that the unit would send now, from 1. */
export async function openTurn({ db }: Pick<Context, 'db'>, recommendationId: string): Promise<number> {
  const { sent } = await db
    .selectFrom('remedies')
    .select((eb) => eb.fn.max('turn').as('sent'))
    .where('recommendationId', '=', recommendationId)
    .executeTakeFirstOrThrow()
  return (sent ?? 0) + 1
}

/**
 * Proofs hang on the recommendation at the turn of their remedy: the unit changes them until it sends that remedy, and the team
 * sees them from then on. Of a notice that no longer stands nothing is shown or changed.
 */
export const evidenceOfRemedy: AttachmentOwner = {
  async open(context, recommendationId) {
    const { inspectionId, isIssued } = await ownerRow(context, recommendationId)
    if (!isIssued) return { inspectionId, refusal: () => new Refusal('no-such-recommendation'), hides: () => true }
    const recommendation = await getRecommendationView(context, recommendationId)
    const refusal = holds(context.viewer, 'recommendation.remedy')
      ? actionRefusal(context.viewer, recommendation, 'remedy')
      : new Refusal('not-permitted')
    const turn = await openTurn(context, recommendationId)
    const isOwn = context.viewer.unitCode === recommendation.unitCode
    return {
      inspectionId,
      refusal: (place) => refusal ?? (place === String(turn) ? null : new Refusal('remedy-sent')),
      hides: (place) => Number(place) >= turn && !isOwn,
    }
  },
  /** A file that came, or went, while the remedy was being sent would change what was sent. */
  async changed(context, recommendationId) {
    const { db } = context
    await lockRecommendation(context, recommendationId)
    const remedies = await db
      .selectFrom('remedies')
      .select('fileIds')
      .where('recommendationId', '=', recommendationId)
      .execute()
    const files = await db
      .selectFrom('attachments')
      .select(['attachmentId', 'place', 'state', 'removedAt'])
      .where('ownerKind', '=', 'remedy')
      .where('ownerId', '=', recommendationId)
      .execute()
    const isSent = (id: string) => remedies.some(({ fileIds }) => fileIds.includes(id))
    const wrong = files.some(({ attachmentId, place, state, removedAt }) =>
      removedAt !== null
        ? isSent(attachmentId)
        : Number(place) <= remedies.length && state !== 'infected' && !isSent(attachmentId),
    )
    if (wrong) throw new Refusal('remedy-sent')
  },
}

async function ownerRow({ db, viewer }: Context, recommendationId: string) {
  const row = await selectRecommendations(db, viewer)
    .select('conclusions.state as conclusionState')
    .where('recommendations.recommendationId', '=', recommendationId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-recommendation')
  return { inspectionId: row.inspectionId, isIssued: row.conclusionState === 'issued' }
}
