import type { handOverSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { moveReport } from './move-report.ts'

/** The writers hand the report to the head of the unit. */
export const handOverSelfReport: Act<typeof contract> = (context, { params }) =>
  moveReport(context, 'hand-over', params.selfReportId)
