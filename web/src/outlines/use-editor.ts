import type { OutlineEdit } from '@cchc/domain/outlines/edit-outline.ts'
import type { ItemKind, Outline } from '@cchc/domain/outlines/outline.ts'
import { createContext, useContext } from 'react'
import type { DeskState } from './outline-desk.ts'

/** Which line of the outline is open on the right. */
export interface Selection {
  readonly what: 'outline' | 'part' | 'section' | 'item'
  readonly key: string
}

/** What the parts of the editor share. */
export interface Editor {
  readonly state: DeskState
  readonly outline: Outline
  /** Makes an edit; what cannot be made is said at the edge of the screen. True where it was made. */
  edit(edit: OutlineEdit): boolean
  readonly selected: Selection
  select(selection: Selection): void
  /** Keys of lines that something is wrong with. */
  readonly wrong: ReadonlySet<string>
  /** Lines that differ from the version this one comes from: added, or changed in any way. */
  readonly marks: ReadonlyMap<string, 'added' | 'changed'>
  /** What kind a line was in the version this one comes from; null for a new one. */
  kindBefore(itemKey: string): ItemKind | null
  /** Goes to a line or a check by its key. */
  goTo(key: string): void
  openCheck(key: string): void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is for parts of the outline editor')
  return editor
}
