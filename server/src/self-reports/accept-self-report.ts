import type { acceptSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { moveReport } from './move-report.ts'

/** The office accepts the report; from then on it stands as it was sent. */
export const acceptSelfReport: Act<typeof contract> = (context, { params }) =>
  moveReport(context, 'accept', params.selfReportId)
