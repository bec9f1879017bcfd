import type { DraftBlock, DraftParagraph, DraftTable } from '@cchc/domain/self-reports/draft/draft.ts'
import mammoth from 'mammoth'
import { openZip } from '../campaigns/open-zip.ts'
import { labelsByText, type WordNode } from '../campaigns/read-docx.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import { numberedParagraphs, paragraphKey } from '../campaigns/word-numbering.ts'

const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
const TYPES = '[Content_Types].xml'
type Runs = DraftParagraph['runs']

/**
 * The paragraphs and tables of a Word file with their formatting and the numbers that Word prints by itself. Deleted text of
 * tracked changes, headers and footnotes are no part of it. Throws `UnreadablePaper` for what is no Word file without macros.
 */
export async function readDraftDocx(bytes: Buffer, fileName: string): Promise<DraftBlock[]> {
  const parts = await openZip(bytes, fileName, [DOCUMENT, NUMBERING, STYLES, TYPES])
  const document = parts.get(DOCUMENT)
  if (/macroEnabled/u.test(parts.get(TYPES) ?? ''))
    throw new UnreadablePaper(
      'paper-of-another-kind',
      `Tệp “${fileName}” có chứa macro nên không được mở. Hãy mở bằng Word và lưu lại dạng “Word Document (.docx)”.`,
    )
  if (document === undefined)
    throw new UnreadablePaper(
      'paper-of-another-kind',
      `Tệp “${fileName}” không phải văn bản Word .docx, xét theo nội dung chứ không theo tên. Hãy mở bằng Word và lưu lại dạng .docx.`,
    )
  const labels = labelsByText(numberedParagraphs(document, parts.get(NUMBERING) ?? '', parts.get(STYLES) ?? ''))
  let blocks: DraftBlock[] = []
  const keepBlocks = (root: WordNode): WordNode => {
    blocks = blocksOf(root.children ?? [], labels)
    return { ...root, children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer: bytes }, { transformDocument: keepBlocks, externalFileAccess: false })
  } catch {
    throw new UnreadablePaper(
      'paper-damaged',
      `Tệp Word “${fileName}” bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại rồi tải lên.`,
    )
  }
  return blocks
}

function blocksOf(nodes: readonly WordNode[], labels: Map<string, string[]>): DraftBlock[] {
  return nodes.flatMap((node): DraftBlock[] => {
    if (node.type === 'paragraph') return paragraphOf(node, labels)
    if (node.type === 'table') return tableOf(node, labels)
    return node.children ? blocksOf(node.children, labels) : []
  })
}

function paragraphOf(node: WordNode, labels: Map<string, string[]>): DraftParagraph[] {
  const runs = (node.children ?? []).flatMap((child) => runsOf(child, {}))
  const text = runs.map((run) => run.text).join('')
  const label = labels.get(paragraphKey(text))?.shift() ?? ''
  return text.trim() === '' ? [] : [{ kind: 'paragraph', label, runs }]
}

function runsOf(node: WordNode, style: Omit<WordNode, 'type'>): Runs {
  if (node.type === 'text') {
    const text = style.isAllCaps ? (node.value ?? '').toLocaleUpperCase('vi') : (node.value ?? '')
    if (text === '') return []
    return [
      {
        text,
        ...(style.isBold ? { bold: true as const } : {}),
        ...(style.isItalic ? { italic: true as const } : {}),
        ...(style.isUnderline ? { underline: true as const } : {}),
      },
    ]
  }
  if (node.type === 'tab') return [{ text: '\t' }]
  if (node.type === 'break') return node.breakType === 'line' ? [{ text: '\n' }] : []
  const inside = node.type === 'run' ? { ...style, ...pick(node) } : style
  return (node.children ?? []).flatMap((child) => runsOf(child, inside))
}

const pick = ({ isBold, isItalic, isUnderline, isAllCaps }: WordNode) => ({ isBold, isItalic, isUnderline, isAllCaps })

/** A table that only sets things side by side, as a letterhead does, is read paragraph by paragraph. */
function tableOf(table: WordNode, labels: Map<string, string[]>): DraftBlock[] {
  const rows = rowsOf(table)
  const cells = rows.map((row) =>
    (row.children ?? []).map((cell) => ({ cell, inside: blocksOf(cell.children ?? [], labels) })),
  )
  const columns = Math.max(0, ...cells.map((row) => row.length))
  const isLayout =
    columns <= 1 || (rows.length <= 2 && columns <= 2 && cells.flat().some(({ inside }) => inside.length > 1))
  if (isLayout) return cells.flat().flatMap(({ inside }) => inside)
  const made: DraftTable['rows'] = []
  /** Texts that reach down from a cell above, by column: how many rows more. */
  const reaching = new Map<number, { left: number; runs: Runs }>()
  for (const row of cells) {
    const line: DraftTable['rows'][number] = []
    const waiting = [...row]
    while (waiting.length > 0 || reaching.has(line.length)) {
      const above = reaching.get(line.length)
      if (above) {
        line.push({ runs: above.runs })
        if (above.left <= 1) reaching.delete(line.length - 1)
        else reaching.set(line.length - 1, { ...above, left: above.left - 1 })
        continue
      }
      const { cell, inside } = waiting.shift()!
      const runs = joined(inside)
      const isWords = /\p{L}/u.test(runs.map(({ text }) => text).join(''))
      for (let column = 0; column < Math.min(50, cell.colSpan ?? 1); column++) {
        if ((cell.rowSpan ?? 1) > 1)
          reaching.set(line.length, { left: (cell.rowSpan ?? 1) - 1, runs: isWords ? runs : [] })
        // A heading over several columns stands over each; a figure stands once.
        line.push({ runs: column === 0 || isWords ? runs : [] })
      }
    }
    made.push(line)
  }
  return made.length === 0 ? [] : [{ kind: 'table', rows: made }]
}

const rowsOf = (node: WordNode): WordNode[] =>
  (node.children ?? []).flatMap((child) => (child.type === 'tableRow' ? [child] : rowsOf(child)))

/** The paragraphs of a cell as lines of one. */
function joined(blocks: readonly DraftBlock[]): Runs {
  const lines = blocks.flatMap((block): Runs[] =>
    block.kind === 'paragraph'
      ? [block.label ? [{ text: `${block.label} ` }, ...block.runs] : block.runs]
      : block.rows.map((row) => row.flatMap(({ runs }) => [...runs, { text: ' ' }])),
  )
  return lines.flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]))
}
