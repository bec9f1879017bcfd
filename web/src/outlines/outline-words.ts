import type { OutlineState } from '@cchc/domain/outlines/contract.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import {
  celName,
  itemKindNames,
  itemName,
  type Outline,
  type OutlineItem,
  outlineItems,
  sectionReference,
} from '@cchc/domain/outlines/outline.ts'
import { IconArchive, IconCheck, IconPencil, type TablerIcon } from '@tabler/icons-react'
import type { ComboOption } from '../ui/ComboField.tsx'
import type { Tone } from '../ui/StatusBadge.tsx'

export const outlineStateLooks: Record<OutlineState, { tone: Tone; icon: TablerIcon }> = {
  draft: { tone: 'work', icon: IconPencil },
  published: { tone: 'ok', icon: IconCheck },
  retired: { tone: 'rest', icon: IconArchive },
}

/** What a line asks for, in a few words: "số đếm, hồ sơ", "tự tính, %". */
export function kindWords(item: OutlineItem): string {
  const kind = item.formula === null ? itemKindNames[item.kind] : 'tự tính'
  return item.unit ? `${kind}, ${item.unit}` : kind
}

/** Items that an expression can compute with, to be found by their words, their section or their key. */
export function itemOptions(outline: Outline, fits: (item: OutlineItem) => boolean): ComboOption[] {
  return outlineItems(outline)
    .filter(({ item }) => fits(item))
    .map(({ part, section, item }) => ({
      value: item.key,
      label: itemName(item),
      note: `${sectionReference(part, section)} ${fieldName(section.fieldKey)} · ${item.key}`,
    }))
}

/** An expression for reading: items by their names, signs as people write them. */
export function readableExpression(outline: Outline, expression: string): string {
  const names = new Map(outlineItems(outline).map(({ item }) => [celName(item.key), itemName(item)]))
  return expression
    .replaceAll(/[a-z]\w*__\w+/g, (name) => `[${names.get(name) ?? name}]`)
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥')
    .replaceAll('==', '=')
    .replaceAll('!=', '≠')
    .replaceAll('&&', 'và')
    .replaceAll('||', 'hoặc')
}
