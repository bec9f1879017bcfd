import mammoth from 'mammoth'
import { openZip } from './open-zip.ts'
import { ofAnotherKind } from './paper-kind.ts'
import { UnreadablePaper } from './unreadable-paper.ts'
import { numberedParagraphs, paragraphKey } from './word-numbering.ts'

/** What mammoth hands over of a document: a tree of which only these parts matter here. */
export type WordNode = {
  type: string
  children?: WordNode[]
  value?: string
  breakType?: string
  isAllCaps?: boolean
  isBold?: boolean
  isItalic?: boolean
  isUnderline?: boolean
  colSpan?: number
  rowSpan?: number
}

const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'

/**
 * The text of a Word file: one paragraph a line with an empty line between, the rows of a table as cells parted by
 * " | ", and the numbers that Word prints by itself. A table used for layout (several paragraphs in a cell, as in the
 * letterhead and the signature) is read cell by cell. Throws `UnreadablePaper` for what is no Word file.
 */
export async function readDocx(bytes: Buffer, fileName: string): Promise<string> {
  const parts = await openZip(bytes, fileName, [DOCUMENT, NUMBERING, STYLES])
  const document = parts.get(DOCUMENT)
  if (document === undefined)
    throw ofAnotherKind(
      fileName,
      'tệp nén hoặc tệp Office khác (không có phần chữ của Word)',
      'Hãy chọn tệp .docx, .pdf có chữ hoặc .txt.',
    )
  const labels = labelsByText(numberedParagraphs(document, parts.get(NUMBERING) ?? '', parts.get(STYLES) ?? ''))
  let text = ''
  const keepText = (root: WordNode): WordNode => {
    text = blocksOf(root.children ?? [], labels).join('\n\n')
    return { ...root, children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer: bytes }, { transformDocument: keepText, externalFileAccess: false })
  } catch {
    throw new UnreadablePaper(
      'paper-damaged',
      `Tệp Word “${fileName}” bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại rồi tải lên.`,
    )
  }
  return text
}

/** Numbers waiting for their paragraphs, in order; paragraphs are known by their text, since mammoth does not say which list they are in. */
export function labelsByText(numbered: readonly { key: string; label: string }[]): Map<string, string[]> {
  const labels = new Map<string, string[]>()
  for (const { key, label } of numbered) {
    const waiting = labels.get(key)
    if (waiting) waiting.push(label)
    else labels.set(key, [label])
  }
  return labels
}

function blocksOf(nodes: readonly WordNode[], labels: Map<string, string[]>): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return paragraphText(node, labels)
    if (node.type === 'table') return tableBlocks(node, labels)
    return node.children ? blocksOf(node.children, labels) : []
  })
}

function paragraphText(paragraph: WordNode, labels: Map<string, string[]>): string {
  const text = (paragraph.children ?? []).map((child) => inlineText(child, false)).join('')
  const label = labels.get(paragraphKey(text))?.shift()
  return label ? `${label} ${text.trim()}` : text
}

function inlineText(node: WordNode, capitals: boolean): string {
  if (node.type === 'text') return capitals ? (node.value ?? '').toUpperCase() : (node.value ?? '')
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : ''
  return (node.children ?? []).map((child) => inlineText(child, capitals || node.isAllCaps === true)).join('')
}

function tableBlocks(table: WordNode, labels: Map<string, string[]>): string[] {
  return (table.children ?? []).flatMap((row) => {
    const cells = (row.children ?? []).map((cell) =>
      blocksOf(cell.children ?? [], labels).filter((text) => text.trim() !== ''),
    )
    const isLayout = cells.some((cell) => cell.length > 1 || cell.some((text) => text.includes('\n')))
    return isLayout ? cells.flat() : [cells.map((cell) => cell.join(' ')).join(' | ')]
  })
}
