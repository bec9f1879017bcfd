import type { getSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getReportOfInspection } from './queries.ts'
import { selfReportView } from './report-view.ts'

/** The unit's report with its outline and answers; `no-such-self-report` until the visit is announced. */
export const getSelfReport: Act<typeof contract> = async (context, { params }) => {
  await getInspectionRecord(context, params.inspectionId)
  return selfReportView(context, await getReportOfInspection(context, params.inspectionId))
}
