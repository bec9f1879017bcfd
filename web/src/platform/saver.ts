import { Refusal, sentenceOf } from './refusal.ts'
import type { UnsentPlace } from './unsent.ts'

/** What `send` throws when somebody else saved meanwhile: what the server holds now. */
export class Clash<S> extends Error {
  readonly theirs: S

  constructor(theirs: S) {
    super('changed-meanwhile')
    this.theirs = theirs
  }
}

/** `still` nothing to do · `waiting` typed, not sent yet · `saving` on its way · `failed` not saved · `clash` two texts, a person must choose. */
export type SavePhase = 'still' | 'waiting' | 'saving' | 'failed' | 'clash'

/** One thing that is saved by itself, as the screen shows it; a new object whenever anything of it changes. */
export interface Slot<V, S> {
  readonly value: V
  /** What the server is known to hold; null when it holds nothing yet. */
  readonly saved: S | null
  readonly phase: SavePhase
  /** Why it is `failed`, as a sentence. */
  readonly problem: string | null
  /** What the server holds instead, while it is a `clash`. */
  readonly theirs: S | null
  /** When the value was typed, if it was found unsent on this device after a reload. */
  readonly restoredAt: string | null
  /** Unsent writing found on this device that may no longer be sent. */
  readonly stranded: V | null
  /** Saved from this page at least once. */
  readonly savedHere: boolean
}

export interface SaverOptions<V, S> {
  /** Saves one thing; rejects with a `Clash` when the revision is stale. */
  send(key: string, value: V, revision: number): Promise<S>
  /** The value of a key that the server does not hold. */
  blank: V
  valueOf(saved: S): V
  revisionOf(saved: S): number
  same(a: V, b: V): boolean
  /** Whether a value may be sent; one that may not waits for the rest (a figure for its reason). Everything may unless said. */
  isComplete?(key: string, value: V): boolean
  /** Where unsent values survive a reload; null for values not worth it. */
  unsent: UnsentPlace<V> | null
  /** Milliseconds between the last stroke and the save. */
  delay?: number
  /** This device's clock, for saying when something unsent was typed. */
  now?: () => Date
}

/** Whether a failure is one that passes by itself: nobody answered, the database was away, too many requests. */
const passes = (error: unknown) => error instanceof Refusal && [0, 429, 503].includes(error.status)
const retryDelays = [4_000, 10_000, 30_000, 60_000]

interface Entry<V, S> {
  slot: Slot<V, S>
  /** The revision that the value in hand started from. */
  revision: number
  timer: ReturnType<typeof setTimeout> | undefined
  /** What is written while a save is on its way goes out right after it, without the pause. */
  urgent: boolean
  inFlight: Promise<void> | null
  /** Failures in a row that pass by themselves; null when the last answer was another. */
  attempts: number | null
}

/**
 * Saves many small things as they are written: each a while after the last stroke, each with the revision it was read
 * at, never two saves of one thing at once, and what could not be sent is tried again. Shown at once, whatever the
 * network does; nothing typed is dropped before the server has acknowledged it or a person has decided.
 */
export class Saver<V, S> {
  readonly #options: SaverOptions<V, S>
  readonly #entries = new Map<string, Entry<V, S>>()
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #anyListeners = new Set<(key: string) => void>()
  #writable = true

  constructor(options: SaverOptions<V, S>) {
    this.#options = options
  }

  get writable(): boolean {
    return this.#writable
  }

  /** Whether things may be sent now; set before `load`. Unsent writing is put aside, and taken up again when it may. */
  set writable(writable: boolean) {
    if (writable === this.#writable) return
    this.#writable = writable
    for (const [key, entry] of this.#entries) {
      const { value, saved, stranded, phase } = entry.slot
      if (writable && stranded !== null) {
        this.#show(key, { value: stranded, stranded: null, phase: 'waiting' })
        this.#schedule(key)
      }
      if (!writable && ['waiting', 'failed', 'clash'].includes(phase)) {
        clearTimeout(entry.timer)
        const theirs = saved ? this.#options.valueOf(saved) : this.#options.blank
        this.#show(key, { value: theirs, stranded: value, phase: 'still', problem: null, theirs: null })
      }
    }
  }

  /** The thing as it stands; the same object until something of it changes. */
  slot(key: string): Slot<V, S> {
    return this.#entry(key).slot
  }

  keys(): string[] {
    return [...this.#entries.keys()]
  }

  /** Takes in what the server holds; what is being written here stays as it is and meets the other on saving. */
  load(key: string, saved: S | null): void {
    const known = this.#entries.get(key)
    if (!known) {
      this.#begin(key, saved)
      return
    }
    const { slot } = known
    if (slot.phase === 'failed' && known.attempts !== null) this.#schedule(key, 0)
    if (!saved || !this.#isNews(slot, saved)) return
    if (slot.phase === 'still') {
      known.revision = this.#options.revisionOf(saved)
      this.#show(key, { saved, value: this.#options.valueOf(saved) })
    } else if (slot.phase === 'clash') this.#show(key, { theirs: saved })
  }

  /** A new value from the person; saved after a pause, or at once with `now`. */
  write(key: string, value: V, now = false): void {
    const entry = this.#entry(key)
    if (!this.#writable) return
    if (this.#options.same(value, entry.slot.value)) {
      // Nothing to save in a blank at the end, yet the box must show it: the next word follows.
      if (value !== entry.slot.value) this.#show(key, { value })
      if (now) this.flush(key)
      return
    }
    this.#keepUnsent(key, entry, value)
    const phase = entry.slot.phase === 'clash' || entry.slot.phase === 'saving' ? entry.slot.phase : 'waiting'
    this.#show(key, { value, phase, problem: null, restoredAt: null })
    if (now) this.flush(key)
    else if (phase === 'waiting') this.#schedule(key)
  }

  /** Saves the thing now if it waits; for leaving a field and for "try again". */
  flush(key: string): void {
    const entry = this.#entry(key)
    entry.urgent = true
    if (entry.slot.phase === 'waiting' || entry.slot.phase === 'failed') void this.#send(key)
  }

  /** Saves everything that waits or failed, and gives when all of it has been answered. */
  async flushAll(): Promise<void> {
    for (const key of this.#entries.keys()) this.flush(key)
    for (;;) {
      const onTheirWay = [...this.#entries.values()].flatMap(({ inFlight }) => inFlight ?? [])
      if (onTheirWay.length === 0) return
      await Promise.all(onTheirWay)
    }
  }

  /** Ends a clash: the server's value stays, or the given one is saved over it. */
  resolve(key: string, choice: { keepTheirs: true } | { value: V }): void {
    const entry = this.#entry(key)
    const { theirs } = entry.slot
    if (!theirs) return
    entry.revision = this.#options.revisionOf(theirs)
    const value = 'value' in choice ? choice.value : this.#options.valueOf(theirs)
    this.#show(key, { saved: theirs, theirs: null, value, phase: 'waiting', restoredAt: null })
    if (this.#options.same(value, this.#options.valueOf(theirs))) this.#settled(key, entry)
    else {
      this.#keepUnsent(key, entry, value)
      void this.#send(key)
    }
  }

  /** Throws away writing that was found on this device and may no longer be sent. */
  dropStranded(key: string): void {
    this.#options.unsent?.drop(key)
    this.#show(key, { stranded: null })
  }

  /** Tells a listener whenever one thing changes; gives the way to stop. */
  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Tells a listener the key of whatever changes; gives the way to stop. */
  subscribeAny(listener: (key: string) => void): () => void {
    this.#anyListeners.add(listener)
    return () => this.#anyListeners.delete(listener)
  }

  #entry(key: string): Entry<V, S> {
    return this.#entries.get(key) ?? this.#begin(key, null)
  }

  #begin(key: string, saved: S | null): Entry<V, S> {
    const { blank, revisionOf, same, unsent } = this.#options
    const value = saved ? this.#options.valueOf(saved) : blank
    const slot = { value, saved, phase: 'still', problem: null, theirs: null, restoredAt: null } as const
    const entry: Entry<V, S> = {
      slot: { ...slot, stranded: null, savedHere: false },
      revision: saved ? revisionOf(saved) : 0,
      timer: undefined,
      urgent: false,
      inFlight: null,
      attempts: null,
    }
    this.#entries.set(key, entry)
    const found = unsent?.read(key)
    if (!found) return entry
    if (same(found.value, value)) unsent?.drop(key)
    else if (!this.#writable) entry.slot = { ...entry.slot, stranded: found.value, restoredAt: found.at }
    else {
      entry.revision = found.revision
      entry.slot = { ...entry.slot, value: found.value, phase: 'waiting', restoredAt: found.at }
      this.#schedule(key)
    }
    return entry
  }

  #isComplete(key: string, value: V): boolean {
    return this.#options.isComplete?.(key, value) ?? true
  }

  #schedule(key: string, delay: number = this.#options.delay ?? 600): void {
    const entry = this.#entry(key)
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.#send(key), delay)
  }

  #send(key: string): Promise<void> {
    const entry = this.#entry(key)
    clearTimeout(entry.timer)
    if (entry.inFlight) return entry.inFlight
    const { phase, value } = entry.slot
    const maySend = this.#writable && this.#isComplete(key, value)
    if (!maySend || (phase !== 'waiting' && phase !== 'failed')) return Promise.resolve()
    entry.inFlight = this.#sendOnce(key, entry).finally(() => {
      entry.inFlight = null
      if (entry.slot.phase !== 'waiting') return
      if (entry.urgent) void this.#send(key)
      else this.#schedule(key)
    })
    return entry.inFlight
  }

  async #sendOnce(key: string, entry: Entry<V, S>): Promise<void> {
    const { value } = entry.slot
    entry.urgent = false
    this.#show(key, { phase: 'saving', problem: null })
    try {
      const saved = await this.#options.send(key, value, entry.revision)
      entry.revision = this.#options.revisionOf(saved)
      entry.attempts = null
      const written = entry.slot.value
      this.#show(key, { saved, savedHere: true, phase: 'waiting' })
      if (this.#options.same(written, value)) this.#settled(key, entry)
      else this.#keepUnsent(key, entry, written)
      this.#retryOthers(key)
    } catch (error) {
      this.#failed(key, entry, error)
    }
  }

  #failed(key: string, entry: Entry<V, S>, error: unknown): void {
    if (error instanceof Clash) {
      const theirs = error.theirs as S
      entry.attempts = null
      if (this.#options.same(this.#options.valueOf(theirs), entry.slot.value)) {
        entry.revision = this.#options.revisionOf(theirs)
        this.#show(key, { saved: theirs })
        this.#settled(key, entry)
      } else this.#show(key, { phase: 'clash', theirs })
      return
    }
    this.#show(key, { phase: 'failed', problem: sentenceOf(error) })
    entry.attempts = passes(error) ? (entry.attempts ?? 0) + 1 : null
    if (entry.attempts !== null) this.#schedule(key, retryDelays[Math.min(entry.attempts, retryDelays.length) - 1]!)
  }

  /** The value in hand and the server's are one. */
  #settled(key: string, entry: Entry<V, S>): void {
    const { saved, value } = entry.slot
    this.#options.unsent?.drop(key)
    // The server may have tidied the text (blanks, letter forms); while it is being written it must not jump.
    this.#show(key, { phase: 'still', theirs: null, problem: null, value })
    if (saved) entry.revision = this.#options.revisionOf(saved)
  }

  /** An answer has come, so the others that got none may go again at once. */
  #retryOthers(key: string): void {
    for (const [other, { slot, attempts }] of this.#entries)
      if (other !== key && slot.phase === 'failed' && attempts !== null) this.#schedule(other, 0)
  }

  #keepUnsent(key: string, entry: Entry<V, S>, value: V): void {
    const at = (this.#options.now?.() ?? new Date()).toISOString()
    this.#options.unsent?.keep(key, { value, revision: entry.revision, at })
  }

  /** Whether the server holds something later than what is known; for things without revisions, something else. */
  #isNews({ saved: known }: Slot<V, S>, saved: S): boolean {
    const { revisionOf, same } = this.#options
    if (!known) return true
    const step = revisionOf(saved) - revisionOf(known)
    return step > 0 || (step === 0 && !same(this.#options.valueOf(saved), this.#options.valueOf(known)))
  }

  #show(key: string, changes: Partial<Slot<V, S>>): void {
    const entry = this.#entry(key)
    entry.slot = { ...entry.slot, ...changes }
    for (const listener of this.#listeners.get(key) ?? []) listener()
    for (const listener of this.#anyListeners) listener(key)
  }
}
