import { useEffect, useState } from 'react'
import { useViewer } from '../session.ts'
import { useKeptHere } from './kept-here.ts'
import type { Unsent } from './outbox-store.ts'

/** What the signed-in person has unsent on this device, kept up to date; null while they carry nothing along. */
export function useUnsent(): Unsent | null {
  const { personId } = useViewer()
  const keeps = useKeptHere() === personId
  const [unsent, setUnsent] = useState<Unsent | null>(null)
  useEffect(() => {
    if (!keeps) return
    let stop = () => {}
    let isOver = false
    void import('./outbox-store.ts').then(({ followUnsent }) => {
      if (!isOver) stop = followUnsent(personId, setUnsent)
    })
    return () => {
      isOver = true
      stop()
    }
  }, [personId, keeps])
  return keeps ? unsent : null
}
