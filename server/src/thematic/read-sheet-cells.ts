import { Worker } from 'node:worker_threads'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { SheetCell } from '@cchc/domain/thematic/sheet.ts'

/** Milliseconds for unpacking and reading one sheet. */
const mostMs = 15_000
/** Megabytes of objects that reading one sheet may make. */
const mostHeap = 256

export type SheetAnswer = { cells: SheetCell[][] } | { sentence: string }

/**
 * Reads the cells of the first sheet of an .xlsx file in a thread of limited means: formulas give the values that were
 * kept with them and are never worked out. Refuses with `unreadable-sheet` a file that is no such sheet, locked, a zip
 * bomb, or too large.
 */
export async function readSheetCells(bytes: Uint8Array, fileName: string): Promise<SheetCell[][]> {
  const copy = new Uint8Array(bytes)
  const worker = new Worker(new URL('./read-sheet-worker.ts', import.meta.url), {
    workerData: { bytes: copy, fileName },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
  })
  let clock: NodeJS.Timeout | undefined
  const answer = await new Promise<SheetAnswer>((resolve) => {
    const no = (sentence: string) => resolve({ sentence })
    clock = setTimeout(
      () => no(`Đọc tệp “${fileName}” quá ${mostMs / 1000} giây nên đã dừng. Chia bảng thành nhiều tệp nhỏ.`),
      mostMs,
    )
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      no(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `Tệp “${fileName}” cần quá nhiều bộ nhớ để đọc, nhiều hơn một bảng để nhập cần đến. Chia thành nhiều tệp nhỏ.`
          : `Tệp “${fileName}” bị hỏng nên không đọc được. Mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.`,
      ),
    )
  }).finally(() => {
    clearTimeout(clock)
    return worker.terminate()
  })
  if ('sentence' in answer) throw new Refusal('unreadable-sheet', { sentence: answer.sentence })
  return answer.cells
}
