import type { listItemRemarks as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import type { Act } from '../platform/serve.ts'
import { readItemRemarks } from './item-remarks.ts'
import { getReport } from './queries.ts'

/** The office's remarks on items; a report that the viewer may not know has none to show (`no-such-self-report`). */
export const listItemRemarks: Act<typeof contract> = async (context, { params }) => {
  const { selfReportId } = await getReport(context, params.selfReportId)
  return { remarks: await readItemRemarks(context, selfReportId) }
}
