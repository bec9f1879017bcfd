import type { downloadReportPaper as contract } from '@cchc/domain/self-reports/exchange-contract.ts'
import { reportPaper } from '@cchc/domain/self-reports/report-paper.ts'
import { fileName, paperFile } from '../documents/paper-file.ts'
import { attachmentsOf } from '../evidence/queries.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readEarlierFigures } from './beside.ts'
import { getReportOfInspection } from './queries.ts'
import { selfReportView } from './report-view.ts'

/** The self-report as a file, drawn from the very paper that the printed page shows. */
export const downloadReportPaper: Act<typeof contract> = async (context, { params, query }) => {
  const { settings, today } = context
  await getInspectionRecord(context, params.inspectionId)
  const report = await getReportOfInspection(context, params.inspectionId)
  const view = await selfReportView(context, report)
  const earlier = await readEarlierFigures(context, report)
  const { provinceName, illustrative } = settings
  const files = await attachmentsOf(context, 'self-report', view.selfReportId)
  const evidence = files.filter(({ state }) => state !== 'infected')
  const year = Number(today.slice(0, 4))
  const paper = reportPaper({ view, provinceName, illustrative, year, earlier, evidence })
  const isSent = view.state === 'sent' || view.state === 'accepted'
  const name = `Báo cáo phục vụ kiểm tra - ${view.unitName}${isSent ? '' : ' (đang soạn)'}`
  return paperFile(fileName(name, query.format), paper, query.format)
}
