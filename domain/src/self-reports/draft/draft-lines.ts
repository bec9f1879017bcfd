import type { RichRun } from '../../outlines/rich-text.ts'
import type { DraftBlock } from './draft.ts'

/** One line of a paragraph: a paragraph broken by hand is several. */
export interface BodyLine {
  readonly paragraph: number
  /** As a reader sees it, with the number or dash before it. */
  readonly text: string
  /** "II.", "2.1.", "a)", "-", or empty. */
  readonly mark: string
  readonly body: string
  readonly runs: readonly RichRun[]
}

const typedMark =
  /^\s*(?:(?:phần|mục)\s+(?:thứ\s+)?(?:[IVXLC]+|\d{1,2}|\p{L}{2,4})\s*[.:)–-]?\s+|(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s*[.)/]\s*(?=[^\d\s])|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\p{Lu})|\(\d{1,2}\)\s*|\([a-zđ]\)\s*|[-–—+•*·▪]\s*)/iu

/** The lines of a paragraph; a table has none. */
export function linesOfBlock(block: DraftBlock, paragraph: number): BodyLine[] {
  if (block.kind === 'table') return []
  return splitAtBreaks(block.runs).flatMap((runs, at) => {
    const written = tidy(runs.map(({ text }) => text).join(''))
    if (written.trim() === '') return []
    const typed = markOf(written)
    const label = at === 0 ? block.label : ''
    return [
      {
        paragraph,
        text: label ? `${label} ${written.trim()}` : written.trim(),
        mark: label || typed.trim(),
        body: written.slice(typed.length).trimEnd(),
        runs: cutRuns(runs, typed.length),
      },
    ]
  })
}

/** The number or dash that somebody typed before a line, with the blanks behind it. */
export function markOf(text: string): string {
  let mark = ''
  for (let turn = 0; turn < 2; turn++) {
    const found = typedMark.exec(text.slice(mark.length))
    if (!found || found[0].length === 0) break
    mark += found[0]
  }
  return mark
}

/** Composed letters and plain blanks, of the same length for every reader of the line. */
function tidy(text: string): string {
  return text.normalize('NFC').replace(/[\t\u00a0\u2007\u202f]/gu, ' ')
}

/** The runs without their first `length` letters. */
export function cutRuns(runs: readonly RichRun[], length: number): RichRun[] {
  let left = length
  return runs.flatMap((run) => {
    const text = tidy(run.text)
    const rest = text.slice(Math.min(left, text.length))
    left = Math.max(0, left - text.length)
    return rest === '' ? [] : [{ ...run, text: rest }]
  })
}

function splitAtBreaks(runs: readonly RichRun[]): RichRun[][] {
  const lines: RichRun[][] = [[]]
  for (const run of runs) {
    for (const [at, text] of run.text.split(/[\n\v]/u).entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...run, text })
    }
  }
  return lines
}
