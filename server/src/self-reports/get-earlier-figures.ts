import type { getEarlierFigures as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import type { Act } from '../platform/serve.ts'
import { readEarlierFigures } from './beside.ts'
import { getReport } from './queries.ts'

/** What the figures of a report are held against, the same for the browser as for the act that sends it. */
export const getEarlierFigures: Act<typeof contract> = async (context, { params }) =>
  readEarlierFigures(context, await getReport(context, params.selfReportId))
