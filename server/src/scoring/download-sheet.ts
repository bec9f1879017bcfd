import { Refusal } from '@cchc/domain/refusals.ts'
import type { ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type {
  downloadSheet as ofSheet,
  downloadSheetTemplate as ofTemplate,
} from '@cchc/domain/scoring/sheet-contract.ts'
import { sheetFileColumns, sheetFileHelp, sheetRows } from '@cchc/domain/scoring/sheet-file.ts'
import type { Row } from 'write-excel-file/node'
import { getSettledCampaign, namedFields } from '../campaigns/queries.ts'
import { writeWorkbook, xlsxMediaType } from '../documents/write-workbook.ts'
import type { Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { harmlessCell } from './cells.ts'
import { contentOf } from './sheets.ts'

/** A sheet as a workbook that can be read again. */
export const downloadSheet: Act<typeof ofSheet> = async ({ db }, { params: { sheetId } }) => {
  const row = await db.selectFrom('scoringSheets').selectAll().where('sheetId', '=', sheetId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-sheet')
  return workbookOf(db, row.campaignId, contentOf(row), `Phieu cham diem phien ban ${row.version}.xlsx`)
}

/** The same without a criterion, and how to fill it in. */
export const downloadSheetTemplate: Act<typeof ofTemplate> = async ({ db }, { params: { campaignId } }) => {
  const { year } = await getSettledCampaign(db, campaignId)
  return workbookOf(db, campaignId, null, `Mau phieu cham diem ${year}.xlsx`)
}

async function workbookOf(db: Db, campaignId: string, sheet: ScoringSheet | null, name: string) {
  const fields = await namedFields(db, campaignId)
  const head: Row = sheetFileColumns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    backgroundColor: '#E8F1F8',
    borderStyle: 'thin',
  }))
  const rows = sheet ? sheetRows(sheet, fields).map((row) => row.map(harmlessCell)) : []
  const columns = sheetFileColumns.map(({ width }) => ({ width }))
  const help = [...sheetFileHelp, 'Lĩnh vực của đợt kiểm tra:', ...fields.map((field) => field.name)]
  const bytes = await writeWorkbook([
    { data: [head, ...rows], sheet: 'Tiêu chí', columns, stickyRowsCount: 1 },
    { data: help.map((line) => [harmlessCell(line)]), sheet: 'Cách ghi', columns: [{ width: 120 }] },
  ])
  return { name, mediaType: xlsxMediaType, bytes }
}
