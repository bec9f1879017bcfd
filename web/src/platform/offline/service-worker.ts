import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** What is used of a worker's own world; its whole types do not go together with those of pages. */
declare const self: EventTarget & { skipWaiting(): Promise<void> }
/** Written by the build: every file of the application with its hash. */
declare const __PRECACHE__: PrecacheEntry[]

/** How long the server has to answer for a page, in milliseconds; a weak signal is no signal. */
const patience = 6_000

precacheAndRoute(__PRECACHE__, { cleanURLs: false, directoryIndex: '' })
cleanupOutdatedCaches()

// Pages come from the server while it answers, with its headers and its newest files; else the kept one opens the application.
// The contract's entries are never answered from here: what is true is on the server, what is carried along in the pack.
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      const kept = await matchPrecache('/index.html')
      try {
        const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {})
        return kept && [502, 503, 504].includes(answer.status) ? kept : answer
      } catch (error) {
        if (kept) return kept
        throw error
      }
    },
    { denylist: [/^\/api\//, /^\/assets\//, /\.\w+$/] },
  ),
)

// A new worker waits until the person says so: nothing is exchanged under a visit that is going on.
self.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take-over') void self.skipWaiting()
})
