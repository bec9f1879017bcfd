import { blockOf } from '@cchc/domain/outlines/edit-items.ts'
import type { OutlineEdit } from '@cchc/domain/outlines/edit-outline.ts'
import { type Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'

/**
 * The edit that takes an item, with what stands under it, one line of its own depth up or down; at the edge of its section
 * into the next one. Null where there is nowhere to go.
 */
export function moveOf(outline: Outline, key: string, by: 1 | -1): OutlineEdit | null {
  const place = outlineItems(outline).find(({ item }) => item.key === key)
  if (!place) return null
  const { items } = place.section
  const start = items.indexOf(place.item)
  const block = blockOf(items, key)
  const others = items.filter((item) => !block.includes(item))
  const move = (sectionKey: string, at: number): OutlineEdit => ({
    act: 'move-item',
    key,
    sectionKey,
    at,
    withParts: true,
  })

  if (by === 1 && start < others.length) return move(place.section.key, start + sizeAt(others, start, place.item.level))
  if (by === -1 && start > 0) {
    const before = others.slice(0, start).findLastIndex((item) => item.level <= place.item.level)
    return move(place.section.key, Math.max(0, before))
  }
  const sections = outline.parts.flatMap((part) => part.sections)
  const next = sections[sections.indexOf(place.section) + by]
  return next ? move(next.key, by === 1 ? 0 : next.items.length) : null
}

/** How many lines the one at a place takes with what stands under it. */
function sizeAt(items: Outline['parts'][number]['sections'][number]['items'], at: number, level: number): number {
  const next = items[at]!
  return next.level < level ? 1 : blockOf(items, next.key).length
}
