import { foldText } from '../units/fold.ts'

/** What a likely duplicate is told by. */
export interface Comparable {
  readonly pointId: string
  readonly fieldKey: string
  readonly place: string
  /** Whether it praises: praise and blame in alike words are never the same thing. */
  readonly praise: boolean
  readonly text: string
  /** Points that a person has said are not the same. */
  readonly apart: readonly string[]
}

/** Words that say nothing of what was found, without diacritics. */
const fillers = new Set(
  'va voi cua cac nhung mot so co la duoc tai trong tren cho ve theo da dang sau nay do thi ma con bi o den tu nam don vi phuong xa so'.split(
    ' ',
  ),
)
/** How much of their words two points must share; of the shorter one's when that has at least `enough` words. */
const alike = 0.6
const within = 0.8
const enough = 4

/**
 * Pairs of points that may be one thing recorded twice: same field, alike words whatever their diacritics and order. They are
 * pointed out and never merged by themselves. Basis: this product's own.
 */
export function likelyDuplicates(points: readonly Comparable[]): { one: string; other: string }[] {
  const read = points
    .filter(({ place }) => place !== 'left-out')
    .map((point) => ({ point, words: wordsOf(point.text) }))
  return read.flatMap((a, index) =>
    read
      .slice(index + 1)
      .filter((b) => isLikely(a, b))
      .map((b) => ({ one: a.point.pointId, other: b.point.pointId })),
  )
}

interface Read {
  readonly point: Comparable
  readonly words: ReadonlySet<string>
}

function isLikely(a: Read, b: Read): boolean {
  if (a.point.fieldKey !== b.point.fieldKey || a.point.praise !== b.point.praise) return false
  if (a.point.apart.includes(b.point.pointId) || b.point.apart.includes(a.point.pointId)) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  const [fewer, all] = [Math.min(a.words.size, b.words.size), a.words.size + b.words.size - shared]
  if (fewer === 0) return false
  return shared / all >= alike || (fewer >= enough && shared / fewer >= within)
}

/** The telling words of a text; figures are not, for the same thing is often counted twice with other results. */
export function wordsOf(text: string): Set<string> {
  return new Set(
    (foldText(text).match(/[a-z0-9]+/gu) ?? []).filter((word) => !fillers.has(word) && !/^\d+$/u.test(word)),
  )
}
