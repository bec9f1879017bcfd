import { foldText } from '../units/fold.ts'

/** For every line of a text, the piece of the draft that it came from; null for what a person wrote. */
export type LineTies = readonly (string | null)[]

export const linesOfText = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** How much of its words a line must keep to count as the old one reworded, where lines were added or taken away beside it. */
const kinship = 0.34

/**
 * The ties of a text after a person has edited it: an unchanged line keeps its tie, a reworded one too, a new line has none.
 * A line cut in two stays tied with both halves.
 */
export function carryTies(before: readonly string[], ties: LineTies, after: readonly string[]): (string | null)[] {
  const carried: (string | null)[] = after.map(() => null)
  const tieAt = (line: number) => ties[line] ?? null
  let [from, to] = [0, 0]
  for (const [old, now] of [...commonLines(before, after), [before.length, after.length] as const]) {
    const [gone, come] = [range(from, old), range(to, now)]
    for (const [index, line] of come.entries()) {
      const kin = gone.length === come.length ? gone[index]! : closest(before, gone, after[line]!)
      if (kin !== undefined) carried[line] = tieAt(kin)
    }
    if (old < before.length) carried[now] = tieAt(old)
    ;[from, to] = [old + 1, now + 1]
  }
  return carried
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

/** The longest run of lines that both texts have in the same order, as pairs of places. */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i]![j] =
        before[i] === after[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** Which of the removed lines a new one is closest to, by shared words of the shorter; undefined when it is like none. */
function closest(before: readonly string[], gone: readonly number[], line: string): number | undefined {
  const words = new Set(foldText(line).match(/[a-z0-9]+/gu))
  let [best, most]: [number | undefined, number] = [undefined, 0]
  for (const place of gone) {
    const old = new Set(foldText(before[place]!).match(/[a-z0-9]+/gu))
    const shared = [...words].filter((word) => old.has(word)).length
    const share = shared / Math.max(1, Math.min(words.size, old.size))
    if (share >= kinship && share > most) [best, most] = [place, share]
  }
  return best
}
