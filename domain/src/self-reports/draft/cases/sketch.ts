import { formatNumber } from '../../../formats/numbers.ts'
import { isFigure, type Outline, outlineItems } from '../../../outlines/outline.ts'
import type { DraftBlock } from '../draft.ts'

/**
 * A made-up draft as a writer of tests sees it: a line a paragraph, rows of cells for a table. `{item.key}` stands for that
 * item's figure as papers write it; other digits belong to no item. Numbers are drawn by a seed, so nothing can know them.
 * `{key:plain}` has no dots, `{key:space}` blanks between thousands, `{key:pad}` a leading zero, `{key:tỷ}` is money in tỷ đồng.
 */
export interface DraftSketch {
  readonly name: string
  readonly blocks: readonly (string | readonly (readonly string[])[])[]
  /** What is done to the letters of the finished text. */
  readonly letters?: (text: string) => string
}

/** The draft with its numbers, and what each item it mentions must be read as. */
export interface MadeDraft {
  readonly name: string
  readonly blocks: DraftBlock[]
  readonly expected: ReadonlyMap<string, number>
}

/** A row of numbers from 0 to 1 that a seed gives again and again (mulberry32). */
export function drawer(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A figure for every item that takes one, all different, of the size its kind has. */
export function figuresFor(outline: Outline, seed: number): Map<string, number> {
  const draw = drawer(seed)
  const taken = new Set<number>()
  const figures = new Map<string, number>()
  for (const { item } of outlineItems(outline)) {
    if (!isFigure(item) || item.formula !== null) continue
    let value = 0
    do {
      value =
        item.kind === 'percent'
          ? Math.round((60 + draw() * 39.9) * 10) / 10
          : item.kind === 'money'
            ? Math.round(1_000 + draw() * 90_000)
            : /hồ sơ/u.test(item.unit ?? '')
              ? Math.round(1_000 + draw() * 20_000)
              : Math.round(2 + draw() * 90)
    } while (taken.has(value))
    taken.add(value)
    figures.set(item.key, value)
  }
  return figures
}

export function makeDraft(sketch: DraftSketch, outline: Outline, seed: number): MadeDraft {
  const figures = figuresFor(outline, seed)
  const expected = new Map<string, number>()
  const letters = sketch.letters ?? ((text: string) => text)
  const fill = (text: string) =>
    letters(
      text.replace(/\{([a-z0-9.-]+)(?::([^}]+))?\}/gu, (_, key: string, form: string | undefined) => {
        const value = figures.get(key)
        if (value === undefined) throw new Error(`${sketch.name}: no figure item "${key}"`)
        expected.set(key, value)
        return written(value, form)
      }),
    )
  const blocks = sketch.blocks.map((block): DraftBlock => {
    if (typeof block === 'string') return { kind: 'paragraph', label: '', runs: [{ text: fill(block) }] }
    return { kind: 'table', rows: block.map((cells) => cells.map((cell) => ({ runs: [{ text: fill(cell) }] }))) }
  })
  return { name: sketch.name, blocks, expected }
}

function written(value: number, form: string | undefined): string {
  if (form === 'plain') return String(value)
  if (form === 'space') return formatNumber(value).replaceAll('.', ' ')
  if (form === 'pad') return String(value).padStart(2, '0')
  if (form === 'tỷ') return formatNumber(value / 1000, 6)
  if (form === 'đồng') return formatNumber(value * 1_000_000)
  return formatNumber(value)
}

export interface Rates {
  readonly expected: number
  readonly landed: number
  /** Sure proposals of a figure that the draft does not give this item. */
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** How many figures landed in their item, and which sure ones are wrong. */
export function rate(
  draft: MadeDraft,
  proposals: readonly { key: string; value: unknown; confidence: number }[],
  sureFrom: number,
): Rates {
  const found = new Map(proposals.map((proposal) => [proposal.key, proposal]))
  const missed = [...draft.expected].filter(([key, value]) => found.get(key)?.value !== value)
  const wrong = proposals.filter(
    ({ key, value, confidence }) =>
      typeof value === 'number' && confidence >= sureFrom && draft.expected.get(key) !== value,
  )
  return {
    expected: draft.expected.size,
    landed: draft.expected.size - missed.length,
    wrong: wrong.map(({ key, value }) => `${draft.name}: ${key} = ${value}`),
    missed: missed.map(([key, value]) => `${draft.name}: ${key} = ${value}, read ${found.get(key)?.value}`),
  }
}
