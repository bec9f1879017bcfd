import { carriedDueOn } from '@cchc/domain/conclusions/replacement.ts'
import { nextConclusionState } from '@cchc/domain/conclusions/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { withdrawOpenRequest } from '../follow-up/more-time.ts'
import type { Context } from '../platform/context.ts'
import type { ConclusionRecord } from './queries.ts'

/** Recommendations of the notice to be replaced that are not settled, each with the line that carries it on or why it is closed. */
export async function openOfReplaced(
  { db }: Pick<Context, 'db'>,
  { conclusionId, replaces }: { conclusionId: string; replaces: string },
) {
  return db
    .selectFrom('recommendations as old')
    .leftJoin('recommendations as line', (join) =>
      join.onRef('line.carries', '=', 'old.recommendationId').on('line.conclusionId', '=', conclusionId),
    )
    .leftJoin('replacementClosings as closing', (join) =>
      join.onRef('closing.recommendationId', '=', 'old.recommendationId').on('closing.conclusionId', '=', conclusionId),
    )
    .select([
      'old.recommendationId',
      'old.fieldKey',
      'old.findingId',
      'old.text',
      'old.addressee',
      'old.addresseeKind',
      'old.dueOn',
      'old.proofExpected',
      'old.state',
      'line.recommendationId as carriedAs',
      'line.dueOn as lineDueOn',
      'line.carriedDueOn as lineCarriedDueOn',
      'closing.reason as closedBecause',
    ])
    .where('old.conclusionId', '=', replaces)
    .where('old.state', '<>', 'verified')
    .orderBy('old.position')
    .execute()
}

/** The line of a replacement's draft that carries on one of `openOfReplaced`, as it stands there. */
export function lineCarrying(one: Awaited<ReturnType<typeof openOfReplaced>>[number]) {
  const { recommendationId, fieldKey, findingId, text, addressee, addresseeKind, dueOn, proofExpected } = one
  const words = { fieldKey, findingId, text, addressee, addresseeKind, dueOn, proofExpected }
  return { ...words, carries: recommendationId, carriedDueOn: dueOn }
}

/**
 * Refuses with `carried-or-closed` while the draft of a replacement says nothing of an open recommendation; and follows dates that
 * were moved meanwhile, so that more time once granted is not taken back.
 */
export async function requireNothingForgotten(context: Context, conclusion: ConclusionRecord): Promise<void> {
  const { db } = context
  const { conclusionId, replaces } = conclusion
  if (replaces === null) return
  const open = await openOfReplaced(context, { conclusionId, replaces })
  const forgotten = open.filter(({ carriedAs, closedBecause }) => carriedAs === null && closedBecause === null)
  if (forgotten.length > 0)
    throw new Refusal('carried-or-closed', {
      count: forgotten.length,
      which: forgotten.map(({ text }) => `“${text}”`).join('; '),
    })
  for (const { carriedAs, lineDueOn, lineCarriedDueOn, dueOn } of open) {
    if (carriedAs === null || lineDueOn === null || lineCarriedDueOn === null) continue
    const set = {
      dueOn: carriedDueOn({ dueOn: lineDueOn, carriedDueOn: lineCarriedDueOn, dueOnNow: dueOn }),
      carriedDueOn: dueOn,
    }
    if (set.dueOn !== lineDueOn || set.carriedDueOn !== lineCarriedDueOn)
      await db.updateTable('recommendations').set(set).where('recommendationId', '=', carriedAs).execute()
  }
}

/**
 * The new notice takes the old one's place: that one and its document are replaced; what is carried on keeps its identity, and
 * with it remedies, requests for more time and reminders, under the new words; what is closed asks for nothing any more. The
 * caller holds the inspection.
 */
export async function takeOver(
  context: Context,
  { conclusionId, inspectionId, replaces }: { conclusionId: string; inspectionId: string; replaces: string },
): Promise<void> {
  const { db, viewer, now, record } = context
  const old = await db
    .selectFrom('conclusions')
    .select(['state', 'documentId', 'replaceReason'])
    .where('conclusionId', '=', replaces)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = nextConclusionState(old.state as ConclusionRecord['state'], 'replace')
  if (!state) throw new Refusal('notice-valid-already')
  await db.updateTable('conclusions').set({ state }).where('conclusionId', '=', replaces).execute()
  await db.updateTable('documents').set({ state: 'replaced' }).where('documentId', '=', old.documentId).execute()
  const lines = await db
    .selectFrom('recommendations as line')
    .innerJoin('recommendations as old', 'old.recommendationId', 'line.carries')
    .selectAll('line')
    .select([
      'old.recommendationId as oldId',
      'old.text as oldText',
      'old.addressee as oldAddressee',
      'old.dueOn as oldDueOn',
      'old.proofExpected as oldProof',
    ])
    .where('line.conclusionId', '=', conclusionId)
    .orderBy('line.position')
    .execute()
  for (const line of lines) {
    const recommendationId = line.oldId
    await db
      .insertInto('recommendationMoves')
      .values({
        recommendationId,
        fromConclusion: replaces,
        toConclusion: conclusionId,
        text: line.oldText,
        addressee: line.oldAddressee,
        dueOn: line.oldDueOn,
        proofExpected: line.oldProof,
        movedAt: now,
      })
      .execute()
    await db.deleteFrom('recommendations').where('recommendationId', '=', line.recommendationId).execute()
    const { fieldKey, findingId, text, addressee, addresseeKind, dueOn, proofExpected, position } = line
    await db
      .updateTable('recommendations')
      .set((eb) => ({
        conclusionId,
        fieldKey,
        findingId,
        text,
        addressee,
        addresseeKind,
        dueOn,
        proofExpected,
        position,
        revision: eb('revision', '+', 1),
      }))
      .where('recommendationId', '=', recommendationId)
      .execute()
    if (dueOn !== line.oldDueOn)
      await db
        .insertInto('recommendationDueChanges')
        .values({
          recommendationId,
          fromDue: line.oldDueOn,
          toDue: dueOn,
          cause: 'replaced',
          reason: 'Theo thông báo thay thế',
          changedBy: viewer.personId,
          at: now,
        })
        .execute()
    await record('recommendation.carry', recommendationId, { from: replaces, to: conclusionId }, inspectionId)
  }
  const closed = await db
    .selectFrom('replacementClosings')
    .select(['recommendationId', 'reason'])
    .where('conclusionId', '=', conclusionId)
    .execute()
  for (const { recommendationId, reason } of closed) {
    await withdrawOpenRequest(context, recommendationId, 'Kiến nghị không còn trong thông báo thay thế.')
    await record('recommendation.close', recommendationId, { reason }, inspectionId)
  }
  await record(
    'conclusion.replace',
    replaces,
    { by: conclusionId, carried: lines.length, closed: closed.length },
    inspectionId,
  )
}
