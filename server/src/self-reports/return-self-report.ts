import type { returnSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { moveReport } from './move-report.ts'

/** The office returns the report for what it lacks; the first sending's verdict stands, see `sendSelfReport`. */
export const returnSelfReport: Act<typeof contract> = (context, { params, body }) =>
  moveReport(context, 'return', params.selfReportId, body.remark)
