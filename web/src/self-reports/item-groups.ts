import { isFigure, type OutlineItem } from '@cchc/domain/outlines/outline.ts'

/** Items that stand together on one sheet of the form. */
export interface ItemGroup {
  /** The heading over them, or null. */
  readonly heading: OutlineItem | null
  readonly items: readonly OutlineItem[]
}

/**
 * Divides a section into sheets as a reader would: a heading begins one, a text of the first level stands alone with
 * what is under it, and figures of the first level share one until a figure with parts is complete.
 */
export function groupItems(items: readonly OutlineItem[]): ItemGroup[] {
  const groups: { heading: OutlineItem | null; items: OutlineItem[] }[] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (item.level === 0 && item.kind === 'heading') groups.push({ heading: item, items: [] })
    else if (!group || (item.level === 0 && !(isFigure(item) && takesFigure(group))))
      groups.push({ heading: null, items: [item] })
    else group.items.push(item)
  }
  return groups.filter((group) => group.items.length > 0)
}

function takesFigure({ heading, items }: ItemGroup): boolean {
  return heading === null && items.every((item) => isFigure(item) && item.level === 0)
}
