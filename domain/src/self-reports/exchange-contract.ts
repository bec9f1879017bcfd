import { endpoint } from '../endpoint.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { InspectionParams } from '../shapes.ts'

/** What goes out of a self-report as files, and what comes in from them. */

export const downloadReportPaper = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/self-report/paper',
  access: 'self-report.read',
  summary: 'The self-report as it is printed, as .docx or .pdf',
  params: InspectionParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})
