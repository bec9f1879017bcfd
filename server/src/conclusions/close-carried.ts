import type {
  carryAgain as againContract,
  closeCarried as closeContract,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { lineCarrying, openOfReplaced } from './carried.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'

async function openOne(context: Context, conclusionId: string, recommendationId: string) {
  const conclusion = await lockConclusion(context, conclusionId, 'save')
  const { replaces, inspectionId } = conclusion
  const open = replaces === null ? [] : await openOfReplaced(context, { conclusionId, replaces })
  const one = open.find((each) => each.recommendationId === recommendationId)
  if (!one) throw new Refusal('no-such-recommendation')
  return { one, inspectionId }
}

/** An open recommendation is not carried on, and why; its line leaves the draft. It is closed once the replacement is issued. */
export const closeCarried: Act<typeof closeContract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { conclusionId } = params
  const { recommendationId, reason } = body
  const { one, inspectionId } = await openOne(context, conclusionId, recommendationId)
  if (one.carriedAs !== null)
    await db.deleteFrom('recommendations').where('recommendationId', '=', one.carriedAs).execute()
  const words = { reason, closedBy: viewer.personId, closedAt: now }
  await db
    .insertInto('replacementClosings')
    .values({ conclusionId, recommendationId, ...words })
    .onConflict((conflict) => conflict.columns(['conclusionId', 'recommendationId']).doUpdateSet(words))
    .execute()
  await record('conclusion.close-carried', conclusionId, { recommendationId, reason }, inspectionId)
  return changedConclusion(context, inspectionId)
}

/** Carries it on after all, as a line at the end of the draft with its words and date as they stand. */
export const carryAgain: Act<typeof againContract> = async (context, { params }) => {
  const { db, record } = context
  const { conclusionId, recommendationId } = params
  const { one, inspectionId } = await openOne(context, conclusionId, recommendationId)
  await db
    .deleteFrom('replacementClosings')
    .where('conclusionId', '=', conclusionId)
    .where('recommendationId', '=', recommendationId)
    .execute()
  if (one.carriedAs === null) {
    await db
      .insertInto('recommendations')
      .values((eb) => ({
        ...lineCarrying(one),
        conclusionId,
        inspectionId,
        position: eb
          .selectFrom('recommendations')
          .where('conclusionId', '=', conclusionId)
          .select((inner) => inner.fn.coalesce(inner(inner.fn.max('position'), '+', 1), inner.lit(0)).as('next')),
      }))
      .execute()
  }
  await record('conclusion.carry-again', conclusionId, { recommendationId }, inspectionId)
  return changedConclusion(context, inspectionId)
}
