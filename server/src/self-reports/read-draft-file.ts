import type { DraftBlock } from '@cchc/domain/self-reports/draft/draft.ts'
import { mostDraftBytes } from '@cchc/domain/self-reports/exchange-contract.ts'
import { paperKind } from '../campaigns/paper-kind.ts'
import { readInThread } from '../campaigns/read-in-thread.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'

/** Letters of a draft: some 200 pages. */
const mostLetters = 500_000

/**
 * The paragraphs and tables of a unit's draft, a Word file known by its content and not by its name. Nothing is written to
 * disk. Throws `UnreadablePaper` with a sentence for what is empty, too large, locked, damaged, a zip bomb or no .docx.
 */
export async function readDraftFile(bytes: Buffer, fileName: string): Promise<DraftBlock[]> {
  const empty = new UnreadablePaper(
    'empty-paper',
    `Tệp “${fileName}” không có nội dung. Hãy chọn bản nháp báo cáo dạng Word .docx.`,
  )
  if (bytes.length === 0) throw empty
  if (bytes.length > mostDraftBytes)
    throw new UnreadablePaper(
      'paper-too-large',
      `Tệp “${fileName}” nặng ${Math.round(bytes.length / 1024 / 1024)} MB, quá giới hạn ${mostDraftBytes / 1024 / 1024} MB. Hãy bỏ ảnh trong tệp rồi tải lại.`,
    )
  if (paperKind(bytes, fileName) !== 'docx')
    throw new UnreadablePaper(
      'paper-of-another-kind',
      `Tệp “${fileName}” không phải văn bản Word .docx, xét theo nội dung chứ không theo tên. Hãy mở bằng Word và lưu lại dạng .docx.`,
    )
  const script = new URL('./read-draft-worker.ts', import.meta.url)
  const blocks = await readInThread<DraftBlock[]>(script, bytes, fileName)
  if (blocks.length === 0) throw empty
  if (lettersOf(blocks) > mostLetters)
    throw new UnreadablePaper(
      'paper-too-long',
      `Tệp “${fileName}” có hơn 500.000 ký tự, dài hơn mọi báo cáo. Hãy kiểm tra lại tệp hoặc tách phụ lục ra.`,
    )
  return blocks
}

function lettersOf(blocks: readonly DraftBlock[]): number {
  const count = (runs: readonly { text: string }[]) => runs.reduce((sum, { text }) => sum + text.length, 0)
  return blocks.reduce(
    (sum, block) =>
      sum +
      (block.kind === 'paragraph'
        ? count(block.runs)
        : block.rows.flat().reduce((all, cell) => all + count(cell.runs), 0)),
    0,
  )
}
