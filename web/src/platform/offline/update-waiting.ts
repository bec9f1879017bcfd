import { useSyncExternalStore } from 'react'
import type { UpdateDesk } from './application-update.ts'

let waiting: UpdateDesk | null = null
const listeners = new Set<() => void>()

/** Told once a newer version of the application lies ready on this device. */
export function noteUpdate(desk: UpdateDesk): void {
  waiting = desk
  for (const listener of listeners) listener()
}

/** The way to exchange the application; null while it is the newest. */
export function useUpdate(): UpdateDesk | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => waiting,
  )
}
