/** What begins a numbered or bulleted paragraph, from the widest division to the narrowest. */
export type MarkKind =
  | 'part'
  | 'upper'
  | 'article'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'number'
  | 'letter'
  | 'lead'
  | 'dash'
  | 'plus'
export type Mark = { kind: MarkKind; label: string }

/** A division holds every later one with a higher rank until one of its own rank or a lower one comes. */
const rank: Record<MarkKind, number> = {
  part: 0,
  upper: 1,
  article: 2,
  roman: 2,
  arabic: 3,
  decimal: 4,
  number: 5,
  letter: 6,
  lead: 7,
  dash: 8,
  plus: 9,
}

/** Rank of a mark; "1.1.1" is narrower than "1.1". */
export function markRank(mark: Mark): number {
  return mark.kind === 'decimal' ? rank.decimal + (mark.label.split('.').length - 2) / 10 : rank[mark.kind]
}

type Form = { kind: MarkKind; pattern: RegExp; label: (raw: string) => string }

const asIs = (raw: string) => raw
const forms: readonly Form[] = [
  {
    kind: 'part',
    pattern: /^(?:phần|chương)\s+(?:thứ\s+)?([IVX]+|\d{1,2}|nhất|hai|ba|bốn|tư|năm|sáu|bảy)\b\s*[.:–-]?\s*/iu,
    label: asIs,
  },
  { kind: 'article', pattern: /^điều\s+(\d{1,3})\s*[.:]\s*/iu, label: asIs },
  {
    kind: 'roman',
    pattern: /^([IVXl]{1,5})\s*(?:\.\s*|[/–-]\s+)(?=[\p{Lu}"“(])/u,
    label: (raw) => raw.replace(/l/gu, 'I'),
  },
  { kind: 'upper', pattern: /^([A-HK-P])\s*[.)/]\s+(?=\p{Lu})/u, label: asIs },
  { kind: 'decimal', pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[./]?(?=\s|\p{Lu})\s*/u, label: asIs },
  { kind: 'arabic', pattern: /^(\d{1,2})\s*(?:\.\s*|\/\s+)(?=[^\d\s])/u, label: asIs },
  { kind: 'number', pattern: /^\(\s*(\d{1,3})\s*\)\s*/u, label: asIs },
  { kind: 'number', pattern: /^(\d{1,3})\)\s*/u, label: asIs },
  { kind: 'letter', pattern: /^([a-zđ])\s*\)\s*(?=\S)/u, label: asIs },
  { kind: 'letter', pattern: /^([a-zđ])\.\s+(?=\p{Lu})/u, label: asIs },
  { kind: 'plus', pattern: /^\+\s*(?=\S)/u, label: () => '' },
  { kind: 'dash', pattern: /^-(?:\s+(?=\S)|(?=\p{L}|\())/u, label: () => '' },
]

/** Parts a cleaned line into its mark and what follows; "- (1) …" and "- a) …" count as "(1)" and "a)". */
export function readMark(text: string): { mark: Mark | null; rest: string } {
  for (const { kind, pattern, label } of forms) {
    const found = pattern.exec(text)
    if (!found) continue
    const rest = text.slice(found[0].length)
    if (kind === 'dash') {
      const inner = readMark(rest)
      if (inner.mark && inner.mark.kind !== 'dash' && inner.mark.kind !== 'arabic') return inner
    }
    return { mark: { kind, label: label(found[1] ?? '') }, rest }
  }
  return { mark: null, rest: text }
}

/** The mark as it is printed: "II.", "a)", "(3)", "-". */
export function printMark(mark: Mark | null): string {
  if (!mark || mark.kind === 'lead') return ''
  if (mark.kind === 'dash') return '-'
  if (mark.kind === 'plus') return '+'
  if (mark.kind === 'number') return `(${mark.label})`
  return mark.kind === 'letter' ? `${mark.label})` : `${mark.label}.`
}

const roomOf: Partial<Record<MarkKind, (label: string) => string>> = {
  part: (label) => `Phần ${label}`,
  article: (label) => `Điều ${label}`,
}

/** A clause path as people cite it: [III, 2, a] "III.2a", [III, 3, 3.1] "III.3.1", [Điều 2] "Điều 2"; bullets are not cited. */
export function citeClause(marks: readonly Mark[]): string {
  let cited = ''
  let last = ''
  for (const mark of marks) {
    if (mark.kind === 'dash' || mark.kind === 'plus' || mark.kind === 'lead') continue
    const label = roomOf[mark.kind]?.(mark.label) ?? mark.label
    if (cited === '') cited = label
    else if (mark.kind === 'letter') cited += mark.label
    else if (mark.kind === 'number') cited += `(${mark.label})`
    else if (mark.kind === 'decimal' && mark.label.startsWith(`${last}.`)) cited += mark.label.slice(last.length)
    else cited += `.${label}`
    last = mark.label
  }
  return cited
}
