import { parentPort, workerData } from 'node:worker_threads'
import type { SheetCell } from '@cchc/domain/thematic/sheet.ts'
import readExcelFile from 'read-excel-file/node'
import { openZip } from '../campaigns/open-zip.ts'
import { type UnreadableCode, UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import type { SheetAnswer } from './read-sheet-cells.ts'

/** Bytes of one part of the workbook, unpacked: many times a full registration, far below 100,000 rows. */
const mostPartBytes = 4 * 1024 * 1024
const mostRows = 2000
const mostColumns = 60
const millisecondsPerDay = 86_400_000

const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string }
parentPort?.postMessage(await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))

async function read(workbook: Buffer): Promise<SheetAnswer> {
  const notASheet = `Tệp “${fileName}” không phải bảng Excel .xlsx. Mở bằng Excel, lưu dạng .xlsx rồi tải lên.`
  if (workbook.length < 4 || workbook.readUInt32BE(0) !== 0x504b0304) return { sentence: notASheet }
  const sentences: Partial<Record<UnreadableCode, string>> = {
    'paper-locked': `Tệp “${fileName}” được đặt mật khẩu nên không đọc được. Bỏ mật khẩu rồi tải lại.`,
    'paper-unpacks-too-large': `Tệp “${fileName}” khi mở ra lớn bất thường nên không được mở. Chỉ giữ bảng cần nhập trong tệp.`,
  }
  try {
    const parts = await openZip(workbook, fileName, ['[Content_Types].xml'], mostPartBytes)
    if (!parts.get('[Content_Types].xml')?.includes('spreadsheetml.sheet.main+xml')) return { sentence: notASheet }
    const [first] = await readExcelFile(workbook)
    const rows = first?.data ?? []
    if (rows.length > mostRows)
      return { sentence: `Bảng có ${rows.length} dòng, quá giới hạn ${mostRows} dòng. Chia thành nhiều tệp.` }
    return { cells: rows.map((row) => row.slice(0, mostColumns).map(cellOf)) }
  } catch (error) {
    if (error instanceof UnreadablePaper)
      return {
        sentence:
          sentences[error.code] ??
          `Tệp “${fileName}” bị hỏng nên không đọc được. Mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.`,
      }
    throw error
  }
}

function cellOf(cell: unknown): SheetCell {
  if (cell instanceof Date) {
    const day = Math.floor(cell.getTime() / millisecondsPerDay)
    return Number.isFinite(day) && Math.abs(day) < 1_000_000 ? { day } : null
  }
  if (typeof cell === 'string') return cell.slice(0, 5000)
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}
