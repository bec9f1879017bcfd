import type { submitConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { missingInConclusion } from '@cchc/domain/conclusions/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion, moveConclusion } from './queries.ts'

/** Sends the draft round for remarks; refuses with `conclusion-incomplete`, which names what is missing. */
export const submitConclusion: Act<typeof contract> = async (context, { params }) => {
  const conclusion = await lockConclusion(context, params.conclusionId, 'submit')
  const { text, recommendations } = await changedConclusion(context, conclusion.inspectionId)
  const missing = missingInConclusion(text, recommendations, context.today)
  if (missing.length > 0) throw new Refusal('conclusion-incomplete', { missing: missing.join('; ') })
  await moveConclusion(context, conclusion, 'submit')
  return changedConclusion(context, conclusion.inspectionId)
}
