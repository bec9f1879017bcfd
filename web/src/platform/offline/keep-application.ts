import type { SessionView } from '@cchc/domain/accounts/contract.ts'

/** What a page loads first is over by then, in milliseconds after the page's own `load`. */
const pause = 2_000

let isKept = false

/**
 * Has the service worker keep the application on the devices of those who go on visits, once per page. To take all of it along
 * costs an old PC some seconds and the next opening, which a unit that only writes its report would pay for nothing. A worker
 * that is in charge already is watched whoever signs in, so that a newer application is told of.
 */
export function keepApplication({ viewer }: SessionView): void {
  // Browsers know workers over https and on the machine itself only.
  if (isKept || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (!viewer?.permissions.includes('fieldwork.record') && !navigator.serviceWorker.controller) return
  isKept = true
  const start = () =>
    setTimeout(() => void import('./application.ts').then((module) => module.startApplication()), pause)
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
