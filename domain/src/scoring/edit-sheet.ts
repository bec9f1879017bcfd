import { proposeSheetKey } from './propose-key.ts'
import { type CriteriaGroup, type Criterion, criteriaOf, type ScoringSheet } from './sheet.ts'

/** One change of a draft, as data. */
export type SheetEdit =
  | { act: 'change-sheet'; changes: Partial<Pick<ScoringSheet, 'title' | 'note'>> }
  /** The whole content, such as one read from a file. */
  | { act: 'replace'; sheet: ScoringSheet }
  | { act: 'add-group'; title: string }
  | { act: 'change-group'; key: string; changes: Partial<Pick<CriteriaGroup, 'title'>> }
  | { act: 'move-group'; key: string; by: -1 | 1 }
  | { act: 'remove-group'; key: string }
  | { act: 'add-criterion'; groupKey: string; fieldKey: string }
  | { act: 'change-criterion'; key: string; changes: Partial<Omit<Criterion, 'key'>> }
  | { act: 'move-criterion'; key: string; by: -1 | 1 }
  | { act: 'remove-criterion'; key: string }

/** The sheet after an edit; the one given is left as it is. What an edit is about and is not there leaves all as it was. */
export function editSheet(sheet: ScoringSheet, edit: SheetEdit): ScoringSheet {
  const ofGroup = (key: string, change: (group: CriteriaGroup) => CriteriaGroup) => ({
    ...sheet,
    groups: sheet.groups.map((group) => (group.key === key ? change(group) : group)),
  })
  const ofCriteria = (change: (criteria: Criterion[]) => Criterion[]) => ({
    ...sheet,
    groups: sheet.groups.map((group) => ({ ...group, criteria: change(group.criteria) })),
  })
  switch (edit.act) {
    case 'change-sheet':
      return { ...sheet, ...edit.changes }
    case 'replace':
      return edit.sheet
    case 'add-group': {
      const key = proposeSheetKey(givenKeys(sheet), `nhom ${edit.title}`)
      return { ...sheet, groups: [...sheet.groups, { key, title: edit.title, criteria: [] }] }
    }
    case 'change-group':
      return ofGroup(edit.key, (group) => ({ ...group, ...edit.changes }))
    case 'move-group':
      return { ...sheet, groups: moved(sheet.groups, edit.key, edit.by) }
    case 'remove-group':
      return { ...sheet, groups: sheet.groups.filter(({ key }) => key !== edit.key) }
    case 'add-criterion':
      return ofGroup(edit.groupKey, (group) => ({
        ...group,
        criteria: [...group.criteria, newCriterion(proposeSheetKey(givenKeys(sheet), 'tieu chi'), edit.fieldKey)],
      }))
    case 'change-criterion':
      return ofCriteria((criteria) => criteria.map((one) => (one.key === edit.key ? { ...one, ...edit.changes } : one)))
    case 'move-criterion':
      return ofCriteria((criteria) => moved(criteria, edit.key, edit.by))
    case 'remove-criterion':
      return ofCriteria((criteria) => criteria.filter(({ key }) => key !== edit.key))
  }
}

function newCriterion(key: string, fieldKey: string): Criterion {
  return {
    key,
    label: '',
    fieldKey,
    appliesTo: ['department', 'commune'],
    maximum: 0,
    way: { kind: 'manual' },
    guidance: '',
  }
}

function givenKeys(sheet: ScoringSheet): Set<string> {
  return new Set([...sheet.groups.map(({ key }) => key), ...criteriaOf(sheet).map(({ criterion }) => criterion.key)])
}

function moved<T extends { key: string }>(all: readonly T[], key: string, by: -1 | 1): T[] {
  const at = all.findIndex((one) => one.key === key)
  const to = at + by
  if (at < 0 || to < 0 || to >= all.length) return [...all]
  const rest = all.filter((one) => one.key !== key)
  return [...rest.slice(0, to), all[at]!, ...rest.slice(to)]
}

/** A sheet being edited, with the ways back and forth. */
export interface SheetHistory {
  readonly present: ScoringSheet
  readonly past: readonly ScoringSheet[]
  readonly future: readonly ScoringSheet[]
  /** What the last edit was about, so that writing on in one field is one step. */
  readonly lastTouched: string | null
}

const mostSteps = 200

export const beginSheetHistory = (sheet: ScoringSheet): SheetHistory => ({
  present: sheet,
  past: [],
  future: [],
  lastTouched: null,
})

/** The history after an edit. Changes of one field in a row are one step. */
export function applySheetEdit(history: SheetHistory, edit: SheetEdit): SheetHistory {
  const present = editSheet(history.present, edit)
  const touched =
    'changes' in edit ? [edit.act, 'key' in edit ? edit.key : '', ...Object.keys(edit.changes)].join(' ') : null
  const goesOn = touched !== null && touched === history.lastTouched
  const past = goesOn ? history.past : [...history.past, history.present].slice(-mostSteps)
  return { present, past, future: [], lastTouched: touched }
}

/** One step back; the same history where there is none. */
export function undoSheetEdit({ present, past, future, ...rest }: SheetHistory): SheetHistory {
  const before = past.at(-1)
  if (!before) return { present, past, future, ...rest }
  return { present: before, past: past.slice(0, -1), future: [present, ...future], lastTouched: null }
}

/** One step forth again. */
export function redoSheetEdit({ present, past, future, ...rest }: SheetHistory): SheetHistory {
  const [after, ...later] = future
  if (!after) return { present, past, future, ...rest }
  return { present: after, past: [...past, present], future: later, lastTouched: null }
}
