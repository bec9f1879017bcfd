import type { returnConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion, moveConclusion, takeApprovalBack } from './queries.ts'

/** Takes the draft back from review to edit it; its remarks stay, its approval does not. */
export const returnConclusion: Act<typeof contract> = async (context, { params }) => {
  const conclusion = await lockConclusion(context, params.conclusionId, 'return')
  await moveConclusion(context, conclusion, 'return')
  await takeApprovalBack(context.db, conclusion.conclusionId)
  return changedConclusion(context, conclusion.inspectionId)
}
