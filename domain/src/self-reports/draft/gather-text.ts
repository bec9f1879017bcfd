import type { RichBlock, RichRun, RichText } from '../../outlines/rich-text.ts'
import { mostLetters, mostTableColumns, mostTableRows } from '../../outlines/rich-text.ts'
import type { DraftTable } from './draft.ts'
import { type BodyLine, cutRuns } from './draft-lines.ts'

/** What stands under a question of a draft, in order. */
export type TextPiece = { kind: 'line'; line: BodyLine; from: number } | { kind: 'table'; table: DraftTable }

/** The pieces as one answer: paragraphs, lists by their marks, tables; what is over the limit of an answer is left out. */
export function answerOf(pieces: readonly TextPiece[]): RichText | string {
  const blocks: RichBlock[] = []
  let letters = 0
  for (const piece of pieces) {
    const block = blockOf(piece)
    letters += lettersOf(block)
    if (letters > mostLetters) break
    const last = blocks.at(-1)
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered)
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else blocks.push(block)
  }
  return blocks.length === 0 ? '' : { blocks }
}

function blockOf(piece: TextPiece): RichBlock {
  if (piece.kind === 'table') {
    const rows = piece.table.rows.slice(0, mostTableRows).filter((row) => row.length > 0)
    return { kind: 'table', rows: rows.map((row) => ({ cells: row.slice(0, mostTableColumns) })) }
  }
  const { line, from } = piece
  const runs = cutRuns(line.runs, from)
  const isOrdered = /^(?:\d{1,2}|[a-zđ])[.)]$/u.test(line.mark)
  if (from === 0 && (isOrdered || /^[-–—+•*·▪]/u.test(line.mark)))
    return { kind: 'list', ordered: isOrdered, items: [{ level: line.mark.startsWith('+') ? 1 : 0, runs }] }
  return { kind: 'paragraph', runs }
}

function lettersOf(block: RichBlock): number {
  const count = (runs: readonly RichRun[]) => runs.reduce((sum, { text }) => sum + text.length, 0)
  if (block.kind === 'paragraph') return count(block.runs)
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + count(item.runs), 0)
  return block.rows.reduce((sum, { cells }) => sum + cells.reduce((all, { runs }) => all + count(runs), 0), 0)
}
