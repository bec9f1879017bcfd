import type { flagViolation as contract } from '@cchc/domain/follow-up/violation-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { findFinding } from '../fieldwork/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'

/**
 * Brings a violation before those who handle it. The row is written without being read back, because whoever flags may not
 * read flags; nothing tells whether the finding was flagged before.
 */
export const flagViolation: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const finding = await findFinding(context, params.findingId)
  if (!finding) throw new Refusal('no-such-finding')
  if (finding.kind !== 'violation') throw new Refusal('not-a-violation')
  const { findingId, inspectionId, text } = finding
  await db
    .insertInto('violationFlags')
    .values({ inspectionId, findingId, about: text, why: body.why, flaggedBy: viewer.personId, flaggedAt: now })
    .execute()
  await record('violation.flag', findingId, {}, inspectionId)
  const { rows } = await sql<{ personId: string }>`select violation_handlers(${inspectionId}) as person_id`.execute(db)
  await tell(context, {
    personIds: rows.map(({ personId }) => personId),
    inspectionId,
    kind: 'violation.flag',
    title: 'Có vi phạm cần xem xét, xử lý',
    link: '/vi-pham',
  })
  return { done: true }
}
