import type { Edited, PartEdit, SectionEdit } from './edit-outline.ts'
import type { Outline, OutlineItem, OutlinePart, OutlineSection } from './outline.ts'
import { givenKeys } from './outline-keys.ts'

const noPart = (key: string): Edited => ({ problem: `Không có phần “${key}” trong bản này.` })
const noSection = (key: string): Edited => ({ problem: `Không có mục “${key}” trong bản này.` })
const keyTaken = (key: string): Edited => ({ problem: `Mã “${key}” đã dùng rồi. Đặt mã khác.` })

/** A copy with more things at a place; places beyond the ends mean the ends. */
export function inserted<T>(list: readonly T[], at: number, ...things: readonly T[]): T[] {
  return list.toSpliced(Math.max(0, Math.min(at, list.length)), 0, ...things)
}

/** The outline with one section's items changed. */
export function withItems(
  outline: Outline,
  sectionKey: string,
  change: (items: OutlineItem[]) => OutlineItem[],
): Outline {
  return withSections(outline, (sections) =>
    sections.map((section) => (section.key === sectionKey ? { ...section, items: change(section.items) } : section)),
  )
}

function withSections(outline: Outline, change: (sections: OutlineSection[], part: OutlinePart) => OutlineSection[]) {
  return { ...outline, parts: outline.parts.map((part) => ({ ...part, sections: change(part.sections, part) })) }
}

export function editPart(outline: Outline, edit: PartEdit): Edited {
  const { parts } = outline
  if (edit.act === 'add-part') {
    if (givenKeys(outline).parts.has(edit.part.key)) return keyTaken(edit.part.key)
    return { outline: { ...outline, parts: inserted(parts, edit.at, { ...edit.part, sections: [] }) } }
  }
  const part = parts.find(({ key }) => key === edit.key)
  if (!part) return noPart(edit.key)
  const others = parts.filter((other) => other !== part)
  switch (edit.act) {
    case 'change-part':
      return { outline: { ...outline, parts: parts.map((one) => (one === part ? { ...one, ...edit.changes } : one)) } }
    case 'move-part':
      return { outline: { ...outline, parts: inserted(others, edit.at, part) } }
    case 'retire-part': {
      if (others.length === 0)
        return { problem: 'Đề cương phải có ít nhất một phần. Thêm phần khác trước khi bỏ phần này.' }
      const emptied = part.sections.reduce((rest, section) => retireSection(rest, part.key, section), outline)
      const { sections, ...head } = part
      return {
        outline: {
          ...emptied,
          parts: emptied.parts.filter(({ key }) => key !== part.key),
          retired: { ...emptied.retired, parts: [...emptied.retired.parts, head] },
        },
      }
    }
  }
}

export function editSection(outline: Outline, edit: SectionEdit): Edited {
  const partOf = (key: string) => outline.parts.find((part) => part.key === key)
  if (edit.act === 'add-section') {
    if (!partOf(edit.partKey)) return noPart(edit.partKey)
    if (givenKeys(outline).sections.has(edit.section.key)) return keyTaken(edit.section.key)
    const section = { ...edit.section, items: [] }
    return {
      outline: withSections(outline, (sections, { key }) =>
        key === edit.partKey ? inserted(sections, edit.at, section) : sections,
      ),
    }
  }
  if (edit.act === 'restore-section') {
    const back = reviveSection(outline, edit.key)
    return back ? { outline: withItsItems(back, edit.key) } : noSection(edit.key)
  }
  const part = outline.parts.find(({ sections }) => sections.some(({ key }) => key === edit.key))
  const section = part?.sections.find(({ key }) => key === edit.key)
  if (!part || !section) return noSection(edit.key)
  switch (edit.act) {
    case 'change-section':
      return {
        outline: withSections(outline, (sections) =>
          sections.map((one) => (one === section ? { ...one, ...edit.changes } : one)),
        ),
      }
    case 'move-section': {
      if (!partOf(edit.partKey)) return noPart(edit.partKey)
      return {
        outline: withSections(outline, (sections, { key }) => {
          const others = sections.filter((other) => other !== section)
          return key === edit.partKey ? inserted(others, edit.at, section) : others
        }),
      }
    }
    case 'retire-section':
      return { outline: retireSection(outline, part.key, section) }
  }
}

function retireSection(outline: Outline, partKey: string, section: OutlineSection): Outline {
  const { items, ...head } = section
  const { retired } = outline
  const lines = items.map((item, index) => ({
    item,
    sectionKey: section.key,
    after: items[index - 1]?.key ?? null,
    withSection: true,
  }))
  return {
    ...withSections(outline, (sections) => sections.filter(({ key }) => key !== section.key)),
    retired: {
      ...retired,
      items: [...retired.items, ...lines],
      sections: [...retired.sections, { section: head, partKey }],
    },
  }
}

/** Puts a retired section back at the end of its part, still empty; undefined where there is none. Its part comes back too if it must. */
export function reviveSection(outline: Outline, key: string): Outline | undefined {
  const line = outline.retired.sections.find(({ section }) => section.key === key)
  if (!line) return undefined
  const partHead = outline.retired.parts.find((part) => part.key === line.partKey)
  const isThere = outline.parts.some((part) => part.key === line.partKey)
  const parts = isThere || !partHead ? outline.parts : [...outline.parts, { ...partHead, sections: [] }]
  const home = isThere || partHead ? line.partKey : parts.at(-1)!.key
  const retired = {
    ...outline.retired,
    sections: outline.retired.sections.filter((other) => other !== line),
    parts: outline.retired.parts.filter((other) => other !== partHead || isThere),
  }
  return withSections({ ...outline, parts, retired }, (sections, part) =>
    part.key === home ? [...sections, { ...line.section, items: [] }] : sections,
  )
}

/** Fills a section that came back with the items that went with it. */
function withItsItems(outline: Outline, key: string): Outline {
  const { retired } = outline
  const mine = retired.items.filter((line) => line.sectionKey === key && line.withSection)
  const rest = retired.items.filter((line) => !mine.includes(line))
  const filled = withItems(outline, key, (items) => [...items, ...mine.map(({ item }) => item)])
  return { ...filled, retired: { ...retired, items: rest } }
}
