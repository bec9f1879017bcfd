import type { getConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { mayDraftConclusion } from '@cchc/domain/conclusions/rules.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { conclusionView } from './conclusion-view.ts'

/** The conclusion of one inspection, or null; those outside the team see it once issued. */
export const getConclusion: Act<typeof contract> = async (context, { params }) => {
  const { state } = await getInspectionRecord(context, params.inspectionId)
  const conclusion = await conclusionView(context, params.inspectionId)
  const mayDraft = mayDraftConclusion(
    context.viewer,
    state as InspectionState,
    conclusion !== null && conclusion.state !== 'withdrawn',
  )
  return { conclusion, mayDraft }
}
