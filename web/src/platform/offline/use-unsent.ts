import { useEffect, useState } from 'react'
import { useKeptHere } from './kept-here.ts'
import type { Unsent } from './outbox-store.ts'

/** What the signed-in person has unsent on this device, kept up to date; null while they carry nothing along. */
export function useUnsent(): Unsent | null {
  const personId = useKeptHere()
  const [unsent, setUnsent] = useState<Unsent | null>(null)
  useEffect(() => {
    if (personId === null) return
    let stop = () => {}
    let isOver = false
    void import('./outbox-store.ts').then(({ followUnsent }) => {
      if (!isOver) stop = followUnsent(personId, setUnsent)
    })
    return () => {
      isOver = true
      stop()
    }
  }, [personId])
  return personId === null ? null : unsent
}
