import type { ConclusionText } from './contract.ts'
import type { Piece } from './draft-conclusion.ts'
import { carryTies, type LineTies, linesOfText } from './ties.ts'

/** How the words of a notice are tied to the board they came from. */
export interface NoticeStructure {
  /** The version of the sentence patterns that it is drafted by; 0 = those supplied. */
  readonly patternsVersion: number
  /** What each piece said, and where, when it was last taken over or left as it was on purpose. */
  readonly taken: Readonly<Record<string, { readonly part: string; readonly words: string }>>
  /** By part: the piece that each line came from. */
  readonly ties: Readonly<Record<string, LineTies>>
}

export const untied: NoticeStructure = { patternsVersion: 0, taken: {}, ties: {} }

/** The texts of a notice by part, "results.<field>" for those written field by field. */
export function partsOfText({
  overview,
  causes,
  execution,
  results,
  shortcomings,
}: ConclusionText): Record<string, string> {
  const byField = (title: string, parts: ConclusionText['results']) =>
    parts.map(({ fieldKey, text }) => [`${title}.${fieldKey}`, text])
  return {
    overview,
    ...Object.fromEntries([...byField('results', results), ...byField('shortcomings', shortcomings)]),
    causes,
    execution,
  }
}

/** Back from texts by part; fields in the given order, those without words left out. */
export function textOfParts(
  parts: Readonly<Record<string, string>>,
  fields: readonly { readonly fieldKey: string }[],
): ConclusionText {
  const byField = (title: string) =>
    fields.flatMap(({ fieldKey }) => {
      const text = parts[`${title}.${fieldKey}`] ?? ''
      return text.trim() === '' ? [] : [{ fieldKey, text }]
    })
  return {
    overview: parts.overview ?? '',
    results: byField('results'),
    shortcomings: byField('shortcomings'),
    causes: parts.causes ?? '',
    execution: parts.execution ?? '',
  }
}

/** The structure after the words were edited. */
export function afterEditing(
  structure: NoticeStructure,
  before: ConclusionText,
  after: ConclusionText,
): NoticeStructure {
  const [was, is] = [partsOfText(before), partsOfText(after)]
  const ties = Object.fromEntries(
    Object.entries(is).map(([part, words]) => [
      part,
      carryTies(linesOfText(was[part] ?? ''), structure.ties[part] ?? [], linesOfText(words)),
    ]),
  )
  return { ...structure, ties }
}

/** Where a piece stands to the words of the notice. */
export interface PieceStanding {
  readonly key: string
  /** Where it is to stand; where its words stand now when it tells nothing any more. */
  readonly part: string
  /**
   * same: word for word · edited: reworded by hand, its points are as they were · removed: its words were taken out by hand ·
   * changed: what it says or where it belongs has changed since · new: not in the draft yet · gone: its points tell it no more.
   */
  readonly state: 'same' | 'edited' | 'removed' | 'changed' | 'new' | 'gone'
  /** What it says now by points and patterns; null when gone. */
  readonly proposed: string | null
  /** What it said when it was last taken over; null when new. */
  readonly taken: string | null
  /** Its lines as they stand in the notice, '' when none do. */
  readonly now: string
  /** The part in which those lines stand, when that is another than `part`. */
  readonly standsIn: string | null
  readonly pointIds: readonly string[]
  readonly lacking: readonly string[]
}

export const waitsForDecision = ({ state }: Pick<PieceStanding, 'state'>) =>
  state === 'changed' || state === 'new' || state === 'gone'

/** Every piece beside the words that came from it, in the order of print; those that are gone come last. */
export function pieceStandings(
  pieces: readonly Piece[],
  { taken, ties }: NoticeStructure,
  text: ConclusionText,
): PieceStanding[] {
  const lines = tiedLines(ties, text)
  const known = pieces.map((piece): PieceStanding => {
    const { key, part, words } = piece
    const before = taken[key]
    const { now, standsIn } = standingWords(lines.get(key), part)
    const moved = before !== undefined && before.part !== part
    const state =
      before === undefined
        ? 'new'
        : now === words && standsIn === null
          ? 'same'
          : before.words !== words || moved
            ? 'changed'
            : now === ''
              ? 'removed'
              : 'edited'
    return { ...piece, state, proposed: words, taken: before?.words ?? null, now, standsIn }
  })
  const gone = Object.entries(taken).flatMap(([key, before]): PieceStanding[] => {
    const own = lines.get(key)
    if (pieces.some((piece) => piece.key === key) || !own) return []
    const { now, standsIn } = standingWords(own, before.part)
    const about = { proposed: null, taken: before.words, now, standsIn, pointIds: [], lacking: [] }
    return [{ key, part: before.part, state: 'gone', ...about }]
  })
  return [...known, ...gone]
}

function standingWords(own: { part: string; lines: string[] }[] | undefined, part: string) {
  const now = (own ?? []).flatMap(({ lines }) => lines).join('\n')
  const elsewhere = own?.find((each) => each.part !== part)
  return { now, standsIn: elsewhere?.part ?? null }
}

function tiedLines(
  ties: NoticeStructure['ties'],
  text: ConclusionText,
): Map<string, { part: string; lines: string[] }[]> {
  const found = new Map<string, { part: string; lines: string[] }[]>()
  for (const [part, words] of Object.entries(partsOfText(text)))
    for (const [index, line] of linesOfText(words).entries()) {
      const key = ties[part]?.[index]
      if (!key) continue
      const own = found.get(key) ?? []
      const last = own.at(-1)
      if (last?.part === part) last.lines.push(line)
      else own.push({ part, lines: [line] })
      found.set(key, own)
    }
  return found
}

/** The words of a notice with what they are tied to. */
export interface Notice {
  readonly text: ConclusionText
  readonly structure: NoticeStructure
}

/** The notice with one piece as it is proposed now: in place of its old words, else where the order of print has it. */
export function takePiece(
  notice: Notice,
  pieces: readonly Piece[],
  key: string,
  fields: readonly { fieldKey: string }[],
): Notice {
  const piece = pieces.find((each) => each.key === key)
  const parts = Object.fromEntries(
    Object.entries(partsOfText(notice.text)).map(([part, words]) => [
      part,
      tied(words, notice.structure.ties[part] ?? []),
    ]),
  )
  const at = piece ? placeFor(piece, pieces, parts[piece.part] ?? []) : -1
  for (const part of Object.keys(parts)) parts[part] = parts[part]!.filter((line) => line.key !== key)
  if (piece) {
    const lines = linesOfText(piece.words).map((line) => ({ line, key }))
    parts[piece.part] = (parts[piece.part] ?? []).toSpliced(at, 0, ...lines)
  }
  const { [key]: _, ...others } = notice.structure.taken
  return {
    text: textOfParts(
      byPart(parts, (lines) => lines.map(({ line }) => line).join('\n')),
      fields,
    ),
    structure: {
      ...notice.structure,
      taken: piece ? { ...others, [key]: { part: piece.part, words: piece.words } } : others,
      ties: byPart(parts, (lines) => lines.map((line) => line.key)),
    },
  }
}

/** Leaves the words of the notice as they are although the piece says something else now. */
export function keepWords({ text, structure }: Notice, pieces: readonly Piece[], key: string): Notice {
  const piece = pieces.find((each) => each.key === key)
  const { [key]: _, ...others } = structure.taken
  return {
    text,
    structure: {
      ...structure,
      taken: piece ? { ...others, [key]: { part: piece.part, words: piece.words } } : others,
      ties: piece
        ? structure.ties
        : Object.fromEntries(
            Object.entries(structure.ties).map(([part, ties]) => [part, ties.map((tie) => (tie === key ? null : tie))]),
          ),
    },
  }
}

/** Ties pieces to words that stand in the notice already, line by line the same: for drafts that were written before. */
export function adoptPieces({ text, structure }: Notice, pieces: readonly Piece[]): Notice {
  const ties: Record<string, (string | null)[]> = {}
  const taken = { ...structure.taken }
  for (const [part, words] of Object.entries(partsOfText(text))) {
    const lines = linesOfText(words)
    const own = lines.map((_, index) => structure.ties[part]?.[index] ?? null)
    for (const { key, words: said } of pieces.filter((piece) => piece.part === part && !taken[piece.key])) {
      const wanted = linesOfText(said)
      const at = lines.findIndex((_, start) =>
        wanted.every((line, index) => lines[start + index] === line && own[start + index] === null),
      )
      if (at < 0) continue
      own.fill(key, at, at + wanted.length)
      taken[key] = { part, words: said }
    }
    ties[part] = own
  }
  return { text, structure: { ...structure, taken, ties } }
}

interface TiedLine {
  readonly line: string
  readonly key: string | null
}

function byPart<T>(parts: Readonly<Record<string, TiedLine[]>>, of: (lines: TiedLine[]) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(parts).map(([part, lines]) => [part, of(lines)]))
}

function tied(words: string, ties: LineTies): TiedLine[] {
  return linesOfText(words).map((line, index) => ({ line, key: ties[index] ?? null }))
}

/** The line before which a piece goes: where its own words begin, else behind the nearest piece that is printed before it. */
function placeFor(piece: Piece, pieces: readonly Piece[], lines: readonly { key: string | null }[]): number {
  const own = lines.findIndex(({ key }) => key === piece.key)
  if (own >= 0) return own
  const order = pieces.filter(({ part }) => part === piece.part).map(({ key }) => key)
  const mine = order.indexOf(piece.key)
  const before = lines.findLastIndex(({ key }) => key !== null && order.includes(key) && order.indexOf(key) < mine)
  if (before >= 0) return before + 1
  const after = lines.findIndex(({ key }) => key !== null && order.indexOf(key) > mine)
  return after >= 0 ? after : lines.length
}
