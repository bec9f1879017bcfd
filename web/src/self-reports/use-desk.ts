import type { CheckResult } from '@cchc/domain/outlines/evaluate.ts'
import type { ComputedRate } from '@cchc/domain/outlines/stated-rates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import type { SectionProgress } from '@cchc/domain/self-reports/progress.ts'
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useViewer } from '../platform/session.ts'
import { type Desk, deskOf, type Overview } from './desk.ts'

/** What the parts of a self-report page share. */
export interface FormTools {
  readonly desk: Desk
  /** Whether this person may write in the report now. */
  readonly writable: boolean
  /** Goes to the question so many places further in printed order, also into the next section. */
  step(fromKey: string, by: 1 | -1): void
  showHistory(itemKey: string): void
  /** Shows both texts of a clash. */
  compare(itemKey: string): void
  /** A look at the form without a report behind it: nothing is saved, and nothing says that it is. */
  readonly isPreview?: true
}

export const FormContext = createContext<FormTools | null>(null)

export function useFormTools(): FormTools {
  const tools = useContext(FormContext)
  if (!tools) throw new Error('useFormTools is for parts of a self-report page')
  return tools
}

/** The desk of this report, kept in step with what the server says. */
export function useDeskOf(view: SelfReportView): Desk {
  const { personId, fullName } = useViewer()
  // The first view fills the desk; the later ones are absorbed below.
  const desk = useMemo(() => deskOf(view, personId), [view.selfReportId, personId])
  useEffect(() => desk.absorb(view, fullName), [desk, view, fullName])
  return desk
}

/** Progress, open points and computed figures, as they change. */
export function useOverview(desk: Desk): Overview {
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.overview(),
  )
}

/** How far one section is; drawn again only when that changes. */
export function useProgressOf(desk: Desk, sectionKey: string): SectionProgress | undefined {
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.overview().progress.get(sectionKey),
  )
}

/** What the checks say under one item; drawn again only when that changes. */
export function useResultsOf(desk: Desk, itemKey: string): readonly CheckResult[] {
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.resultsOf(itemKey),
  )
}

/** One computed figure, or undefined while something it needs is missing. */
export function useComputed(desk: Desk, itemKey: string): number | undefined {
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.overview().computed.get(itemKey),
  )
}

/** What the part and the whole of one stated rate make; undefined while there is nothing to say. */
export function useRateOf(desk: Desk, itemKey: string): ComputedRate | undefined {
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.overview().rates.get(itemKey),
  )
}
