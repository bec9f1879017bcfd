import {
  listMarks,
  mostTableColumns,
  mostTableRows,
  type RichBlock,
  type RichList,
  type RichRun,
  type RichTable,
  type RichText,
  tidyRichText,
} from '@cchc/domain/outlines/rich-text.ts'
import { type HtmlElement, type HtmlNode, parseHtml } from './parse-html.ts'
import { type Style, styleWithin } from './pasted-style.ts'

/** What was pasted, cleaned, and what of it had to go. */
export interface PastedText {
  readonly text: string | RichText | null
  /** One Vietnamese sentence about what was dropped, or null when nothing worth saying was. */
  readonly note: string | null
}

interface Seen {
  pictures: boolean
  cut: boolean
}

const skipped = new Set(['head', 'script', 'style', 'title', 'xml', 'meta', 'link', 'del', 'template', 'select'])
const pictures = new Set(['img', 'picture', 'svg', 'canvas', 'video', 'object', 'v:imagedata', 'v:shape'])
const breaking = /^(p|div|h[1-6]|section|article|blockquote|pre|header|footer|center|dl|dt|dd|address|figure|hr)$/

/**
 * Markup of the clipboard – of Word, Excel, Google Docs or a page – as a text of this product: paragraphs, lists, tables,
 * bold, italic, underlined. Pictures, fonts, colours, links and all else of the other program fall away.
 */
export function pastedText(html: string): PastedText {
  const seen: Seen = { pictures: false, cut: false }
  const blocks = readBlocks(parseHtml(html).children, {}, seen)
  return { text: blocks.length === 0 ? null : tidyRichText({ blocks }), note: noteOn(html, seen) }
}

function noteOn(html: string, { pictures: hadPictures, cut }: Seen): string | null {
  const source = /urn:schemas-microsoft-com:office:excel|content="?Excel/i.test(html)
    ? 'Excel'
    : /mso-|class="?Mso|urn:schemas-microsoft-com:office/i.test(html)
      ? 'Word'
      : null
  const dropped = [hadPictures && 'ảnh', source && `định dạng riêng của ${source}`].filter(Boolean)
  const sentences = [
    dropped.length > 0 && `Đã bỏ ${dropped.join(' và ')}.`,
    cut && `Bảng quá lớn: chỉ giữ ${mostTableRows} dòng và ${mostTableColumns} cột đầu.`,
  ]
  return sentences.filter(Boolean).join(' ') || null
}

function readBlocks(nodes: readonly HtmlNode[], style: Style, seen: Seen): RichBlock[] {
  const blocks: RichBlock[] = []
  let runs: RichRun[] = []
  /** The list that paragraphs of Word with the same list number go into. */
  let wordList: { id: string; list: RichList } | null = null
  const flush = () => {
    if (runs.some(({ text }) => text.trim() !== '')) {
      blocks.push({ kind: 'paragraph', runs })
      wordList = null
    }
    runs = []
  }
  const visit = (node: HtmlNode, within: Style): void => {
    if (typeof node === 'string') {
      addText(runs, node, within)
      return
    }
    const { tag, attributes, children } = node
    if (skipped.has(tag) || isHidden(attributes.style)) return
    if (pictures.has(tag)) {
      seen.pictures = true
      return
    }
    const inner = styleWithin(node, within)
    if (tag === 'br') runs.push({ text: '\n' })
    else if (tag === 'table') {
      flush()
      wordList = null
      const table = readTable(node, inner, seen)
      if (table) blocks.push(table)
    } else if (tag === 'ul' || tag === 'ol') {
      flush()
      wordList = null
      blocks.push({ kind: 'list', ordered: tag === 'ol', items: readItems(node, 0, inner, seen) })
    } else if (breaking.test(tag)) {
      flush()
      const place = wordListPlace(node)
      if (!place) {
        for (const child of children) visit(child, inner)
        flush()
        return
      }
      const words = linesOf(readBlocks(children, inner, seen))
      const { id, level, ordered } = place
      if (wordList?.id !== id) {
        wordList = { id, list: { kind: 'list', ordered, items: [] } }
        blocks.push(wordList.list)
      }
      wordList.list.items.push({ level, runs: words, ordered })
    } else for (const child of children) visit(child, inner)
  }
  for (const node of nodes) visit(node, style)
  flush()
  return blocks.filter((block) => block.kind !== 'list' || block.items.length > 0)
}

/** Adds text as a browser would show it: a row of blanks is one. */
function addText(runs: RichRun[], text: string, style: Style): void {
  const last = runs.at(-1)?.text
  const shown = text.replaceAll(/[\s\u00a0]+/g, ' ')
  const kept = last === undefined || /\s$/.test(last) ? shown.trimStart() : shown
  if (kept !== '') runs.push({ text: kept, ...style })
}

const isHidden = (style = '') =>
  /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*(comment|footnote|endnote)/i.test(
    style,
  )

/** Where a paragraph of Word stands in a list: Word writes lists as paragraphs that name their list and level. */
function wordListPlace(element: HtmlElement): { id: string; level: 0 | 1 | 2; ordered: boolean } | null {
  const found = /mso-list\s*:\s*(\S+)\s+level(\d+)/i.exec(element.attributes.style ?? '')
  if (!found) return null
  const mark = markOf(element)
  if (mark === null) return null
  return { id: found[1]!, level: levelOf(Number(found[2]) - 1), ordered: /^\(?([0-9]+|[a-zđ]{1,4})[.)]/iu.test(mark) }
}

/** The mark that Word wrote before a list paragraph, or null. */
function markOf({ children, attributes }: HtmlElement): string | null {
  if (/mso-list\s*:\s*ignore/i.test(attributes.style ?? '')) return textOf(children).trim()
  for (const child of children) {
    const mark = typeof child === 'string' ? null : markOf(child)
    if (mark !== null) return mark
  }
  return null
}

function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

const levelOf = (depth: number) => Math.max(0, Math.min(2, depth)) as 0 | 1 | 2

function readItems({ tag, children }: HtmlElement, depth: number, style: Style, seen: Seen): RichList['items'] {
  const ordered = tag === 'ol'
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    // A deeper list stands inside an item or, in markup of Office and Google, beside it.
    if (child.tag === 'ul' || child.tag === 'ol') return readItems(child, depth + 1, styleWithin(child, style), seen)
    const inner = styleWithin(child, style)
    const isList = (node: HtmlNode): node is HtmlElement =>
      typeof node !== 'string' && (node.tag === 'ul' || node.tag === 'ol')
    const own = child.children.filter((node) => !isList(node))
    const deeper = child.children.filter(isList)
    return [
      { level: levelOf(depth), ordered, runs: linesOf(readBlocks(own, inner, seen)) },
      ...deeper.flatMap((list) => readItems(list, depth + 1, styleWithin(list, inner), seen)),
    ]
  })
}

function readTable(table: HtmlElement, style: Style, seen: Seen): RichTable | null {
  const rows: RichTable['rows'] = []
  /** How many rows further each column is still covered by a cell above. */
  const covered: number[] = []
  for (const row of rowsOf(table)) {
    const cells: { runs: RichRun[] }[] = []
    const skipCovered = () => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]! -= 1
        cells.push({ runs: [] })
      }
    }
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th')) continue
      skipCovered()
      const runs = linesOf(readBlocks(cell.children, styleWithin(cell, styleWithin(row, style)), seen))
      const [wide, high] = [span(cell.attributes.colspan), span(cell.attributes.rowspan)]
      for (let at = 0; at < wide; at += 1) {
        covered[cells.length] = high - 1
        cells.push({ runs: at === 0 ? runs : [] })
      }
    }
    skipCovered()
    if (cells.length > 0) rows.push({ cells: cells.slice(0, mostTableColumns) })
    if (cells.length > mostTableColumns) seen.cut = true
  }
  if (rows.length > mostTableRows) seen.cut = true
  return rows.length === 0 ? null : { kind: 'table', rows: rows.slice(0, mostTableRows) }
}

const span = (written = '1') => Math.max(1, Math.min(1_000, Number.parseInt(written, 10) || 1))

function rowsOf({ children }: HtmlElement): HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string' || child.tag === 'table') return []
    return child.tag === 'tr' ? [child] : rowsOf(child)
  })
}

/** Blocks as the lines of one item or cell; lists in it keep their marks as letters. */
function linesOf(blocks: readonly RichBlock[]): RichRun[] {
  const lines = blocks.flatMap((block): RichRun[][] => {
    if (block.kind === 'paragraph') return [block.runs]
    if (block.kind === 'table')
      return block.rows.map(({ cells }) =>
        cells.flatMap(({ runs }, at): RichRun[] => (at === 0 ? runs : [{ text: ' | ' }, ...runs])),
      )
    const marks = listMarks(block)
    return block.items.map(({ runs }, at) => [{ text: `${marks[at]} ` }, ...runs])
  })
  return lines.flatMap((runs, at): RichRun[] => (at === 0 ? runs : [{ text: '\n' }, ...runs]))
}
