import { blocksOf, type RichBlock, type RichRun, type RichText, tidyRichText } from '@cchc/domain/outlines/rich-text.ts'
import { type DiffPart, diffWords } from '../word-diff.ts'

/** A run, and whether the other text lacks its words. */
export type MarkedRun = RichRun & { readonly differs?: boolean }

type Text = string | RichText | null

/** The blocks of a text with the words marked that another text does not have in this order; formatting is not compared. */
export function markedText(text: Text, other: Text): readonly RichBlock[] {
  if (text === null) return []
  const blocks = blocksOf(text)
  const { left } = diffWords(wordsOf(blocks), wordsOf(other === null ? [] : blocksOf(other)))
  const take = taker(left)
  return blocks.map((block): RichBlock => {
    const marked = (runs: readonly RichRun[]): MarkedRun[] => {
      const taken = runs.flatMap((run) => take(run.text.length).map(({ text, differs }) => ({ ...run, text, differs })))
      // The line feed that divides this stretch from the next.
      take(1)
      return taken
    }
    if (block.kind === 'paragraph') return { ...block, runs: marked(block.runs) }
    if (block.kind === 'list')
      return { ...block, items: block.items.map((item) => ({ ...item, runs: marked(item.runs) })) }
    return {
      ...block,
      rows: block.rows.map(({ cells }) => ({ cells: cells.map(({ runs }) => ({ runs: marked(runs) })) })),
    }
  })
}

/** All stretches of a text, a line each. */
function wordsOf(blocks: readonly RichBlock[]): string {
  const stretches = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.runs]
    return block.kind === 'list'
      ? block.items.map(({ runs }) => runs)
      : block.rows.flatMap(({ cells }) => cells.map(({ runs }) => runs))
  })
  return stretches.map((runs) => `${runs.map(({ text }) => text).join('')}\n`).join('')
}

/** Takes so many letters at a time off the front of the parts. */
function taker(parts: readonly DiffPart[]): (letters: number) => DiffPart[] {
  const left = [...parts]
  return (letters) => {
    const taken: DiffPart[] = []
    for (let open = letters; open > 0 && left.length > 0; ) {
      const { text, differs } = left[0]!
      taken.push({ text: text.slice(0, open), differs })
      if (text.length > open) left[0] = { text: text.slice(open), differs }
      else left.shift()
      open -= text.length
    }
    return taken
  }
}

/** Two texts one after the other. */
export function joinedTexts(first: Text, second: Text): Text {
  if (first === null || second === null) return first ?? second
  return tidyRichText({ blocks: [...blocksOf(first), ...blocksOf(second)] })
}
