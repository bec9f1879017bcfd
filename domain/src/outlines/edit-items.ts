import type { Edited, ItemEdit, SplitItem } from './edit-outline.ts'
import { inserted, reviveSection, withItems } from './edit-sections.ts'
import { ItemKey, type Outline, type OutlineItem, type OutlineSection } from './outline.ts'
import { givenKeys } from './outline-keys.ts'

const noItem = (key: string): Edited => ({ problem: `Không có chỉ mục “${key}” trong bản này.` })
const noSection = (key: string): Edited => ({ problem: `Không có mục “${key}” trong bản này.` })

/** Why a key cannot be given to a new item, or null. */
function keyProblem(outline: Outline, key: string): string | null {
  if (!ItemKey.safeParse(key).success)
    return `“${key}” không phải là mã chỉ mục: chữ thường không dấu, số, gạch ngang, chia nhóm bằng dấu chấm.`
  return givenKeys(outline).items.has(key)
    ? `Mã chỉ mục “${key}” đã dùng rồi, kể cả cho chỉ mục đã ngừng hỏi. Đặt mã khác để số liệu các năm không lẫn vào nhau.`
    : null
}

export function editItem(outline: Outline, edit: ItemEdit): Edited {
  if (edit.act === 'add-item') {
    const problem = keyProblem(outline, edit.item.key)
    if (problem) return { problem }
    if (!sectionOf(outline, edit.sectionKey)) return noSection(edit.sectionKey)
    return { outline: withItems(outline, edit.sectionKey, (items) => inserted(items, edit.at, edit.item)) }
  }
  if (edit.act === 'restore-item') return restoreItem(outline, edit.key)
  const section = sectionsIn(outline).find(({ items }) => items.some(({ key }) => key === edit.key))
  if (!section) return noItem(edit.key)
  switch (edit.act) {
    case 'change-item':
      return {
        outline: withItems(outline, section.key, (items) =>
          items.map((item) => (item.key === edit.key ? { ...item, ...edit.changes } : item)),
        ),
      }
    case 'move-item': {
      if (!sectionOf(outline, edit.sectionKey)) return noSection(edit.sectionKey)
      const block = edit.withParts
        ? blockOf(section.items, edit.key)
        : section.items.filter(({ key }) => key === edit.key)
      const without = withItems(outline, section.key, (items) => items.filter((item) => !block.includes(item)))
      return { outline: withItems(without, edit.sectionKey, (items) => inserted(items, edit.at, ...block)) }
    }
    case 'split-item':
      return splitItem(outline, section, edit)
    case 'retire-item': {
      const block = edit.withParts
        ? blockOf(section.items, edit.key)
        : section.items.filter(({ key }) => key === edit.key)
      return { outline: retireItems(outline, section, block) }
    }
  }
}

/** The item and the deeper lines right under it. */
export function blockOf(items: readonly OutlineItem[], key: string): OutlineItem[] {
  const start = items.findIndex((item) => item.key === key)
  if (start < 0) return []
  const end = items.findIndex((item, index) => index > start && item.level <= items[start]!.level)
  return items.slice(start, end < 0 ? undefined : end)
}

function retireItems(outline: Outline, section: OutlineSection, gone: readonly OutlineItem[]): Outline {
  const lines = gone.map((item) => ({
    item,
    sectionKey: section.key,
    after: section.items[section.items.indexOf(item) - 1]?.key ?? null,
    withSection: false,
  }))
  const without = withItems(outline, section.key, (items) => items.filter((item) => !gone.includes(item)))
  return { ...without, retired: { ...without.retired, items: [...without.retired.items, ...lines] } }
}

function restoreItem(outline: Outline, key: string): Edited {
  const line = outline.retired.items.find(({ item }) => item.key === key)
  if (!line) return noItem(key)
  const housed = sectionOf(outline, line.sectionKey) ? outline : reviveSection(outline, line.sectionKey)
  if (!housed) return noSection(line.sectionKey)
  const retired = { ...housed.retired, items: housed.retired.items.filter((other) => other.item.key !== key) }
  const back = withItems({ ...housed, retired }, line.sectionKey, (items) => {
    const before = items.findIndex((item) => item.key === line.after)
    return inserted(items, line.after !== null && before < 0 ? items.length : before + 1, line.item)
  })
  return { outline: back }
}

function splitItem(outline: Outline, section: OutlineSection, { key, keeps, labels, newKeys }: SplitItem): Edited {
  const old = section.items.find((item) => item.key === key)!
  const [firstNew = '', secondNew = ''] = newKeys
  const problem =
    keyProblem(outline, firstNew) ??
    (keeps === 'none' ? keyProblem(outline, secondNew) : null) ??
    (keeps === 'none' && firstNew === secondNew ? 'Hai chỉ mục mới cần hai mã khác nhau.' : null)
  if (problem) return { problem }
  const kept = (label: string): OutlineItem => ({ ...old, label, shortLabel: null })
  // A formula and a target belong to the question that goes on; the new one starts without.
  const fresh = (newKey: string, label: string): OutlineItem => ({
    ...kept(label),
    key: newKey,
    formula: null,
    threshold: null,
    splitFrom: key,
  })
  const [one, two] = labels
  const pair = {
    first: [kept(one), fresh(firstNew, two)],
    second: [fresh(firstNew, one), kept(two)],
    none: [fresh(firstNew, one), fresh(secondNew, two)],
  }[keeps]
  const at = section.items.indexOf(old)
  // What stands under the old line stays under the first of the two.
  const under = blockOf(section.items, key).length - 1
  const base = keeps === 'none' ? retireItems(outline, section, [old]) : outline
  return {
    outline: withItems(base, section.key, (items) => {
      const others = items.filter((item) => item.key !== key)
      return inserted(inserted(others, at, pair[0]!), at + 1 + under, pair[1]!)
    }),
  }
}

function sectionsIn(outline: Outline): OutlineSection[] {
  return outline.parts.flatMap((part) => part.sections)
}

function sectionOf(outline: Outline, key: string): OutlineSection | undefined {
  return sectionsIn(outline).find((section) => section.key === key)
}
