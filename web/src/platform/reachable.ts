import { useSyncExternalStore } from 'react'

let reachable = true
const listeners = new Set<() => void>()

/** Told by every request: whether the server answered it, with whatever. */
export function noteReachable(answered: boolean): void {
  if (answered === reachable) return
  reachable = answered
  for (const listener of listeners) listener()
}

/** Whether the last request reached the server. The browser's own word is not asked: the product runs without internet. */
export function useReachable(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => reachable,
  )
}
