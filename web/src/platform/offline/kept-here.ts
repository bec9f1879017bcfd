import { useSyncExternalStore } from 'react'

/**
 * Whose field work is kept on this device, told by two words in the browser's storage: who has anything here, and whose the
 * session is. Whoever takes nothing along never loads the code of it, and nobody sees what another has taken.
 */
const peopleAt = 'cchc.offline.people'
const viewerAt = 'cchc.offline.person'

const listeners = new Set<() => void>()

function people(): string[] {
  try {
    return JSON.parse(localStorage.getItem(peopleAt) ?? '[]') as string[]
  } catch {
    return []
  }
}

/** The signed-in person, if they keep field work on this device; null where they do not, or nobody is signed in. */
export function personKeptHere(): string | null {
  try {
    return localStorage.getItem(viewerAt)
  } catch {
    return null
  }
}

/** Told whenever the server or a person says who is signed in. */
export function noteViewer(personId: string | null): void {
  try {
    if (personId !== null && people().includes(personId)) localStorage.setItem(viewerAt, personId)
    else localStorage.removeItem(viewerAt)
  } catch {
    // Storage is refused, and so is taking anything along.
  }
  for (const listener of listeners) listener()
}

/** Notes that this person, who is signed in, has or no longer has something on this device. */
export function noteKeeping(personId: string, keeps: boolean): void {
  const others = people().filter((id) => id !== personId)
  try {
    localStorage.setItem(peopleAt, JSON.stringify(keeps ? [...others, personId] : others))
  } catch {
    return
  }
  noteViewer(personId)
}

/** `personKeptHere`, kept up to date within this page. */
export function useKeptHere(): string | null {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, personKeptHere)
}
