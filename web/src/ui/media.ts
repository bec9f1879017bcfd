import { useSyncExternalStore } from 'react'

/** Whether a media query holds now; the page is drawn again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** Whether tables become cards: a phone, or a window as narrow as one. */
export const useNarrow = () => useMedia('(max-width: 720px)')
