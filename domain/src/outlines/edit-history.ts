import { type Edited, editOutline, type OutlineEdit } from './edit-outline.ts'
import type { Outline } from './outline.ts'

/** An outline being edited, with the ways back and forth. Outlines are values, so what was is simply kept. */
export interface EditHistory {
  readonly present: Outline
  readonly past: readonly Outline[]
  readonly future: readonly Outline[]
  /** What the last edit was about, so that writing on in one field is one step. */
  readonly lastTouched: string | null
}

const mostSteps = 200

export function beginHistory(outline: Outline): EditHistory {
  return { present: outline, past: [], future: [], lastTouched: null }
}

/** The history after an edit, or the sentence why it cannot be made. Changes of one field in a row are one step. */
export function applyEdit(history: EditHistory, edit: OutlineEdit): { history: EditHistory } | { problem: string } {
  const edited: Edited = editOutline(history.present, edit)
  if ('problem' in edited) return edited
  const touched = touchedBy(edit)
  const goesOn = touched !== null && touched === history.lastTouched
  const past = goesOn ? history.past : [...history.past, history.present].slice(-mostSteps)
  return { history: { present: edited.outline, past, future: [], lastTouched: touched } }
}

/** One step back; the same history where there is none. */
export function undo({ present, past, future, ...rest }: EditHistory): EditHistory {
  const before = past.at(-1)
  if (!before) return { present, past, future, ...rest }
  return { present: before, past: past.slice(0, -1), future: [present, ...future], lastTouched: null }
}

/** One step forth again. */
export function redo({ present, past, future, ...rest }: EditHistory): EditHistory {
  const [after, ...later] = future
  if (!after) return { present, past, future, ...rest }
  return { present: after, past: [...past, present], future: later, lastTouched: null }
}

function touchedBy(edit: OutlineEdit): string | null {
  if (!('changes' in edit)) return null
  return [edit.act, 'key' in edit ? edit.key : '', ...Object.keys(edit.changes).sort()].join(' ')
}
