import { foldText } from '../units/fold.ts'
import { type Outline, outlineItems } from './outline.ts'

/** Keys an outline has given away, for good: those of lines that are asked and of lines that no longer are. */
export interface GivenKeys {
  readonly items: ReadonlySet<string>
  readonly sections: ReadonlySet<string>
  readonly parts: ReadonlySet<string>
  readonly checks: ReadonlySet<string>
}

const known = new WeakMap<Outline, GivenKeys>()

/** Every key that an outline has given away; counted once for each outline object. */
export function givenKeys(outline: Outline): GivenKeys {
  const counted = known.get(outline)
  if (counted) return counted
  const { retired, parts, checks } = outline
  const keysOf = (things: readonly { key: string }[]) => things.map(({ key }) => key)
  const given: GivenKeys = {
    items: new Set([...outlineItems(outline), ...retired.items].map(({ item }) => item.key)),
    sections: new Set([
      ...parts.flatMap((part) => keysOf(part.sections)),
      ...retired.sections.map(({ section }) => section.key),
    ]),
    parts: new Set([...keysOf(parts), ...keysOf(retired.parts)]),
    checks: new Set([...keysOf(checks), ...retired.checkKeys]),
  }
  known.set(outline, given)
  return given
}

const mostLetters = 48

/** Words as part of a key: folded, kebab-case, cut at a word's end. */
function slug(words: string): string {
  const folded = foldText(words)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (folded.length <= mostLetters) return folded
  return folded.slice(0, mostLetters + 1).replace(/-[^-]*$/, '')
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

/**
 * A key for a new item, from its section and its wording: "Tổng số hồ sơ" in `admin-procedures` gives
 * `admin-procedures.tong-so-ho-so`. Never one that was given away before.
 */
export function proposeItemKey(taken: ReadonlySet<string>, sectionKey: string, label: string): string {
  const section = /^[a-z]/.test(sectionKey)
    ? sectionKey.slice(0, mostLetters).replace(/[.-]$/, '')
    : `muc-${slug(sectionKey)}`
  return free(`${section}.${slug(label) || 'chi-muc'}`, taken)
}

/** A key for a new section, part or check, from its words. */
export function proposeKey(taken: ReadonlySet<string>, words: string): string {
  return free(slug(words) || 'muc', taken)
}
