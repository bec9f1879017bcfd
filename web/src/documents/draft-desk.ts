import { Clash, Saver } from '../platform/saver.ts'
import type { UnsentPlace } from '../platform/unsent.ts'

/** A draft as the server holds it: several texts by key that are kept together under one revision. */
export interface Draft {
  readonly revision: number
  readonly parts: Readonly<Record<string, string>>
}

/** One text of a draft, with the revision in which it last changed as far as this page knows. */
export interface SavedPart {
  readonly text: string
  readonly revision: number
}

export interface DraftDeskOptions {
  /** Keeps all parts; throws when the revision is stale. */
  save(draft: Draft): Promise<Draft>
  /** What the server holds instead, when an error of `save` was a stale revision. */
  clashOf(error: unknown): Draft | undefined
  /** Where unsent texts survive a reload. */
  unsent: UnsentPlace<string> | null
}

/** Whether two texts say the same: blanks around them and letter forms make no difference. */
export function sameText(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim()
}

/**
 * Saves the texts of one draft part by part although the server keeps them under one revision: two people who write in
 * different parts never meet, two in the same part get both texts to choose from. Saves go one after another.
 */
export class DraftDesk {
  readonly saver: Saver<string, SavedPart>
  /** The same array always, as the hooks over savers need it. */
  readonly savers: readonly [Saver<string, SavedPart>]
  readonly #options: DraftDeskOptions
  #known: Draft
  /** The revision of the first sight of the draft; what has not changed since counts as of then. */
  readonly #first: number
  readonly #changedIn = new Map<string, number>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(first: Draft, writable: boolean, options: DraftDeskOptions) {
    this.#options = options
    this.#known = first
    this.#first = first.revision
    this.saver = new Saver({
      send: (key, value, revision) => this.#inTurn(() => this.#send(key, value, revision)),
      blank: '',
      valueOf: (saved) => saved.text,
      revisionOf: (saved) => saved.revision,
      same: sameText,
      unsent: this.#unsent(),
    })
    this.savers = [this.saver]
    this.saver.writable = writable
    this.#load()
  }

  /** Takes in what the server says; what is being written here stays and meets it on saving. */
  absorb(draft: Draft, writable: boolean): void {
    this.saver.writable = writable
    if (draft.revision > this.#known.revision) this.#take(draft)
    this.#load()
  }

  /** Saves whatever waits; resolves to how many parts could not be saved. */
  async saveAll(): Promise<number> {
    await this.saver.flushAll()
    return this.saver.keys().filter((key) => this.saver.slot(key).phase !== 'still').length
  }

  /** Keeps what is typed with the newest revision in which its part was still as the typing found it. */
  #unsent(): UnsentPlace<string> | null {
    const place = this.#options.unsent
    if (!place) return null
    return {
      ...place,
      keep: (key, unsent) => {
        const isAsFound = sameText(this.saver.slot(key).saved?.text ?? '', this.#partOf(key).text)
        place.keep(key, isAsFound ? { ...unsent, revision: this.#known.revision } : unsent)
      },
    }
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act, act)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #send(key: string, value: string, revision: number): Promise<SavedPart> {
    const { saved } = this.saver.slot(key)
    // Found unsent after a reload and older than what the server holds: what it started from is not known.
    const base = saved && revision < saved.revision ? undefined : (saved?.text ?? '')
    for (;;) {
      const theirs = this.#partOf(key)
      if (!sameText(theirs.text, value) && (base === undefined || !sameText(theirs.text, base))) throw new Clash(theirs)
      try {
        const { revision, parts } = this.#known
        this.#take(await this.#options.save({ revision, parts: { ...parts, [key]: value } }))
        this.#load(key)
        return this.#partOf(key)
      } catch (error) {
        const draft = this.#options.clashOf(error)
        if (!draft || draft.revision === this.#known.revision) throw error
        this.#take(draft)
        this.#load(key)
      }
    }
  }

  #take(draft: Draft): void {
    const before = this.#known.parts
    for (const key of new Set([...Object.keys(before), ...Object.keys(draft.parts)]))
      if (!sameText(before[key] ?? '', draft.parts[key] ?? '')) this.#changedIn.set(key, draft.revision)
    this.#known = draft
  }

  #partOf(key: string): SavedPart {
    const text = this.#known.parts[key] ?? ''
    return { text, revision: this.#changedIn.get(key) ?? this.#first }
  }

  /** Hands every part but the one being saved to the saver. */
  #load(except?: string): void {
    const unsent = this.#options.unsent?.keys() ?? []
    for (const key of new Set([...this.saver.keys(), ...Object.keys(this.#known.parts), ...unsent]))
      if (key !== except) this.saver.load(key, this.#partOf(key))
  }
}
