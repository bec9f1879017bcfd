import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { noteConclusionSeen as contract } from '@cchc/domain/conclusions/replacement-contract.ts'
import type { Act } from '../platform/serve.ts'
import { getConclusionRecord } from './queries.ts'

/** Somebody of the unit has the notice before them, with what corrects or withdraws it; kept once, with the first time. */
export const noteConclusionSeen: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, record } = context
  const { conclusionId, inspectionId, documentId, withdrawnByDocument } = await getConclusionRecord(
    context,
    params.conclusionId,
  )
  // Somebody who is of the team too looks as the team.
  if (!worksForInspectedUnit(viewer)) return { done: true }
  const letters = await db
    .selectFrom('noticeCorrections')
    .select('documentId')
    .where('conclusionId', '=', conclusionId)
    .execute()
  const papers = [documentId, withdrawnByDocument, ...letters.map((letter) => letter.documentId)]
  for (const paper of papers) {
    if (paper === null) continue
    const kept = await db
      .insertInto('documentReceipts')
      .values({ documentId: paper, inspectionId, personId: viewer.personId, seenAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('documentId')
      .executeTakeFirst()
    if (kept) await record('conclusion.seen', paper, {}, inspectionId)
  }
  return { done: true }
}
