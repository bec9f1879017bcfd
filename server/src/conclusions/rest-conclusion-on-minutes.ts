import { conclusionStateNames } from '@cchc/domain/conclusions/contract.ts'
import type { restConclusionOnMinutes as contract } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { findConclusion, lockConclusion } from './queries.ts'

/** The draft has been read against another version of the minutes and rests on that one from now on. */
export const restConclusionOnMinutes: Act<typeof contract> = async (context, { params }) => {
  const { db, record } = context
  const { inspectionId, version } = params
  const found = await findConclusion(context, inspectionId)
  if (!found) throw new Refusal('no-such-conclusion')
  const { conclusionId, state } = await lockConclusion(
    context,
    found.conclusionId,
    found.state === 'under-review' ? 'return' : 'save',
  )
  const known = await db
    .selectFrom('minutesVersions')
    .select('version')
    .where('inspectionId', '=', inspectionId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!known) throw new Refusal('no-such-minutes', { version })
  await db
    .updateTable('conclusions')
    .set({ minutesVersion: version })
    .where('conclusionId', '=', conclusionId)
    .execute()
  await record(
    'conclusion.rest-on-minutes',
    conclusionId,
    { version, state: conclusionStateNames[state] },
    inspectionId,
  )
  return { done: true }
}
