import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { useEffect, useMemo, useReducer } from 'react'
import { useViewer } from '../platform/session.ts'
import { type VisitDesk, visitDeskOf } from './visit-desk.ts'

/** The desk of this visit, kept in step with what the server says. */
export function useVisitDesk(view: VisitView): VisitDesk {
  const { personId } = useViewer()
  const desk = useMemo(() => visitDeskOf(view, personId), [view.inspectionId, personId])
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    desk.absorb(view)
    // Who was removed by somebody else is known from the list alone.
    draw()
  }, [desk, view])
  return desk
}

/** Draws the component again whenever something of these kinds changes: for lists and counts over a whole saver. */
export function useChanges(savers: readonly { subscribeAny(listener: () => void): () => void }[]): void {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const stops = savers.map((saver) => saver.subscribeAny(draw))
    return () => {
      for (const stop of stops) stop()
    }
  }, [savers])
}
