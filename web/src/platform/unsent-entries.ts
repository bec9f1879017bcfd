/** What every name of something unsent begins with in this browser's storage. */
export const mark = 'cchc.unsent.'

/** Names of everything unsent on this device, whoever keeps it. */
export function storedNames(): string[] {
  return attempt(() => Object.keys(localStorage).filter((entry) => entry.startsWith(mark)), [])
}

/** Gives an entry another name. The old one goes first: a full storage has room for one of them. */
export function moveEntry(from: string, to: string): void {
  attempt(() => {
    const text = localStorage.getItem(from)
    if (text === null) return
    localStorage.removeItem(from)
    localStorage.setItem(to, text)
  }, undefined)
}

/** Does what storage may refuse. */
export function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
