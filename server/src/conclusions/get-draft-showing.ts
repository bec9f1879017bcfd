import type {
  getDraftShowing as contract,
  downloadDraftPaper as downloadContract,
  getDraftPaper as paperContract,
} from '@cchc/domain/conclusions/answer-contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { draftFile } from '../documents/paper-file.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getShowing, newestShowing, showingView } from './showing-view.ts'

/** What the unit of an inspection was shown last, and its answer; null where nothing was. */
export const getDraftShowing: Act<typeof contract> = async (context, { params }) => {
  const { inspectionId } = await getInspectionRecord(context, params.inspectionId)
  const showing = await newestShowing(context, inspectionId)
  return { showing: showing ? await showingView(context, showing) : null }
}

export const getDraftPaper: Act<typeof paperContract> = async (context, { params }) => ({
  paper: (await getShowing(context, params.showingId)).paper as unknown as Paper,
})

export const downloadDraftPaper: Act<typeof downloadContract> = async (context, { params, query }) => {
  const { paper, unitName } = await getShowing(context, params.showingId)
  return draftFile('conclusion-notice', unitName, paper as unknown as Paper, query.format)
}
