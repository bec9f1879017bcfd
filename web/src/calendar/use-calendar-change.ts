import { effectsKey } from '@cchc/domain/calendar/change.ts'
import {
  type CalendarChange,
  CalendarEffects,
  previewCalendarDays,
  saveCalendarDays,
} from '@cchc/domain/calendar/contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { Refusal, sentenceOf } from '../platform/refusal.ts'

/** A change with what it would move, as the server listed it last. */
export interface Previewed {
  readonly changes: CalendarChange[]
  readonly effects: CalendarEffects
}

/** Asks what a change would move, then applies exactly that; a list that no longer holds is shown anew before it is applied. */
export function useCalendarChange() {
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setProblem('')
    try {
      return await work()
    } catch (error) {
      setProblem(sentenceOf(error))
      const other = error instanceof Refusal ? CalendarEffects.safeParse(error.details) : null
      if (previewed && other?.success) setPreviewed({ ...previewed, effects: other.data })
      if (error instanceof Refusal && error.code === 'changed-meanwhile')
        await queries.invalidateQueries({ queryKey: ['calendar'] })
      return null
    } finally {
      setBusy(false)
    }
  }

  return {
    previewed,
    problem,
    busy,
    preview: (changes: CalendarChange[]) =>
      attempt(async () => setPreviewed({ changes, effects: await call(previewCalendarDays, { body: { changes } }) })),
    /** What was moved, or null when it was refused. */
    apply: (reason: string) =>
      attempt(async () => {
        const { changes, effects } = previewed!
        const applied = await call(saveCalendarDays, { body: { changes, reason, seen: effectsKey(effects) } })
        await queries.invalidateQueries()
        return applied
      }),
    back: () => {
      setPreviewed(null)
      setProblem('')
    },
    refuse: setProblem,
  }
}
