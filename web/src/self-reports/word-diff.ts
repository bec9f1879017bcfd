/** A stretch of text and whether the other text has it too. */
export interface DiffPart {
  readonly text: string
  readonly differs: boolean
}

/** Beyond so many pairs of words the two middles are shown as wholly different, which is quick and never wrong. */
const mostPairs = 1_500_000

/** Two texts divided at words into what they share and what only one of them has; joined, the parts give the texts back. */
export function diffWords(left: string, right: string): { left: DiffPart[]; right: DiffPart[] } {
  const [a, b] = [words(left), words(right)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const shared = sharedWords(middleA, middleB)
  const side = (all: readonly string[], kept: ReadonlySet<number>): DiffPart[] =>
    joined(all.map((text, at) => ({ text, differs: at >= start && at < all.length - end && !kept.has(at - start) })))
  return { left: side(a, shared.left), right: side(b, shared.right) }
}

/** Lines that only one of two texts has, with the last line before them that both have. */
export interface ChangedLines {
  readonly after: string
  readonly left: string
  readonly right: string
}

/** The places where two texts of many lines differ, in their order. */
export function changedLines(left: readonly string[], right: readonly string[]): ChangedLines[] {
  const shared = sharedWords(left, right)
  const changes: { after: string; left: string[]; right: string[] }[] = []
  let open: (typeof changes)[number] | null = null
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const isShared = shared.left.has(i) && shared.right.has(j)
    if (isShared) {
      open = null
      i += 1
      j += 1
      continue
    }
    if (!open) {
      open = { after: left[i - 1] ?? '', left: [], right: [] }
      changes.push(open)
    }
    if (i < left.length && !shared.left.has(i)) open.left.push(left[i++]!)
    else open.right.push(right[j++]!)
  }
  return changes.map((change) => ({ ...change, left: change.left.join('\n'), right: change.right.join('\n') }))
}

/** Words each with the blanks after them. */
function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** Places of a longest common run of words in both lists. */
function sharedWords(a: readonly string[], b: readonly string[]): { left: Set<number>; right: Set<number> } {
  const [left, right] = [new Set<number>(), new Set<number>()]
  if (a.length * b.length > mostPairs) return { left, right }
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      left.add(i)
      right.add(j)
      i += 1
      j += 1
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return { left, right }
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && last.differs === part.differs) runs[runs.length - 1] = { ...last, text: last.text + part.text }
    else runs.push(part)
  }
  return runs
}
