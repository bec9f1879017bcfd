import { endedWith } from '../papers/clean-text.ts'
import { toneKey } from '../units/fold.ts'
import type { SynthesisView } from './contract.ts'

export interface RepeatedShortcoming {
  readonly fieldKey: string
  /** Every wording it was recorded in, each once. */
  readonly text: string
  readonly unitNames: readonly string[]
}

/** From this share of common words on, two texts tell of the same shortcoming. */
const sameFrom = 0.6

type Shortcoming = SynthesisView['shortcomings'][number]

/**
 * Shortcomings of one field that more than one unit has, most units first. Officers word alike but not the same: texts are
 * one when most of their words are (figures aside), and all their wordings are kept. Basis: QĐ 2251/QĐ-UBND, mục I.1.
 */
export function repeatedShortcomings(shortcomings: readonly Shortcoming[]): RepeatedShortcoming[] {
  const groups: { words: ReadonlySet<string>; members: Shortcoming[] }[] = []
  for (const shortcoming of shortcomings) {
    const words = wordsOf(shortcoming.text)
    const group = groups.find(
      ({ members, words: own }) => members[0]!.fieldKey === shortcoming.fieldKey && likeness(words, own) >= sameFrom,
    )
    if (group) group.members.push(shortcoming)
    else groups.push({ words, members: [shortcoming] })
  }
  return groups
    .map(({ members }) => ({
      fieldKey: members[0]!.fieldKey,
      text: wordings(members).join('; '),
      unitNames: [...new Set(members.map(({ unitName }) => unitName))],
    }))
    .filter(({ unitNames }) => unitNames.length > 1)
    .sort((a, b) => b.unitNames.length - a.unitNames.length)
}

function wordsOf(text: string): Set<string> {
  return new Set(toneKey(text).match(/[\p{L}\p{M}]+/gu) ?? [])
}

/** Common words over all words, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]).size
  return all === 0 ? 1 : [...a].filter((word) => b.has(word)).length / all
}

function wordings(members: readonly Shortcoming[]): string[] {
  const bare = members.map(({ text }) => endedWith('', text.replace(/\s*\n\s*/g, ' ')))
  const key = (text: string) => (toneKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
  return [...new Map(bare.toReversed().map((text) => [key(text), text])).values()].reverse()
}
