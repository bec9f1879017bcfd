import type { submitConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { missingInConclusion } from '@cchc/domain/conclusions/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { askLeads } from './ask-leads.ts'
import { requireNothingForgotten } from './carried.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion, moveConclusion } from './queries.ts'

/**
 * Sends the draft round: every field's lead is asked, by a day. Refuses with `conclusion-incomplete`, which names what is missing,
 * `conclusion-terms-unset` and, in a replacement, `carried-or-closed`.
 */
export const submitConclusion: Act<typeof contract> = async (context, { params }) => {
  const conclusion = await lockConclusion(context, params.conclusionId, 'submit')
  if (conclusion.replaces !== null) await requireNothingForgotten(context, conclusion)
  const view = await changedConclusion(context, conclusion.inspectionId)
  const { text, recommendations } = view
  const missing = missingInConclusion(text, recommendations, context.today)
  if (missing.length > 0) throw new Refusal('conclusion-incomplete', { missing: missing.join('; ') })
  await moveConclusion(context, conclusion, 'submit')
  await askLeads(context, view)
  return changedConclusion(context, conclusion.inspectionId)
}
