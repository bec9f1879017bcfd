import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Saver, Slot } from './saver.ts'

/** One thing of a saver; the component is drawn again only when that thing changes. */
export function useSlot<V, S>(saver: Saver<V, S>, key: string): Slot<V, S> {
  return useSyncExternalStore(
    (changed) => saver.subscribe(key, changed),
    () => saver.slot(key),
  )
}

export interface SavingState {
  /** How many things are written and not yet acknowledged. */
  readonly unsent: number
  readonly failed: number
  /** How many of them this device could not keep: they would be lost with the page. */
  readonly unkept: number
  /** Keys with two texts between which a person must choose. */
  readonly clashes: readonly string[]
}

// biome-ignore lint/suspicious/noExplicitAny: what is saved plays no part in counting it
type AnySaver = Saver<any, any>

/** What is not on the server yet, over several savers. */
export function savingState(savers: readonly AnySaver[]): SavingState {
  let unsent = 0
  let failed = 0
  let unkept = 0
  const clashes: string[] = []
  for (const saver of savers) {
    unkept += saver.unkept
    for (const key of saver.keys()) {
      const { phase } = saver.slot(key)
      if (phase !== 'still') unsent += 1
      if (phase === 'failed') failed += 1
      if (phase === 'clash') clashes.push(key)
    }
  }
  return { unsent, failed, unkept, clashes }
}

/** `savingState`, kept up to date; the component is drawn again only when it changes. `savers` must stay the same array. */
export const useSavingState = (savers: readonly AnySaver[]): SavingState => useSaving(savers, wholeState)
const wholeState = (state: SavingState) => state

/** The keys with two texts between which a person must choose; the first letter of an answer is no reason to draw again. */
export const useClashes = (savers: readonly AnySaver[]): readonly string[] => useSaving(savers, clashesOf)
const clashesOf = ({ clashes }: SavingState) => clashes

/** How long whatever counts waits, in milliseconds: what was typed is drawn before what is said of it. */
const afterTheLetter = 40

function useSaving<T>(savers: readonly AnySaver[], part: (state: SavingState) => T): T {
  const last = useRef<T | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const later = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          changed()
        }, afterTheLetter)
      }
      const stops = savers.map((saver) => saver.subscribeAny(later))
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
    [savers],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = part(savingState(savers))
    if (!last.current || JSON.stringify(last.current) !== JSON.stringify(now)) last.current = now
    return last.current
  })
}

/** While the page is open: Ctrl+S saves now, leaving asks when something is unsent, and going away saves what waits. */
export function useSavingHabits(savers: readonly AnySaver[], onSaveNow: () => void): void {
  useEffect(() => {
    const flush = () => {
      for (const saver of savers) void saver.flushAll()
    }
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      flush()
      onSaveNow()
    }
    const leaving = (event: BeforeUnloadEvent) => {
      if (savingState(savers).unsent === 0) return
      flush()
      event.preventDefault()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    addEventListener('keydown', pressed)
    addEventListener('beforeunload', leaving)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('keydown', pressed)
      removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', hidden)
      flush()
    }
  }, [savers, onSaveNow])
}
