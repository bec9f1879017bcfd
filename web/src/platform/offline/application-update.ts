/** What the page does about its service worker: one is registered, and a newer one waits until a person says so. */
export interface UpdateDesk {
  /** Whether a newer version of the application lies ready on this device. */
  readonly isWaiting: boolean
  subscribe(listener: () => void): () => void
  /** Exchanges the application and loads the page again; to be called by a person's hand only. */
  takeOver(): void
}

/** The parts of `ServiceWorkerContainer` that are used; tests give their own. */
export interface Workers extends EventTarget {
  readonly controller: unknown
  register(address: string): Promise<Registration | undefined>
}
interface Worker extends EventTarget {
  readonly state: string
  postMessage(word: string): void
}
interface Registration extends EventTarget {
  readonly waiting: Worker | null
  readonly installing: Worker | null
  update(): Promise<unknown>
}

const anHour = 3_600_000

/** Registers `/sw.js` and watches for newer ones. Never loads the page again by itself: a visit may be going on in it. */
export function watchApplication(workers: Workers, reload: () => void, every = anHour): UpdateDesk {
  const listeners = new Set<() => void>()
  let waiting: Worker | null = null
  let wanted = false
  const found = (worker: Worker | null) => {
    // Without one in charge this is the first, and nothing is exchanged.
    if (!worker || !workers.controller || worker === waiting) return
    waiting = worker
    for (const listener of listeners) listener()
  }
  workers.addEventListener('controllerchange', () => wanted && reload())
  const follow = (registration: Registration) => {
    found(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => worker.state === 'installed' && found(worker))
    })
    // A tablet may keep the application open for days.
    setInterval(() => void registration.update().catch(() => undefined), every)
  }
  // A browser that forbids workers, or only says that it registers them, still opens the application over the network.
  workers
    .register('/sw.js')
    .then((registration) => registration && follow(registration))
    .catch(() => undefined)
  return {
    get isWaiting() {
      return waiting !== null
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeOver() {
      wanted = true
      waiting?.postMessage('take-over')
    },
  }
}
