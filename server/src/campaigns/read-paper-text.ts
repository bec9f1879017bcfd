import { decodeText, type PaperKind, paperKind } from './paper-kind.ts'
import { readInThread } from './read-in-thread.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

/** Bytes of the file as it is sent. */
export const MOST_PAPER_BYTES = 20 * 1024 * 1024
/** Characters of the text read from it: some 120 pages; a decision with its plan and annexes has a tenth of it. */
export const MOST_PAPER_CHARACTERS = 300_000
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
  const text =
    kind === 'txt'
      ? decodeText(bytes)
      : await readInThread<string>(new URL('./read-paper-worker.ts', import.meta.url), bytes, fileName, { kind })
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
