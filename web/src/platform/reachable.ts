import { useSyncExternalStore } from 'react'

let reachable = true
const listeners = new Set<() => void>()

/** Told by every request: whether the server answered it, with whatever. */
export function noteReachable(answered: boolean): void {
  if (answered === reachable) return
  reachable = answered
  for (const listener of listeners) listener()
}

let clockOff = 0

/** Told the `date` of every answer: how far this device's clock is from the server's. */
export function noteServedAt(date: string | null): void {
  const off = date === null ? Number.NaN : Date.now() - Date.parse(date)
  // A minute more or less is the way that an answer takes.
  if (Number.isNaN(off) || Math.abs(off - clockOff) < 60_000) return
  clockOff = off
  for (const listener of listeners) listener()
}

/** Milliseconds by which this device's clock is ahead of the server's, as far as it has been told. */
export const useClockOff = (): number => useSyncExternalStore(whenReachableChanges, () => clockOff)

/** Whether the last request reached the server, for code outside of drawing. */
export const isReachable = () => reachable

/** Calls whenever the server is lost or found again; gives the way to stop. */
export function whenReachableChanges(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Whether the last request reached the server. The browser's own word is not asked: the product runs without internet. */
export function useReachable(): boolean {
  return useSyncExternalStore(whenReachableChanges, isReachable)
}
