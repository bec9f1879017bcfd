import type { handleViolation as contract } from '@cchc/domain/follow-up/violation-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'

/** Writes down what was done about a violation; it may be written anew while nobody else has. */
export const handleViolation: Act<typeof contract> = async ({ db, viewer, now, record }, { params, body }) => {
  const flag = await db
    .selectFrom('violationFlags')
    .select(['flagId', 'inspectionId', 'revision', 'outcome', 'handledAt'])
    .where('flagId', '=', params.flagId)
    .forUpdate()
    .executeTakeFirst()
  if (!flag) throw new Refusal('no-such-violation')
  if (flag.revision !== body.revision)
    throw new Refusal(
      'violation-changed',
      { now: flag.handledAt ? `đã xử lý ${formatInstant(flag.handledAt)}` : 'chưa xử lý' },
      { theirs: { revision: flag.revision, outcome: flag.outcome }, yours: body.outcome },
    )
  await db
    .updateTable('violationFlags')
    .set({ outcome: body.outcome, handledBy: viewer.personId, handledAt: now, revision: flag.revision + 1 })
    .where('flagId', '=', flag.flagId)
    .execute()
  await record('violation.handle', flag.flagId, {}, flag.inspectionId)
  return { done: true }
}
