import { noEarlierFigures } from '@cchc/domain/outlines/jumps.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import type { EarlierFiguresView, ItemRemarkView } from '@cchc/domain/self-reports/sending-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useViewer } from '../platform/session.ts'
import type { Desk } from './desk.ts'
import { type RemarkDraft, RemarkDrafts } from './remark-drafts.ts'
import { earlierFiguresQuery, itemRemarksQuery } from './sending-data.ts'

/** What stands beside the items of a report: earlier figures, the office's remarks, and those it is about to make. */
export interface BesideOfReport {
  readonly view: SelfReportView
  readonly earlier: EarlierFiguresView
  readonly remarks: readonly ItemRemarkView[]
  readonly drafts: RemarkDrafts
}

const noRemarks: readonly ItemRemarkView[] = []

/** Fetches it, and gives the desk what its checks look at: the same that the act of sending looks at. */
export function useBeside(desk: Desk, view: SelfReportView): BesideOfReport {
  const { personId } = useViewer()
  const { selfReportId } = view
  const earlier = useQuery(earlierFiguresQuery(view)).data ?? noEarlierFigures
  const remarks = useQuery(itemRemarksQuery(selfReportId)).data?.remarks ?? noRemarks
  const drafts = useMemo(() => new RemarkDrafts(personId, selfReportId), [personId, selfReportId])
  useEffect(() => desk.lookBeside({ earlier, remarks }), [desk, earlier, remarks])
  return useMemo(
    () => ({ view, earlier: earlier as EarlierFiguresView, remarks, drafts }),
    [view, earlier, remarks, drafts],
  )
}

export const BesideContext = createContext<BesideOfReport | null>(null)

export function useBesideOfReport(): BesideOfReport {
  const beside = useContext(BesideContext)
  if (!beside) throw new Error('useBesideOfReport is for parts of a self-report page')
  return beside
}

export function useRemarkDrafts(drafts: RemarkDrafts): readonly RemarkDraft[] {
  return useSyncExternalStore(
    (changed) => drafts.subscribe(changed),
    () => drafts.all(),
  )
}
