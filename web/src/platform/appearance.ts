import { useSyncExternalStore } from 'react'

export type Appearance = 'auto' | 'light' | 'dark'

const place = 'cchc.appearance'
const listeners = new Set<() => void>()

function kept(): Appearance {
  try {
    const value = localStorage.getItem(place)
    return value === 'light' || value === 'dark' ? value : 'auto'
  } catch {
    // Storage may be forbidden; then the machine's own choice stands.
    return 'auto'
  }
}

/** Puts the person's choice of light or dark on the page; `auto` follows the machine. Called once before the first drawing. */
export function applyAppearance(appearance: Appearance = kept()): void {
  if (appearance === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = appearance
}

/** The choice of light or dark on this device, and how to change it. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const appearance = useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, kept)
  return [
    appearance,
    (next) => {
      try {
        localStorage.setItem(place, next)
      } catch {
        // The choice then holds until the page is closed.
      }
      applyAppearance(next)
      for (const listener of listeners) listener()
    },
  ]
}
