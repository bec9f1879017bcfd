import {
  blocksOf,
  type RichBlock,
  type RichList,
  type RichListItem,
  type RichRun,
  type RichTable,
  type RichText,
  tidyRichText,
} from '@cchc/domain/outlines/rich-text.ts'

/** A node of the editor's document as its JSON has it. */
export interface DocNode {
  readonly type: string
  readonly content?: DocNode[]
  readonly text?: string
  readonly marks?: { readonly type: string }[]
}

/** A text as the editor's document. */
export function docOf(value: string | RichText | null): DocNode {
  return { type: 'doc', content: nodesOf(value ?? '') }
}

/** The blocks of a text as nodes of the editor. */
export function nodesOf(value: string | RichText): DocNode[] {
  return blocksOf(value).map(nodeOf)
}

function nodeOf(block: RichBlock): DocNode {
  if (block.kind === 'paragraph') return paragraph(block.runs)
  if (block.kind === 'table') {
    const cells = (row: RichTable['rows'][number]) =>
      row.cells.map(({ runs }) => ({ type: 'tableCell', content: linesOf(runs).map(paragraph) }))
    return { type: 'table', content: block.rows.map((row) => ({ type: 'tableRow', content: cells(row) })) }
  }
  return { type: listType(block.ordered), content: itemsFrom(block, 0, block.items.length) }
}

const listType = (ordered: boolean) => (ordered ? 'orderedList' : 'bulletList')

/** The items of one level from one place to another, each with the deeper ones that follow it. */
function itemsFrom({ items, ordered }: RichList, from: number, to: number): DocNode[] {
  const level = items[from]!.level
  const starts = range(from, to).filter((at) => items[at]!.level === level)
  return starts.map((start, index) => ({
    type: 'listItem',
    content: [
      paragraph(items[start]!.runs),
      ...listsFrom({ kind: 'list', items, ordered }, start + 1, starts[index + 1] ?? to),
    ],
  }))
}

/** Deeper items as lists, one for each stretch of one kind. */
function listsFrom(list: RichList, from: number, to: number): DocNode[] {
  if (from >= to) return []
  const level = list.items[from]!.level
  const kindOf = (item: RichListItem) => item.ordered ?? list.ordered
  const starts = range(from, to).filter((at) => list.items[at]!.level === level)
  const turns = starts.filter(
    (at, index) => index === 0 || kindOf(list.items[at]!) !== kindOf(list.items[starts[index - 1]!]!),
  )
  return turns.map((start, index) => ({
    type: listType(kindOf(list.items[start]!)),
    content: itemsFrom(list, start, turns[index + 1] ?? to),
  }))
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

function paragraph(runs: readonly RichRun[]): DocNode {
  const content = runs.flatMap(inlineOf)
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

function inlineOf({ text, bold, italic, underline }: RichRun): DocNode[] {
  const marks = [bold && 'bold', italic && 'italic', underline && 'underline'].flatMap((type) =>
    type ? [{ type }] : [],
  )
  return text
    .split('\n')
    .flatMap((line, at): DocNode[] => [
      ...(at > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 ? { marks } : {}) }]),
    ])
}

/** Runs divided at their line breaks. */
function linesOf(runs: readonly RichRun[]): RichRun[][] {
  const lines: RichRun[][] = [[]]
  for (const run of runs)
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...run, text })
    }
  return lines
}

/** The text that the editor's document holds, as it is kept: a string where nothing is formatted, null where nothing is. */
export function textOfDoc(doc: DocNode): string | RichText | null {
  const blocks = (doc.content ?? []).map(blockOfNode)
  return blocks.length === 0 ? null : tidyRichText({ blocks })
}

function blockOfNode(node: DocNode): RichBlock {
  const children = node.content ?? []
  if (node.type === 'table') {
    const cellsOf = (row: DocNode) => (row.content ?? []).map((cell) => ({ runs: runsOfAll(cell.content ?? []) }))
    return { kind: 'table', rows: children.map((row) => ({ cells: cellsOf(row) })) }
  }
  if (node.type === 'bulletList' || node.type === 'orderedList')
    return { kind: 'list', ordered: node.type === 'orderedList', items: itemsOf(node, 0) }
  return { kind: 'paragraph', runs: runsOf(children) }
}

function itemsOf(list: DocNode, depth: number): RichListItem[] {
  return (list.content ?? []).flatMap((item) => {
    const isList = ({ type }: DocNode) => type === 'bulletList' || type === 'orderedList'
    const own = (item.content ?? []).filter((node) => !isList(node))
    const deeper = (item.content ?? []).filter(isList)
    return [
      { level: Math.min(2, depth) as 0 | 1 | 2, ordered: list.type === 'orderedList', runs: runsOfAll(own) },
      ...deeper.flatMap((each) => itemsOf(each, depth + 1)),
    ]
  })
}

/** Several paragraphs as the lines of one item or cell. */
function runsOfAll(paragraphs: readonly DocNode[]): RichRun[] {
  return paragraphs.flatMap(({ content }, at) => [...(at > 0 ? [{ text: '\n' }] : []), ...runsOf(content ?? [])])
}

function runsOf(inline: readonly DocNode[]): RichRun[] {
  return inline.map(({ type, text, marks }) => {
    const has = (mark: string) => marks?.some((each) => each.type === mark)
    return {
      text: type === 'hardBreak' ? '\n' : (text ?? ''),
      ...(has('bold') ? { bold: true as const } : {}),
      ...(has('italic') ? { italic: true as const } : {}),
      ...(has('underline') ? { underline: true as const } : {}),
    }
  })
}
