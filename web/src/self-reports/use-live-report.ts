import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import { useViewer } from '../platform/session.ts'
import type { Colleague } from './colleagues.ts'
import type { Desk } from './desk.ts'
import { LiveReport } from './live-report.ts'

/** While the page is open: colleagues' changes come by themselves, and they see which item the cursor is in. */
export function useLiveReport(view: SelfReportView, desk: Desk, form: RefObject<HTMLElement | null>): void {
  const { personId, unitCode } = useViewer()
  const writes = view.actions.includes('write') && unitCode === view.unitCode
  const { inspectionId } = view
  useEffect(() => {
    const live = new LiveReport({ desk, inspectionId, me: personId, writes })
    const moved = (event: FocusEvent) => {
      const at = event.type === 'focusin' ? (event.target as HTMLElement) : (event.relatedTarget as HTMLElement | null)
      const item = form.current?.contains(at) ? at?.closest<HTMLElement>('[data-item]') : null
      live.enter(item?.dataset.item ?? null)
    }
    addEventListener('focusin', moved)
    addEventListener('focusout', moved)
    return () => {
      removeEventListener('focusin', moved)
      removeEventListener('focusout', moved)
      live.stop()
    }
  }, [desk, inspectionId, personId, writes, form])
}

export function useColleagues(desk: Desk): readonly Colleague[] {
  return useSyncExternalStore(
    (changed) => desk.colleagues.subscribe(changed),
    () => desk.colleagues.all(),
  )
}

/** Colleagues whose cursor is in this item; drawn again only when they change. */
export function useColleaguesIn(desk: Desk, itemKey: string): readonly Colleague[] {
  return useSyncExternalStore(
    (changed) => desk.colleagues.subscribe(changed),
    () => desk.colleagues.inItem(itemKey),
  )
}
