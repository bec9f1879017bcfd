import writeExcelFile, { type Sheet } from 'write-excel-file/node'
import { fixZipDates } from './stable-bytes.ts'

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An Excel workbook of these sheets; the same cells give the same bytes. */
export async function writeWorkbook(sheets: Sheet<Buffer>[]): Promise<Buffer> {
  return fixZipDates(await writeExcelFile(sheets).toBuffer())
}
