import { z } from 'zod'

/**
 * A formatted answer as data: paragraphs, lists and plain tables, and nothing that a paper could not print. What has no
 * formatting at all stays a string with line feeds, so that a simple answer is the same thing however it was typed.
 */

/** So many letters one answer may hold, over all its blocks. */
export const mostLetters = 20_000
export const mostTableRows = 200
export const mostTableColumns = 20

const Mark = z.literal(true).optional()

/** A stretch of text in one style; a mark that is absent is not set. `\n` breaks the line inside a list item or a cell. */
export const RichRun = z.strictObject({ text: z.string().max(mostLetters), bold: Mark, italic: Mark, underline: Mark })
export type RichRun = z.infer<typeof RichRun>

const Runs = z.array(RichRun).max(2_000)
const ListLevel = z.union([z.literal(0), z.literal(1), z.literal(2)])

const RichParagraph = z.strictObject({ kind: z.literal('paragraph'), runs: Runs })
/** `ordered` of an item is there only where a deeper item is of the other kind than its list. */
const RichListItem = z.strictObject({ level: ListLevel, runs: Runs, ordered: z.boolean().optional() })
export type RichListItem = z.infer<typeof RichListItem>
const RichList = z.strictObject({
  kind: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(RichListItem).min(1).max(1_000),
})
export type RichList = z.infer<typeof RichList>
const RichCell = z.strictObject({ runs: Runs })
const RichRow = z.strictObject({ cells: z.array(RichCell).min(1).max(mostTableColumns) })
const RichTable = z.strictObject({ kind: z.literal('table'), rows: z.array(RichRow).min(1).max(mostTableRows) })
export type RichTable = z.infer<typeof RichTable>

export const RichBlock = z.discriminatedUnion('kind', [RichParagraph, RichList, RichTable])
export type RichBlock = z.infer<typeof RichBlock>

export const RichText = z
  .strictObject({ blocks: z.array(RichBlock).min(1).max(2_000) })
  .refine((text) => letters(text) <= mostLetters, { error: 'Đoạn văn dài quá 20.000 chữ cái.' })
export type RichText = z.infer<typeof RichText>

/** Whether a value of any answer is formatted text. */
export function isRichText(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && 'blocks' in value
}

/** The letters of all blocks together, as the limit counts them. */
export function letters({ blocks }: { readonly blocks: readonly RichBlock[] }): number {
  return blocks.flatMap(runsOfBlock).reduce((sum, run) => sum + run.text.length, 0)
}

/** Either kind of text as blocks; a string has one paragraph a line. */
export function blocksOf(value: string | RichText): readonly RichBlock[] {
  if (typeof value !== 'string') return value.blocks
  return value.split('\n').map((text) => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] }))
}

/**
 * Either kind of text without its formatting: a paragraph a line, list items with their marks, a table row as its cells
 * with " | " between them. For searching, comparing, counting and papers that print plain text.
 */
export function plainText(value: string | RichText): string {
  if (typeof value === 'string') return value
  return value.blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: RichBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [words(block.runs)]
    case 'list': {
      const marks = listMarks(block)
      return block.items.map(({ level, runs }, at) => `${'  '.repeat(level)}${marks[at]} ${words(runs)}`)
    }
    case 'table':
      return block.rows.map(({ cells }) => cells.map(({ runs }) => words(runs).replaceAll('\n', ' ')).join(' | '))
  }
}

const words = (runs: readonly RichRun[]) => runs.map(({ text }) => text).join('')

/**
 * The mark of each item of a list as papers print it: "1.", below it "a)", below that "-"; without numbers "-", "+", "-".
 * Numbers begin anew under each item.
 */
export function listMarks({ ordered, items }: RichList): string[] {
  const counts: number[] = []
  const kinds: boolean[] = []
  return items.map((item) => {
    const isOrdered = item.level > 0 ? (item.ordered ?? ordered) : ordered
    counts.length = item.level + 1
    if (kinds[item.level] !== isOrdered) counts[item.level] = 0
    kinds[item.level] = isOrdered
    kinds.length = item.level + 1
    counts[item.level] = (counts[item.level] ?? 0) + 1
    if (!isOrdered) return item.level === 1 ? '+' : '-'
    const number = counts[item.level]!
    if (item.level === 1) return `${letterOf(number)})`
    return item.level === 0 ? `${number}.` : `${number})`
  })
}

/** Letters as Vietnamese papers count points: a, b, c, d, đ, e, … without f, j, w and z; numbers once they run out. */
const pointLetters = 'abcdđeghiklmnopqrstuvxy'
const letterOf = (number: number) => [...pointLetters][number - 1] ?? String(number)

/** Whether every cell of the first row that says anything is bold and rows follow: then it heads the table. */
export function hasHeadRow({ rows }: RichTable): boolean {
  const runs = rows[0]!.cells.flatMap((cell) => cell.runs).filter(({ text }) => text.trim() !== '')
  return rows.length > 1 && runs.length > 0 && runs.every((run) => run.bold === true)
}

/**
 * The text as it is kept: composed letters, one kind of line break, neighbouring runs of one style joined, blanks around
 * every block and what is empty dropped, table rows of one width, no list level skipped. A text without any formatting
 * becomes a string, an empty one null. What was tidied once is tidied for good.
 */
export function tidyRichText(value: string | RichText): string | RichText | null {
  if (typeof value === 'string') return tidyText(value) || null
  const blocks = value.blocks.flatMap(tidyBlock)
  if (blocks.every((block) => block.kind === 'paragraph' && block.runs.every(isPlain)))
    return tidyText(blocks.flatMap(linesOf).join('\n')) || null
  const kept = blocks.flatMap((block): RichBlock[] => {
    if (block.kind !== 'paragraph') return [block]
    const runs = trimRuns(block.runs)
    return runs.length === 0 ? [] : [{ ...block, runs }]
  })
  return { blocks: kept }
}

/** Control characters but tab and line feed, and halves of letters: the database holds neither. */
const unstorable = /[^\P{Cc}\t\n]|\p{Surrogate}/gu

const storable = (text: string) => text.replaceAll(/\r\n?/gu, '\n').replaceAll(unstorable, '').normalize('NFC')

/** A plain text as it is kept: composed letters, one kind of line break, without blanks around it. */
export function tidyText(text: string): string {
  return storable(text).trim()
}

const isPlain = (run: RichRun) => !run.bold && !run.italic && !run.underline

/** A block with its runs in order; a paragraph keeps the blanks around it, which a plain text keeps too. */
function tidyBlock(block: RichBlock): RichBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return splitLines(joinRuns(block.runs)).map((runs) => ({ kind: 'paragraph', runs }))
    case 'list': {
      let last = -1
      const items = block.items.flatMap(({ level, ordered, runs }) => {
        const kept = trimRuns(joinRuns(runs))
        if (kept.length === 0) return []
        last = Math.min(level, last + 1)
        const isOther = last > 0 && ordered !== undefined && ordered !== block.ordered
        return [{ level: last as 0 | 1 | 2, runs: kept, ...(isOther ? { ordered } : {}) }]
      })
      return items.length === 0 ? [] : [{ kind: 'list', ordered: block.ordered, items }]
    }
    case 'table': {
      const width = Math.max(...block.rows.map(({ cells }) => cells.length))
      const rows = block.rows.map(({ cells }) => ({
        cells: Array.from({ length: width }, (_, at) => ({ runs: trimRuns(joinRuns(cells[at]?.runs ?? [])) })),
      }))
      return rows.every(({ cells }) => cells.every(({ runs }) => runs.length === 0)) ? [] : [{ kind: 'table', rows }]
    }
  }
}

/** Runs with storable letters, neighbours of one style as one; blanks and line breaks alone have no style. */
function joinRuns(runs: readonly RichRun[]): RichRun[] {
  const lines = joinAlike(runs.map((run) => ({ ...run, text: storable(run.text) }))).flatMap((run) =>
    run.text.split(/(\n)/u).map((text) => styled(text, run)),
  )
  return joinAlike(lines)
}

function joinAlike(runs: readonly RichRun[]): RichRun[] {
  const joined: RichRun[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = joined.at(-1)
    if (last && sameStyle(last, run))
      joined[joined.length - 1] = { ...last, text: (last.text + run.text).normalize('NFC') }
    else joined.push(run)
  }
  return joined
}

/** A run of this text in that style, its members always in one order. */
function styled(text: string, style: Omit<RichRun, 'text'>): RichRun {
  if (text.trim() === '') return { text }
  return {
    text,
    ...(style.bold ? { bold: true as const } : {}),
    ...(style.italic ? { italic: true as const } : {}),
    ...(style.underline ? { underline: true as const } : {}),
  }
}

const sameStyle = (a: RichRun, b: RichRun) =>
  !a.bold === !b.bold && !a.italic === !b.italic && !a.underline === !b.underline

function trimRuns(runs: readonly RichRun[]): RichRun[] {
  const left = [...runs]
  while (left.length > 0 && left[0]!.text.trim() === '') left.shift()
  while (left.length > 0 && left.at(-1)!.text.trim() === '') left.pop()
  return left.map((run, at) => {
    const start = at === 0 ? run.text.trimStart() : run.text
    return styled(at === left.length - 1 ? start.trimEnd() : start, run)
  })
}

/** The runs of each line; a line break in a paragraph begins a new one. */
function splitLines(runs: readonly RichRun[]): RichRun[][] {
  const lines: RichRun[][] = [[]]
  for (const run of runs) {
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push(styled(text, run))
    }
  }
  return lines
}

function runsOfBlock(block: RichBlock): readonly RichRun[] {
  if (block.kind === 'paragraph') return block.runs
  if (block.kind === 'list') return block.items.flatMap((item) => item.runs)
  return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.runs))
}
