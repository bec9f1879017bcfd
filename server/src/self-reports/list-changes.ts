import type { listChanges as contract } from '@cchc/domain/self-reports/live-contract.ts'
import type { Act } from '../platform/serve.ts'
import { getReport, readSavedAnswers } from './queries.ts'

/** The answers that are newer than those in hand. What is in hand is named by revision, so that no clock has to be trusted. */
export const listChanges: Act<typeof contract> = async (context, { params, body }) => {
  const { selfReportId } = await getReport(context, params.selfReportId)
  const answers = await readSavedAnswers(context.db, selfReportId, body.only)
  return { answers: answers.filter(({ itemKey, revision }) => revision > (body.known[itemKey] ?? 0)) }
}
