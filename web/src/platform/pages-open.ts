import { pageId } from './page-id.ts'
import { moveEntry, storedNames } from './unsent-entries.ts'

/**
 * Which pages of this browser keep something unsent, and whether they are still open. A page that is left gives up what it
 * keeps, so that the next one takes it over at once. One that was ended by force cannot; whoever opens then asks who is there,
 * and a page that says nothing is gone. Should it only have slept, nothing is lost: the same text sent twice is one, and
 * different ones meet as a clash.
 */

/** How long a page has to say that it is there, in milliseconds. */
const patience = 400

export const gonePages = new Set<string>()

/** The page that keeps an entry; empty where it was given up, which bears a minus before the page that did. */
export function keeperOf(entry: string): string {
  return /@([0-9a-f]+)$/.exec(entry)?.[1] ?? ''
}

/** The entry's name without whoever keeps or kept it. */
export function nameOfEntry(entry: string): string {
  return entry.replace(/@-?[0-9a-f]+$/, '')
}

/** The entry's name once nobody keeps it; each page's is its own, so that none lies over another. */
function givenUp(entry: string): string {
  return `${nameOfEntry(entry)}@-${keeperOf(entry)}`
}

let asking: Promise<void> | undefined

/** Calls once it is known which pages are gone, if any are. */
export function whenPagesAreGone(act: () => void): void {
  asking ??= askAround()
  void asking.then(() => gonePages.size > 0 && act())
}

interface Word {
  readonly asked?: string
  readonly here?: string
}

const channel =
  typeof BroadcastChannel === 'undefined' || typeof document === 'undefined' ? null : new BroadcastChannel('cchc.pages')
channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.asked === pageId) channel.postMessage({ here: pageId } satisfies Word)
  if (data.here) gonePages.delete(data.here)
})

async function askAround(): Promise<void> {
  const others = new Set(storedNames().map(keeperOf))
  others.delete('')
  others.delete(pageId)
  if (others.size === 0) return
  const answered = ({ data }: MessageEvent<Word>) => void others.delete(data.here ?? '')
  channel?.addEventListener('message', answered)
  for (const page of others) channel?.postMessage({ asked: page } satisfies Word)
  await new Promise((resolve) => setTimeout(resolve, patience))
  channel?.removeEventListener('message', answered)
  for (const page of others) gonePages.add(page)
}

if (typeof document !== 'undefined') {
  const kept = new Map<string, string>()
  addEventListener('pagehide', () => {
    for (const entry of storedNames()) {
      if (keeperOf(entry) !== pageId) continue
      kept.set(givenUp(entry), entry)
      moveEntry(entry, givenUp(entry))
    }
  })
  // A page that comes back as it was (the browser's "back") goes on with what nobody has taken over.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const [free, own] of kept) moveEntry(free, own)
    kept.clear()
  })
}
