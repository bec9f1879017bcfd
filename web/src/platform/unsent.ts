import { pageId } from './page-id.ts'
import { gonePages, keeperOf, nameOfEntry, whenPagesAreGone } from './pages-open.ts'
import { attempt, mark, moveEntry, storedNames } from './unsent-entries.ts'

/** What was typed and has not been acknowledged by the server yet, kept on this device until it is. */
export interface Unsent<V> {
  value: V
  /** The revision the typing started from. */
  revision: number
  /** When it was last typed, ISO 8601, by this device's clock. */
  at: string
}

/** A drawer of unsent things, such as one report's answers of one person, as one page sees it. */
export interface UnsentPlace<V> {
  keys(): string[]
  /** What this page has kept; else the newest that a page which is gone has left, and that becomes this page's. */
  read(key: string): Unsent<V> | null
  /** Gives false where this device does not keep it, because its storage is full or forbidden. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a drawer that always keeps need not say so
  keep(key: string, unsent: Unsent<V>): boolean | void
  /** Forgets what this page has kept; what other pages keep stays theirs. */
  drop(key: string): void
  /** Calls when a page that was ended by force turns out to have left something. */
  whenLeft?(found: (key: string) => void): void
}

/**
 * A place in the browser's own storage. `name` must hold whose writing it is, so that nobody's text is ever saved under
 * another's name on a shared machine. Two open pages never touch each other's: an entry bears the id of the page that keeps
 * it, and one whose page is gone is taken over by the next that asks for it. Where nothing can be kept, writing goes on.
 */
export function unsentPlace<V>(name: string): UnsentPlace<V> {
  const prefix = `${mark}${name}.`
  const own = (key: string) => `${prefix}${key}@${pageId}`
  const entries = () => storedNames().filter((entry) => entry.startsWith(prefix))
  const keyOf = (entry: string) => nameOfEntry(entry).slice(prefix.length)
  const isFree = (entry: string) => keeperOf(entry) === '' || gonePages.has(keeperOf(entry))
  const unsentOf = (entry: string) =>
    attempt(() => JSON.parse(localStorage.getItem(entry) ?? 'null') as Unsent<V> | null, null)

  return {
    keys: () => [
      ...new Set(
        entries()
          .filter((entry) => isFree(entry) || keeperOf(entry) === pageId)
          .map(keyOf),
      ),
    ],
    read(key) {
      const mine = unsentOf(own(key))
      if (mine) return mine
      let newest: { entry: string; unsent: Unsent<V> } | null = null
      for (const entry of entries()) {
        if (keyOf(entry) !== key || !isFree(entry)) continue
        const unsent = unsentOf(entry)
        if (unsent && (!newest || unsent.at > newest.unsent.at)) newest = { entry, unsent }
      }
      if (newest) moveEntry(newest.entry, own(key))
      return newest?.unsent ?? null
    },
    keep: (key, unsent) =>
      attempt(() => {
        localStorage.setItem(own(key), JSON.stringify(unsent))
        return true
      }, false),
    drop: (key) => attempt(() => localStorage.removeItem(own(key)), undefined),
    whenLeft(found) {
      whenPagesAreGone(() => {
        for (const entry of entries()) if (isFree(entry)) found(keyOf(entry))
      })
    },
  }
}
