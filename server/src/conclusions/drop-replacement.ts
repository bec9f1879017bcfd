import type { dropReplacement as contract } from '@cchc/domain/conclusions/replacement-contract.ts'
import { isDraft } from '@cchc/domain/conclusions/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { wasShown } from './close-showing.ts'
import { getConclusionRecord } from './queries.ts'

/** Gives up a replacement that is being written; the notice stands as if nothing had been begun. One that the unit was shown stays. */
export const dropReplacement: Act<typeof contract> = async (context, { params }) => {
  const { db, record } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  await getInspectionForUpdate(context, inspectionId)
  const { conclusionId, state, replaces, text } = await getConclusionRecord(context, params.conclusionId)
  if (replaces === null || !isDraft(state)) throw new Refusal('no-such-conclusion')
  if (await wasShown(context, conclusionId)) throw new Refusal('draft-was-shown')
  await db.deleteFrom('conclusions').where('conclusionId', '=', conclusionId).execute()
  await record('conclusion.drop-replacement', conclusionId, { replaces, text }, inspectionId)
  return { done: true }
}
