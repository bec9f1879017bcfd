import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  tone: 'good' | 'note' | 'error'
  text: string
  /** A way back, such as "Hoàn tác". */
  undo?: { label: string; run: () => void }
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Takes a notice away; for the cross and after undoing. */
export function dismissToast(id: number): void {
  show(toasts.filter((toast) => toast.id !== id))
}

/**
 * Says at the edge of the screen what has just happened. Errors stay until closed; the rest goes after 6 seconds, or 12 where
 * it offers an undo, and that not while somebody points at the notices or has the focus in them. The same words said again take
 * the place of the first.
 */
export function toast(notice: Omit<Toast, 'id'>): void {
  lastId += 1
  const id = lastId
  const others = toasts.filter((other) => other.undo || notice.undo || other.text !== notice.text)
  show([...others.slice(-2), { ...notice, id }])
  if (notice.tone !== 'error')
    setTimeout(() => (notice.undo ? expire(id) : dismissToast(id)), notice.undo ? 12_000 : 6_000)
}

/** What the place that draws the notices is found by. */
export const toastsId = 'thong-bao-nhanh'

function expire(id: number): void {
  if (document.getElementById(toastsId)?.matches(':is(:hover, :focus-within)')) setTimeout(() => expire(id), 1_000)
  else dismissToast(id)
}

/** The notices on screen now, for the one place that draws them. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => toasts,
  )
}
