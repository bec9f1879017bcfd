import { z } from 'zod'
import { foldText, letterKey, toneKey } from './fold.ts'
import { type Unit, UnitType, unitFullName } from './unit.ts'

/**
 * What a name in a paper is against the catalogue:
 * `exact` the same letters (case and Unicode form apart) · `tone-mark` the same words in another writing: tone mark
 * placed otherwise, dash for comma, & for và, a recorded alias or abbreviation · `slip` probably meant one of the
 * candidates, for a person to choose · `unknown` nothing near it.
 */
export const MatchVerdict = z.enum(['exact', 'tone-mark', 'slip', 'unknown'])
export type MatchVerdict = z.infer<typeof MatchVerdict>

/** `distance`: letters (marks included, the tone counted as one) to add, drop or change between the two names. */
export const MatchCandidate = z.object({
  code: z.string(),
  name: z.string(),
  type: UnitType,
  distance: z.number().int().min(0),
})
export type MatchCandidate = z.infer<typeof MatchCandidate>

export const UnitMatch = z.object({
  verdict: MatchVerdict,
  code: z.string().nullable(),
  candidates: z.array(MatchCandidate),
})
export type UnitMatch = z.infer<typeof UnitMatch>

const MOST_CANDIDATES = 5

/** How papers write the type before a commune-level name; short forms need their dot. */
const typePatterns: readonly [RegExp, Exclude<UnitType, 'department'>][] = [
  [/^(?:phường\s+|p\.\s*)/u, 'ward'],
  [/^(?:xã\s+|x\.\s*)/u, 'commune'],
  [/^(?:đặc khu\s+|đk\.?\s+)/u, 'special-zone'],
]
/** The same words after a bad scan ("Phuờng", "Xa"): they point at a type but settle nothing. */
const blurredTypePatterns: readonly [RegExp, Exclude<UnitType, 'department'>][] = [
  [/^phuong\s+/u, 'ward'],
  [/^xa\s+/u, 'commune'],
  [/^dac khu\s+/u, 'special-zone'],
]
const departmentStart = /^(?:sở|ban|thanh tra|văn phòng|chi cục|cục|bql|trung tâm)\s/u
const committeePrefix = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(?=phường|xã|đặc khu|p\.|x\.)/u
const listDebris = /^(?:[-–—+•*]\s*|\(?\d{1,3}[.)]\s*)+/u

const abbreviations: readonly [RegExp, string][] = [
  [/\bubnd\b/gu, 'ủy ban nhân dân'],
  [/\bhđnd\b/gu, 'hội đồng nhân dân'],
  [/\bbql\b/gu, 'ban quản lý'],
  [/(?<![\p{L}\p{M}])tp\.?(?![\p{L}\p{M}])/gu, 'thành phố'],
]

/** Key that is equal for writings of one name that nobody would call different names. */
function writingKey(text: string): string {
  let key = letterKey(text)
    .replace(/['’ʼ`]/gu, '')
    .replace(/\s*&\s*/gu, ' và ')
  for (const [pattern, whole] of abbreviations) key = key.replace(pattern, whole)
  return toneKey(key.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim())
}

type Entry = {
  unit: Unit
  letters: string
  writings: string[]
  shortWriting: string
  folded: string
  fullFolded: string
}

const entriesOf = new WeakMap<readonly Unit[], Entry[]>()

/** Keys of a catalogue, worked out once per catalogue array (which is taken not to change). */
function entries(catalogue: readonly Unit[]): Entry[] {
  const known = entriesOf.get(catalogue)
  if (known) return known
  const made = catalogue.map((unit) => ({
    unit,
    letters: letterKey(unit.name),
    writings: [unit.name, ...unit.aliases].map(writingKey),
    shortWriting: unit.type === 'department' ? writingKey(unit.name).replace(/^sở /u, '') : '',
    folded: foldText(unit.name),
    fullFolded: foldText(unitFullName(unit)),
  }))
  entriesOf.set(catalogue, made)
  return made
}

/** One way to read the text: a name, the type that is named with it, and whether that type word was written clearly. */
type Reading = { name: string; type: UnitType | null; clear: boolean }

function readings(text: string): Reading[] {
  const whole = letterKey(text.replace(listDebris, '').replace(/[\s.;,:]+$/u, '')).replace(committeePrefix, '')
  for (const [pattern, type] of typePatterns) {
    if (pattern.test(whole))
      return [
        { name: whole.replace(pattern, '').trim(), type, clear: true },
        { name: whole, type: null, clear: true },
      ]
  }
  if (departmentStart.test(whole))
    return [
      { name: whole, type: 'department', clear: true },
      { name: whole, type: null, clear: true },
    ]
  const read: Reading[] = [{ name: whole, type: null, clear: true }]
  const folded = foldText(whole)
  for (const [pattern, type] of blurredTypePatterns) {
    const word = pattern.exec(folded)
    if (word) read.push({ name: whole.slice(word[0].length).trim(), type, clear: false })
  }
  return read
}

/** Changes that turn one row of letters into the other (Levenshtein), or `limit + 1` when there are more than `limit`. */
export function letterDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  const a = [...left]
  const b = [...right]
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return Math.min(row[b.length]!, limit + 1)
}

/** A quarter of the letters may be wrong, at least one: enough for Thạch Khê (Khôi), too little for Hà Nam (Hà Đông). */
const slipLimit = (key: string) => Math.max(1, Math.floor([...key].length / 4))

const candidate = (unit: Unit, distance: number): MatchCandidate => ({
  code: unit.code,
  name: unit.name,
  type: unit.type,
  distance,
})

/**
 * Compares a name as a paper writes it ("- (9) Phường Thạch Khê") with the catalogue.
 * Accepts (`code` not null) only one unit whose name and type are both as written; the same name under another type,
 * the same letters with other marks, and two equally good units are slips with their candidates. A name without a
 * type word is compared with every type. Basis: QĐ 2251/QĐ-UBND, Phụ lục II names units by type and name.
 */
export function matchUnitName(text: string, catalogue: readonly Unit[]): UnitMatch {
  const read = readings(text)
  const all = entries(catalogue)
  const certain = certainMatch(all, read)
  if (certain) return certain
  const candidates = nearest(all, read)
  return { verdict: candidates.length > 0 ? 'slip' : 'unknown', code: null, candidates }
}

/** Whether a name is certainly one unit of the catalogue; quicker than `matchUnitName`, since it looks for no candidates. */
export function isUnitName(text: string, catalogue: readonly Unit[]): boolean {
  return certainMatch(entries(catalogue), readings(text)) !== null
}

function certainMatch(all: readonly Entry[], read: readonly Reading[]): UnitMatch | null {
  const sameLetters = unitsThat(all, read, (entry, name) => entry.letters === name)
  if (sameLetters.length === 1) return accepted('exact', sameLetters[0]!)
  if (sameLetters.length > 1) return null
  const sameWriting = unitsThat(
    all,
    read,
    (entry, _name, key) => entry.writings.includes(key) || entry.shortWriting === key,
  )
  return sameWriting.length === 1 ? accepted('tone-mark', sameWriting[0]!) : null
}

function accepted(verdict: 'exact' | 'tone-mark', unit: Unit): UnitMatch {
  return { verdict, code: unit.code, candidates: [candidate(unit, 0)] }
}

function unitsThat(
  all: readonly Entry[],
  read: readonly Reading[],
  same: (entry: Entry, name: string, key: string) => boolean,
): Unit[] {
  const found = new Set<Unit>()
  for (const { name, type, clear } of read) {
    if (!clear) continue
    const key = writingKey(name)
    for (const entry of all)
      if ((type === null || entry.unit.type === type) && same(entry, name, key)) found.add(entry.unit)
  }
  return [...found]
}

/** Units a person may have meant: near in letters, or the same without marks; nearest first, the named type before others. */
function nearest(all: readonly Entry[], read: readonly Reading[]): MatchCandidate[] {
  const best = new Map<Unit, { distance: number; rank: number }>()
  for (const { name, type } of read) {
    const key = writingKey(name)
    if (key === '') continue
    const limit = slipLimit(key)
    const folded = foldText(name)
    for (const entry of all) {
      const sameRoom = type === null || (type === 'department') === (entry.unit.type === 'department')
      if (!sameRoom) continue
      const near = Math.min(...entry.writings.map((writing) => letterDistance(key, writing, limit)))
      if (near > limit && entry.folded !== folded) continue
      const distance = near > limit ? letterDistance(key, entry.writings[0]!) : near
      const rank = distance * 2 + (type === null || entry.unit.type === type ? 0 : 1)
      const known = best.get(entry.unit)
      if (!known || rank < known.rank) best.set(entry.unit, { distance, rank })
    }
  }
  return [...best]
    .sort(([a, x], [b, y]) => x.rank - y.rank || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(([unit, { distance }]) => candidate(unit, distance))
}

/** How a search found a unit, best first. */
export const searchRanks = ['exact', 'tone-mark', 'folded', 'start', 'words', 'near'] as const
export type SearchRank = (typeof searchRanks)[number]
export type UnitHit = { unit: Unit; rank: SearchRank }

/**
 * Finds units for a person who types a name or a part of it, with or without diacritics, with or without its type
 * word; best first. An empty query finds nothing.
 */
export function searchUnits(query: string, units: readonly Unit[]): UnitHit[] {
  const folded = foldText(query)
  if (folded === '') return []
  const letters = letterKey(query)
  const key = writingKey(query)
  const words = folded.split(' ')
  const hits: UnitHit[] = []
  for (const entry of entries(units)) {
    const rank = rankOf(entry, { letters, key, folded, words })
    if (rank) hits.push({ unit: entry.unit, rank })
  }
  const order = (hit: UnitHit) => searchRanks.indexOf(hit.rank)
  return hits.sort(
    (a, b) =>
      order(a) - order(b) || a.unit.name.localeCompare(b.unit.name, 'vi') || (a.unit.code < b.unit.code ? -1 : 1),
  )
}

function rankOf(
  entry: Entry,
  query: { letters: string; key: string; folded: string; words: string[] },
): SearchRank | null {
  if (query.letters === entry.letters || query.letters === letterKey(unitFullName(entry.unit))) return 'exact'
  if (entry.writings.includes(query.key) || query.key === writingKey(unitFullName(entry.unit))) return 'tone-mark'
  if (query.folded === entry.folded || query.folded === entry.fullFolded || query.folded === entry.unit.code)
    return 'folded'
  if (entry.folded.startsWith(query.folded) || entry.fullFolded.startsWith(query.folded)) return 'start'
  const ownWords = entry.fullFolded.split(/[^\p{L}\p{N}]+/u)
  if (query.words.every((word) => ownWords.some((own) => own.startsWith(word)))) return 'words'
  const limit = slipLimit(query.folded)
  return limit > 0 && query.folded.length > 3 && letterDistance(query.folded, entry.folded, limit) <= limit
    ? 'near'
    : null
}
