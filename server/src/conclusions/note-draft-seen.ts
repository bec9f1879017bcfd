import type { noteDraftSeen as contract } from '@cchc/domain/conclusions/answer-contract.ts'
import type { Act } from '../platform/serve.ts'
import { getShowing, requireOwnUnit } from './showing-view.ts'

/** Somebody of the unit has the draft before them; kept once, with the first time. */
export const noteDraftSeen: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, record } = context
  const showing = await getShowing(context, params.showingId)
  requireOwnUnit(context, showing)
  const { showingId, inspectionId } = showing
  const kept = await db
    .insertInto('draftReceipts')
    .values({ showingId, personId: viewer.personId, seenAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('showingId')
    .executeTakeFirst()
  if (kept) await record('draft.seen', showingId, {}, inspectionId)
  return { done: true }
}
