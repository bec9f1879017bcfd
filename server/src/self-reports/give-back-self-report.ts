import type { giveBackSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { moveReport } from './move-report.ts'

/** The head gives the report back to the unit's writers, saying what to mend. */
export const giveBackSelfReport: Act<typeof contract> = (context, { params, body }) =>
  moveReport(context, 'give-back', params.selfReportId, body.remark)
