import { Worker } from 'node:worker_threads'
import { decodeText, type PaperKind, paperKind } from './paper-kind.ts'
import { type UnreadableCode, UnreadablePaper } from './unreadable-paper.ts'

/** Bytes of the file as it is sent. */
export const MOST_PAPER_BYTES = 20 * 1024 * 1024
/** Characters of the text read from it: some 120 pages; a decision with its plan and annexes has a tenth of it. */
export const MOST_PAPER_CHARACTERS = 300_000
/** Milliseconds for unpacking and reading one file. */
export const MOST_READING_MS = 15_000
/** Megabytes of objects that reading one file may make. */
const MOST_HEAP_MEGABYTES = 512
/** Bytes by which the whole process may grow meanwhile: unpacked streams are no objects and count only here. */
const MOST_GROWTH_BYTES = 700 * 1024 * 1024
const LOOK_EVERY_MS = 100

/**
 * Reads the text of a paper from a .txt (UTF-8, UTF-16, best effort for Windows-1258), .docx or .pdf file, known by
 * its content and not by its name. Nothing is written to disk. Throws `UnreadablePaper` with a Vietnamese sentence for
 * a file that is empty, larger than 20 MB, locked, scanned, damaged, a zip bomb, of another kind, or too slow to read.
 */
export async function readPaperText(bytes: Buffer, fileName: string): Promise<{ text: string; kind: PaperKind }> {
  if (bytes.length === 0) throw emptyPaper(fileName)
  if (bytes.length > MOST_PAPER_BYTES) {
    const megabytes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes.length / (1024 * 1024))
    throw new UnreadablePaper(
      'paper-too-large',
      `Tệp “${fileName}” nặng ${megabytes} MB, quá giới hạn 20 MB. Hãy bỏ ảnh hoặc tách phần phụ lục rồi tải lại.`,
    )
  }
  const kind = paperKind(bytes, fileName)
  const text = kind === 'txt' ? decodeText(bytes) : await readInWorker(bytes, fileName, kind)
  if (text.trim() === '') throw emptyPaper(fileName)
  if (text.length > MOST_PAPER_CHARACTERS) {
    throw new UnreadablePaper(
      'paper-too-long',
      `Tệp “${fileName}” có hơn 300.000 ký tự, dài hơn mọi quyết định hay kế hoạch. Hãy kiểm tra lại tệp.`,
    )
  }
  return { text, kind }
}

function emptyPaper(fileName: string): UnreadablePaper {
  return new UnreadablePaper(
    'empty-paper',
    `Tệp “${fileName}” không có nội dung. Hãy chọn tệp quyết định hoặc kế hoạch.`,
  )
}

type Answer = { text: string } | { code: UnreadableCode; sentence: string }

function readInWorker(bytes: Buffer, fileName: string, kind: 'docx' | 'pdf'): Promise<string> {
  const copy = new Uint8Array(bytes)
  const worker = new Worker(new URL('./read-paper-worker.ts', import.meta.url), {
    workerData: { bytes: copy, fileName, kind },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  })
  const before = process.memoryUsage.rss()
  let clock: NodeJS.Timeout | undefined
  let scales: NodeJS.Timeout | undefined
  return new Promise<string>((resolve, reject) => {
    const refuse = (code: UnreadableCode, sentence: string) => reject(new UnreadablePaper(code, sentence))
    const refuseHeavy = () =>
      refuse(
        'paper-unpacks-too-large',
        `Tệp “${fileName}” cần quá nhiều bộ nhớ để đọc, không giống một văn bản bình thường. Hãy lưu lại tệp gọn hơn hoặc dùng bản .txt.`,
      )
    clock = setTimeout(() => {
      refuse(
        'paper-too-slow',
        `Đọc tệp “${fileName}” quá ${MOST_READING_MS / 1000} giây nên đã dừng. Hãy lưu lại tệp gọn hơn hoặc dùng bản .txt.`,
      )
    }, MOST_READING_MS)
    scales = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH_BYTES) refuseHeavy()
    }, LOOK_EVERY_MS)
    worker.once('message', (answer: Answer) => {
      if ('text' in answer) resolve(answer.text)
      else refuse(answer.code, answer.sentence)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuseHeavy()
      else refuse('paper-damaged', `Tệp “${fileName}” bị hỏng nên không đọc được. Hãy lưu lại tệp rồi tải lên.`)
    })
  }).finally(() => {
    clearTimeout(clock)
    clearInterval(scales)
    return worker.terminate()
  })
}
