import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { Id, InspectionParams } from '../shapes.ts'
import { DraftReading } from './draft/draft.ts'

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

export const downloadReportFigures = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/self-report/figures',
  access: 'self-report.read',
  summary: 'The figures of the self-report as .xlsx; blank, the same sheet to be filled in',
  params: InspectionParams,
  query: z.object({ blank: z.stringbool().default(false) }),
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})

/** Bytes of a draft as it is sent. */
export const mostDraftBytes = 20 * 1024 * 1024

export const readDraft = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/draft',
  access: 'self-report.write',
  summary:
    'Propose answers from a Word draft (.docx) or a sheet of figures (.xlsx); nothing is kept of the file and nothing is saved',
  params: z.object({ selfReportId: Id }),
  upload: { maxBytes: mostDraftBytes },
  reply: DraftReading,
  changesNothing: true,
})
