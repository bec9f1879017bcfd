import type { takeBackViolation as contract } from '@cchc/domain/follow-up/violation-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { findFinding } from '../fieldwork/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'

/**
 * Takes the viewer's own flags of a finding back. Whether nothing was flagged or it has been handled already is one and the
 * same refusal: whoever flags may not read what became of it.
 */
export const takeBackViolation: Act<typeof contract> = async (context, { params, body }) => {
  const { db, now, record } = context
  const finding = await findFinding(context, params.findingId)
  if (!finding) throw new Refusal('no-such-finding')
  const { findingId, inspectionId } = finding
  const taken = await sql<{ count: number }>`
    select take_back_violation(${findingId}, ${body.why}, ${now}) as count`.execute(db)
  if (!taken.rows[0]?.count) throw new Refusal('no-flag-to-take-back')
  await record('violation.take-back', findingId, {}, inspectionId)
  const { rows } = await sql<{ personId: string }>`select violation_handlers(${inspectionId}) as person_id`.execute(db)
  await tell(context, {
    personIds: rows.map(({ personId }) => personId),
    inspectionId,
    kind: 'violation.take-back',
    title: 'Một vi phạm đã chuyển được người chuyển rút lại',
    link: '/vi-pham',
  })
  return { done: true }
}
