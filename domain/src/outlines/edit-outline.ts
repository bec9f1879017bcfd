import { editCheck } from './edit-checks.ts'
import { editItem } from './edit-items.ts'
import { editPart, editSection } from './edit-sections.ts'
import type { Outline, OutlineCheck, OutlineItem, OutlinePart, OutlineSection } from './outline.ts'

export type PartHead = Omit<OutlinePart, 'sections'>
export type SectionHead = Omit<OutlineSection, 'items'>

/** One change of an outline, as data. `at` counts in the place the thing goes to, after it has been taken out of its own. */
export type OutlineEdit =
  | { act: 'change-outline'; changes: Partial<Pick<Outline, 'title' | 'note'>> }
  | PartEdit
  | SectionEdit
  | ItemEdit
  | CheckEdit

export type PartEdit =
  | { act: 'add-part'; part: PartHead; at: number }
  | { act: 'change-part'; key: string; changes: Partial<Omit<PartHead, 'key'>> }
  | { act: 'move-part'; key: string; at: number }
  | { act: 'retire-part'; key: string }

export type SectionEdit =
  | { act: 'add-section'; partKey: string; section: SectionHead; at: number }
  | { act: 'change-section'; key: string; changes: Partial<Omit<SectionHead, 'key'>> }
  | { act: 'move-section'; key: string; partKey: string; at: number }
  | { act: 'retire-section'; key: string }
  | { act: 'restore-section'; key: string }

export type ItemEdit =
  | { act: 'add-item'; sectionKey: string; item: OutlineItem; at: number }
  | { act: 'change-item'; key: string; changes: Partial<Omit<OutlineItem, 'key'>> }
  /** `withParts`: the deeper lines under it go with it. */
  | { act: 'move-item'; key: string; sectionKey: string; at: number; withParts: boolean }
  | SplitItem
  | { act: 'retire-item'; key: string; withParts: boolean }
  | { act: 'restore-item'; key: string }

/**
 * One question becomes two. `keeps` says which of them goes on under the old key, so that its figures still compare with
 * earlier years; with `none` the old question is retired and both are new.
 */
export interface SplitItem {
  act: 'split-item'
  key: string
  keeps: 'first' | 'second' | 'none'
  labels: readonly [string, string]
  /** One new key, or two where none keeps the old one. */
  newKeys: readonly string[]
}

export type CheckEdit =
  | { act: 'add-check'; check: OutlineCheck }
  | { act: 'change-check'; key: string; changes: Partial<Omit<OutlineCheck, 'key'>> }
  | { act: 'remove-check'; key: string }

/** The outline after an edit, or the sentence why it cannot be made. */
export type Edited = { readonly outline: Outline } | { readonly problem: string }

/** Makes one edit; the outline given is left as it is. Nothing that was asked is lost: it is asked or retired, under its own key. */
export function editOutline(outline: Outline, edit: OutlineEdit): Edited {
  switch (edit.act) {
    case 'change-outline':
      return { outline: { ...outline, ...edit.changes } }
    case 'add-part':
    case 'change-part':
    case 'move-part':
    case 'retire-part':
      return editPart(outline, edit)
    case 'add-section':
    case 'change-section':
    case 'move-section':
    case 'retire-section':
    case 'restore-section':
      return editSection(outline, edit)
    case 'add-check':
    case 'change-check':
    case 'remove-check':
      return editCheck(outline, edit)
    default:
      return editItem(outline, edit)
  }
}
