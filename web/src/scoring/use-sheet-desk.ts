import { checkSheet, type SheetProblem } from '@cchc/domain/scoring/check-sheet.ts'
import {
  applySheetEdit,
  beginSheetHistory,
  redoSheetEdit,
  type SheetEdit,
  type SheetHistory,
  undoSheetEdit,
} from '@cchc/domain/scoring/edit-sheet.ts'
import type { ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { keepSheet } from './sheet-data.ts'

/** How long after the last change a draft is saved, in milliseconds. */
const pause = 800

export interface SheetDesk {
  readonly sheet: ScoringSheet
  readonly problems: readonly SheetProblem[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly phase: 'saved' | 'saving' | 'failed' | 'clash'
  readonly problem: string
  /** What stands instead, while two have edited. */
  readonly theirs: SheetView | null
  edit(edit: SheetEdit): void
  undo(): void
  redo(): void
  retry(): void
  keep(which: 'mine' | 'theirs'): void
  /** The version as it was saved last, once everything has been; null where it could not be. */
  settled(): Promise<SheetView['version'] | null>
}

/** A draft on its editor's desk: history of edits, problems as they arise, saved by itself. */
export function useSheetDesk(view: SheetView): SheetDesk {
  const [history, setHistory] = useState<SheetHistory>(() => beginSheetHistory(view.sheet))
  const [phase, setPhase] = useState<SheetDesk['phase']>('saved')
  const [problem, setProblem] = useState('')
  const [theirs, setTheirs] = useState<SheetView | null>(null)
  const kept = useRef({ version: view.version, sheet: view.sheet })
  const latest = useRef(view.sheet)
  const running = useRef<Promise<void>>(Promise.resolve())
  const { outline, fields } = view
  const { sheetId } = view.version
  const problems = useMemo(
    () => checkSheet(history.present, { outline, fieldKeys: fields.map(({ fieldKey }) => fieldKey) }),
    [history.present, outline, fields],
  )
  latest.current = history.present

  const save = () => {
    running.current = running.current.then(async () => {
      const sheet = latest.current
      if (sheet === kept.current.sheet) return setPhase('saved')
      setPhase('saving')
      try {
        const saved = await keepSheet(sheetId, kept.current.version.revision, sheet)
        kept.current = { version: saved.version, sheet }
        if (latest.current === sheet) setPhase('saved')
      } catch (error) {
        const other = error instanceof Refusal ? (error.details as { theirs?: SheetView } | null) : null
        if (error instanceof Refusal && error.code === 'changed-meanwhile' && other?.theirs) {
          setTheirs(other.theirs)
          setPhase('clash')
        } else {
          setProblem(sentenceOf(error))
          setPhase('failed')
        }
      }
    })
    return running.current
  }
  const saveNow = useRef(save)
  saveNow.current = save

  useEffect(() => {
    if (history.present === kept.current.sheet || phase === 'clash') return
    setPhase('saving')
    const timer = setTimeout(() => void saveNow.current(), pause)
    return () => clearTimeout(timer)
  }, [history.present, phase === 'clash'])
  // Whoever leaves the page within the pause has been saved too.
  useEffect(() => () => void saveNow.current(), [])

  return {
    sheet: history.present,
    problems,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    phase,
    problem,
    theirs,
    edit: (edit) => setHistory((before) => applySheetEdit(before, edit)),
    undo: () => setHistory(undoSheetEdit),
    redo: () => setHistory(redoSheetEdit),
    retry: () => void save(),
    keep(which) {
      if (!theirs) return
      kept.current = { version: theirs.version, sheet: theirs.sheet }
      setTheirs(null)
      setPhase('saved')
      if (which === 'theirs') setHistory((before) => applySheetEdit(before, { act: 'replace', sheet: theirs.sheet }))
      else void save()
    },
    async settled() {
      await save()
      return kept.current.sheet === latest.current ? kept.current.version : null
    },
  }
}
