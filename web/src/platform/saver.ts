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

/** One thing on its way: its value, and the revision that it started from. */
export interface Sending<V> {
  readonly key: string
  readonly value: V
  readonly revision: number
}

export interface SaverOptions<V, S> {
  /** Saves one thing; rejects with a `Clash` when the revision is stale. */
  send(key: string, value: V, revision: number): Promise<S>
  /** Saves many in one request, where there is one; each outcome stands at the place of what was sent: saved, or why not. */
  sendTogether?(batch: readonly Sending<V>[]): Promise<(S | Error)[]>
  /** The value of a key that the server does not hold. */
  blank: V
  valueOf(saved: S): V
  revisionOf(saved: S): number
  same(a: V, b: V): boolean
  /** Whether a value may be sent; one that may not waits for the rest (a figure for its reason). Everything may unless said. */
  isComplete?(key: string, value: V): boolean
  /** Told when a clash ended with the other's value. */
  keptTheirs?(key: string): void
  /** Where unsent values survive a reload; null for values not worth it. */
  unsent: UnsentPlace<V> | null
  /** Milliseconds between the last stroke and the save. */
  delay?: number
  /** This device's clock, for saying when something unsent was typed. */
  now?: () => Date
}

/** Whether a failure is one that passes by itself: nobody answered, the database was away, too many requests. */
const passes = (error: unknown) => error instanceof Refusal && [0, 429, 503].includes(error.status)
/** From how many on what waits goes out together: back from a while without network. */
const together = 4
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
  /** Keys of what this device could not keep. */
  readonly #unkept = new Set<string>()
  #writable = true

  constructor(options: SaverOptions<V, S>) {
    this.#options = options
    options.unsent?.whenLeft?.((key) => {
      const known = this.#entries.get(key)
      if (known?.slot.phase === 'still') this.#restore(key, known)
    })
  }

  /** How many unsent things would be lost with this page: the device keeps no more. */
  get unkept(): number {
    return this.#unkept.size
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
    this.#sendTogether([...this.#entries.keys()])
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
    if (this.#options.same(value, this.#options.valueOf(theirs))) {
      this.#options.keptTheirs?.(key)
      this.#settled(key, entry)
    } else {
      this.#keepUnsent(key, entry, value)
      void this.#send(key)
    }
  }

  /**
   * Shows what became of a value that was kept on this device and sent later: another stands there, or it was refused. What is
   * being written here goes first.
   */
  stop(key: string, value: V, answer: { theirs: S } | { problem: string }): void {
    const entry = this.#entry(key)
    if (entry.slot.phase === 'waiting' || entry.slot.phase === 'saving') return
    entry.attempts = null
    if ('theirs' in answer) this.#show(key, { value, phase: 'clash', theirs: answer.theirs })
    else this.#show(key, { value, phase: 'failed', problem: answer.problem })
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
    const { blank, revisionOf } = this.#options
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
    this.#restore(key, entry)
    return entry
  }

  /** Takes up unsent writing that is found on this device, this page's own or left by one that is gone. */
  #restore(key: string, entry: Entry<V, S>): void {
    const { unsent, same } = this.#options
    const found = unsent?.read(key)
    if (!found) return
    if (same(found.value, entry.slot.value)) unsent?.drop(key)
    else if (!this.#writable) this.#show(key, { stranded: found.value, restoredAt: found.at })
    else {
      entry.revision = found.revision
      this.#show(key, { value: found.value, phase: 'waiting', restoredAt: found.at })
      this.#schedule(key)
    }
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
      this.#saved(key, entry, value, await this.#options.send(key, value, entry.revision))
      this.#retryOthers(key)
    } catch (error) {
      this.#failed(key, entry, error)
    }
  }

  /** Sends those of these that wait in one request; does nothing where they are few, or the server takes them one by one. */
  #sendTogether(keys: readonly string[]): void {
    const { sendTogether } = this.#options
    const waiting = keys.flatMap((key) => {
      const entry = this.#entry(key)
      const { phase, value } = entry.slot
      const goes = this.#writable && !entry.inFlight && ['waiting', 'failed'].includes(phase)
      return goes && this.#isComplete(key, value) ? [{ key, entry, value }] : []
    })
    if (!sendTogether || waiting.length < together) return
    const batch = waiting.map(({ key, entry, value }) => ({ key, value, revision: entry.revision }))
    for (const { key, entry } of waiting) {
      clearTimeout(entry.timer)
      entry.urgent = false
      this.#show(key, { phase: 'saving', problem: null })
    }
    const answered = sendTogether(batch).then(
      (outcomes) => outcomes,
      (error: unknown) => batch.map(() => error as Error),
    )
    for (const [place, { key, entry, value }] of waiting.entries()) {
      entry.inFlight = answered.then((outcomes) => {
        const outcome = outcomes[place]!
        if (outcome instanceof Error) this.#failed(key, entry, outcome)
        else this.#saved(key, entry, value, outcome)
        entry.inFlight = null
        if (entry.slot.phase === 'waiting') this.#schedule(key)
      })
    }
  }

  /** The server holds `value` now; what was written meanwhile waits for its own turn. */
  #saved(key: string, entry: Entry<V, S>, value: V, saved: S): void {
    entry.revision = this.#options.revisionOf(saved)
    entry.attempts = null
    const written = entry.slot.value
    this.#show(key, { saved, savedHere: true, phase: 'waiting' })
    if (this.#options.same(written, value)) this.#settled(key, entry)
    else this.#keepUnsent(key, entry, written)
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
    this.#unkept.delete(key)
    // The server may have tidied the text (blanks, letter forms); while it is being written it must not jump.
    this.#show(key, { phase: 'still', theirs: null, problem: null, value })
    if (saved) entry.revision = this.#options.revisionOf(saved)
    // Another page that is gone may have left something else; it meets what stands now as a clash.
    this.#restore(key, entry)
  }

  /** An answer has come, so the others that got none may go again at once. */
  #retryOthers(key: string): void {
    const others = [...this.#entries].flatMap(([other, { slot, attempts }]) =>
      other !== key && slot.phase === 'failed' && attempts !== null ? other : [],
    )
    this.#sendTogether(others)
    for (const other of others) if (!this.#entry(other).inFlight) this.#schedule(other, 0)
  }

  #keepUnsent(key: string, entry: Entry<V, S>, value: V): void {
    const at = (this.#options.now?.() ?? new Date()).toISOString()
    if (this.#options.unsent?.keep(key, { value, revision: entry.revision, at }) === false) this.#unkept.add(key)
    else this.#unkept.delete(key)
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
