/** What was typed and has not been acknowledged by the server yet, kept on this device until it is. */
export interface Unsent<V> {
  value: V
  /** The revision the typing started from. */
  revision: number
  /** When it was last typed, ISO 8601, by this device's clock. */
  at: string
}

/** A drawer of unsent things, such as one report's answers of one person. */
export interface UnsentPlace<V> {
  keys(): string[]
  read(key: string): Unsent<V> | null
  keep(key: string, unsent: Unsent<V>): void
  drop(key: string): void
}

/**
 * A place in the browser's own storage. `name` must hold whose writing it is, so that nobody's text is ever saved under
 * another's name on a shared machine. Where storage is full or forbidden nothing is kept, and writing goes on.
 */
export function unsentPlace<V>(name: string): UnsentPlace<V> {
  const prefix = `cchc.unsent.${name}.`
  return {
    keys: () =>
      attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), []).map((key) =>
        key.slice(prefix.length),
      ),
    read: (key) => attempt(() => JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Unsent<V> | null, null),
    keep: (key, unsent) => attempt(() => localStorage.setItem(prefix + key, JSON.stringify(unsent)), undefined),
    drop: (key) => attempt(() => localStorage.removeItem(prefix + key), undefined),
  }
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
