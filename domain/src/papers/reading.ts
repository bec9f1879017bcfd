import type { Block, Paper, Run } from './paper.ts'
import { titleLine } from './paper-lines.ts'

/** One thing to read aloud; a heading stands above what follows it. */
export interface ReadingPiece {
  readonly kind: 'heading' | 'text'
  readonly text: string
}

/** A paper as it is read aloud: title and body one paragraph at a time, a row of a table as one sentence with its column names. */
export function readingPieces(paper: Paper): ReadingPiece[] {
  const title = [paper.printed.typeName, titleLine(paper)].filter(Boolean).join('. ')
  const pieces = [{ kind: 'heading' as const, text: title }, ...paper.blocks.flatMap(piecesOf)]
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\.\/\.$/u, '.').trim() }))
    .filter(({ text }) => text !== '')
}

function piecesOf(block: Block): ReadingPiece[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: `${block.label} ${block.text}` }]
    case 'paragraph':
    case 'item':
      return [{ kind: 'text', text: words(block.runs) }]
    case 'table': {
      const names = (block.head.at(-1) ?? []).map((cell) => words(cell.runs))
      return block.rows.map((row) => ({
        kind: 'text',
        text: `${row
          .map((cell, column) => [names[column], words(cell.runs)] as const)
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (name ? `${name}: ${text}` : text))
          .join('; ')}.`,
      }))
    }
    case 'page-break':
      return []
  }
}

const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
