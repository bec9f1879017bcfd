import {
  type Outline,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  outlineItems,
  repeatsPartTitle,
} from '../outlines/outline.ts'
import { givenKeys, proposeItemKey, proposeKey } from '../outlines/outline-keys.ts'
import { foldText } from '../units/fold.ts'
import { readPaper } from './decision/paper.ts'
import { readOutline } from './decision/read-outline.ts'
import { outlineFromProposal } from './outline-from-proposal.ts'

/**
 * Reads the outline of a decision, or a file that holds nothing but an outline; null where there is none. `earlier` is the
 * version whose keys, kinds, formulas and checks its lines take over where they say the same.
 */
export function outlineFromPaper(text: string, earlier: Outline | null): Outline | null {
  const { outline } = readOutline(readPaper(text))
  // A file with the outline alone has no heading of an annex.
  const read = outline ?? readOutline(readPaper(`PHỤ LỤC\n${text}`)).outline
  if (!read || read.parts.length === 0) return null
  return takeOver(outlineFromProposal(read), earlier ?? { ...outlineFromProposal(read), parts: [] })
}

const lettersOf = (text: string) => (foldText(text).match(/[a-z0-9]+/g) ?? []).join(' ')

/** The earlier wording where the paper's differs by capitals, marks or slips of the pen alone; else the paper's. */
function wordingOf(read: string, earlier: string | undefined): string {
  return earlier !== undefined && lettersOf(read) === lettersOf(earlier) ? earlier : read
}

/** Words in common, of all the words of both: 1 for the same words, 0 for none. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(foldText(text).match(/[a-z0-9]+/g) ?? []))
  const common = [...a!].filter((word) => b!.has(word)).length
  return common === 0 ? 0 : (2 * common) / (a!.size + b!.size)
}

/** From here on two wordings are taken for one line; tried on outlines reworded by hand. */
const alike = 0.75

/** The most alike of those not yet taken, if it is alike enough; the first of several that are equally so. */
function closest<T>(words: string, among: readonly T[], wordsOf: (thing: T) => string): T | undefined {
  let best: { thing: T; rate: number } | undefined
  for (const thing of among) {
    const rate = likeness(words, wordsOf(thing))
    if (rate >= alike && rate > (best?.rate ?? 0)) best = { thing, rate }
  }
  return best?.thing
}

/**
 * Gives the lines of an outline that was just read the keys of an earlier version, line by line by their wording, with all
 * that a paper does not say: kind, formula, who answers. Lines of its own get keys from their words. What the paper no longer
 * asks is retired; checks stay while every figure they name does.
 */
export function takeOver(paper: Outline, earlier: Outline): Outline {
  const given = givenKeys(earlier)
  const read = asDivided(paper, earlier)
  const [partKeys, sectionKeys, itemKeys] = [new Set(given.parts), new Set(given.sections), new Set(given.items)]
  const freeParts = [...earlier.parts]
  const counterparts = new Map(
    read.parts.map((part) => [
      part.key,
      take(
        freeParts,
        closest(part.title, freeParts, ({ title }) => title),
      ),
    ]),
  )
  const freeSections = earlier.parts.flatMap((part) => part.sections)
  const freeItems = new Map(outlineItems(earlier).map((place) => [place.item.key, place]))
  const fresh = (taken: Set<string>, key: string) => {
    taken.add(key)
    return key
  }

  // Sections first, so that an item is looked for where it stood before it is looked for anywhere.
  const homes = new Map(
    read.parts
      .flatMap((part) => part.sections)
      .map((section) => [
        section.key,
        take(
          freeSections,
          closest(section.title, freeSections, ({ title }) => title),
        ),
      ]),
  )
  const matched = new Map<string, OutlineItem>()
  for (const where of ['home', 'anywhere'] as const)
    for (const { section, item } of outlineItems(read)) {
      if (matched.has(item.key)) continue
      const home = homes.get(section.key)
      const among = [...freeItems.values()].filter((place) => where === 'anywhere' || place.section === home)
      const found = closest(item.label, among, (place) => place.item.label)
      if (!found) continue
      matched.set(item.key, found.item)
      freeItems.delete(found.item.key)
    }

  const itemsOf = (section: OutlineSection, key: string, home: OutlineSection | undefined): OutlineItem[] =>
    section.items.flatMap((line) => {
      const old = matched.get(line.key)
      if (!old)
        return [
          {
            ...line,
            key: fresh(itemKeys, proposeItemKey(itemKeys, key, line.label)),
            fieldKey: home?.fieldKey ?? line.fieldKey,
          },
        ]
      return [
        { ...old, label: wordingOf(line.label, old.label), marker: line.marker, level: line.level },
        ...companionsOf(old, earlier, freeItems),
      ]
    })
  const parts: OutlinePart[] = read.parts.map((part) => {
    const before = counterparts.get(part.key)
    const sections = part.sections.map((section) => {
      const home = homes.get(section.key)
      const key = home?.key ?? fresh(sectionKeys, proposeKey(sectionKeys, section.title))
      return {
        ...section,
        key,
        title: wordingOf(section.title, home?.title),
        fieldKey: home?.fieldKey ?? section.fieldKey,
        items: itemsOf(section, key, home),
      }
    })
    // Duties that no paper prints as lines: they stay as long as nobody retires them.
    const unprinted = freeSections.filter(
      (section) =>
        before?.sections.includes(section) && section.items.every(({ added, key }) => added && freeItems.has(key)),
    )
    return {
      ...part,
      key: before?.key ?? fresh(partKeys, proposeKey(partKeys, part.title)),
      title: wordingOf(part.title, before?.title),
      sections: [...sections, ...unprinted],
    }
  })
  return withRest({ ...read, title: wordingOf(read.title, earlier.title), parts }, earlier)
}

function take<T>(from: T[], thing: T | undefined): T | undefined {
  if (thing) from.splice(from.indexOf(thing), 1)
  return thing
}

/**
 * A part whose numbered lines the reader takes for sections of one question each, but which the earlier version kept as one
 * section of lines: put together again.
 */
function asDivided(read: Outline, earlier: Outline): Outline {
  const parts = read.parts.map((part) => {
    const before = closest(part.title, earlier.parts, ({ title }) => title)
    const isOne = before?.sections.length === 1 && repeatsPartTitle(before, before.sections[0]!)
    if (!isOne || part.sections.some(({ items }) => items.length !== 1)) return part
    const items = part.sections.flatMap(({ number, items: lines }) =>
      lines.map((line) => ({ ...line, marker: number === '' ? line.marker : `${number}.` })),
    )
    const [first] = part.sections
    return first ? { ...part, sections: [{ ...first, number: '', title: part.title, items }] } : part
  })
  return { ...read, parts }
}

/** Figures that an earlier version had split from a line of the paper stay with that line, though no paper prints them. */
function companionsOf(old: OutlineItem, earlier: Outline, free: Map<string, unknown>): OutlineItem[] {
  const items = earlier.parts.flatMap((part) => part.sections).find((section) => section.items.includes(old))!.items
  const following = items.slice(items.indexOf(old) + 1)
  const end = following.findIndex((item) => !item.added || !free.has(item.key))
  const companions = following.slice(0, end < 0 ? undefined : end)
  for (const { key } of companions) free.delete(key)
  return companions
}

/** What the earlier version asked and this one does not, as retired lines; and the checks that still have their figures. */
function withRest(outline: Outline, earlier: Outline): Outline {
  const asked = new Set(outlineItems(outline).map(({ item }) => item.key))
  const sections = new Set(outline.parts.flatMap((part) => part.sections.map(({ key }) => key)))
  const parts = new Set(outline.parts.map(({ key }) => key))
  const stands = ({ itemKeys }: { itemKeys: readonly string[] }) => itemKeys.every((key) => asked.has(key))
  return {
    ...outline,
    checks: earlier.checks.filter(stands),
    retired: {
      items: [
        ...earlier.retired.items,
        ...outlineItems(earlier)
          .filter(({ item }) => !asked.has(item.key))
          .map(({ section, item }) => ({
            item,
            sectionKey: section.key,
            after: section.items[section.items.indexOf(item) - 1]?.key ?? null,
            withSection: !sections.has(section.key),
          })),
      ],
      sections: [
        ...earlier.retired.sections,
        ...earlier.parts.flatMap((part) =>
          part.sections
            .filter(({ key }) => !sections.has(key))
            .map(({ items, ...section }) => ({ section, partKey: part.key })),
        ),
      ],
      parts: [
        ...earlier.retired.parts,
        ...earlier.parts.filter(({ key }) => !parts.has(key)).map(({ sections: _, ...part }) => part),
      ],
      checkKeys: [
        ...earlier.retired.checkKeys,
        ...earlier.checks.filter((check) => !stands(check)).map(({ key }) => key),
      ],
    },
  }
}
