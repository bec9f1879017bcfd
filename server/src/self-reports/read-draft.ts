import type { UploadedFile } from '@cchc/domain/endpoint.ts'
import type { Outline } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { DraftReading } from '@cchc/domain/self-reports/draft/draft.ts'
import { readDraft as readDraftBlocks } from '@cchc/domain/self-reports/draft/read-draft.ts'
import { readFigureSheet } from '@cchc/domain/self-reports/draft/read-figure-sheet.ts'
import type { readDraft as contract } from '@cchc/domain/self-reports/exchange-contract.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import type { Act } from '../platform/serve.ts'
import { readSheetCells } from '../thematic/read-sheet-cells.ts'
import { getReport } from './queries.ts'
import { readDraftFile } from './read-draft-file.ts'
import { outlineOfReport } from './report-view.ts'

/** Reads a unit's draft against the outline of its report; the file is forgotten at once. */
export const readDraft: Act<typeof contract> = async (context, { params, file }) => {
  const report = await getReport(context, params.selfReportId)
  const refusal = selfReportRefusal('write', context.viewer, report)
  if (refusal) throw refusal
  return readUploaded(file!, await outlineOfReport(context.db, report))
}

async function readUploaded(file: UploadedFile, outline: Outline): Promise<DraftReading> {
  const bytes = Buffer.from(file.bytes)
  if (isWorkbook(bytes)) return readFigureSheet(await readSheetCells(bytes, file.name), outline)
  try {
    return readDraftBlocks(await readDraftFile(bytes, file.name), outline)
  } catch (error) {
    if (error instanceof UnreadablePaper) throw new Refusal('unreadable-paper', { sentence: error.sentence })
    throw error
  }
}

/** Whether a file says of itself that it is a workbook; whether it is one shows when it is opened. */
function isWorkbook(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes('xl/workbook.xml')
}
