import type { downloadReportFigures as contract } from '@cchc/domain/self-reports/exchange-contract.ts'
import { figureRows } from '@cchc/domain/self-reports/figure-sheet.ts'
import { fileName } from '../documents/paper-file.ts'
import { xlsxMediaType } from '../documents/write-workbook.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getReportOfInspection } from './queries.ts'
import { selfReportView } from './report-view.ts'
import { writeFiguresXlsx } from './write-figures-xlsx.ts'

/** The report's figures as a workbook, or the same workbook to be filled in. */
export const downloadReportFigures: Act<typeof contract> = async (context, { params, query }) => {
  await getInspectionRecord(context, params.inspectionId)
  const view = await selfReportView(context, await getReportOfInspection(context, params.inspectionId))
  const answers = query.blank ? {} : Object.fromEntries(view.answers.map(({ itemKey, value }) => [itemKey, value]))
  const { unitName, outline } = view
  const bytes = await writeFiguresXlsx({
    unitName,
    outlineTitle: outline.title,
    rows: figureRows(outline, answers),
    illustrative: context.settings.illustrative,
    blank: query.blank,
  })
  const name = fileName(`${query.blank ? 'Mẫu số liệu' : 'Số liệu báo cáo'} - ${unitName}`, 'xlsx')
  return { name, mediaType: xlsxMediaType, bytes }
}
