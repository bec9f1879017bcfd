import { type UnsentPlace, unsentPlace } from '../platform/unsent.ts'

/** What somebody of the office means to say on single items when the report is returned. */
export interface RemarkDraft {
  readonly itemKey: string
  readonly text: string
}

/** Kept on this device until the report is returned: a report is read through before it goes back, maybe over two days. */
export class RemarkDrafts {
  readonly #place: UnsentPlace<string>
  readonly #listeners = new Set<() => void>()
  #all: readonly RemarkDraft[]

  constructor(owner: string, selfReportId: string) {
    this.#place = unsentPlace(`${owner}.${selfReportId}.remark`)
    this.#all = this.#place.keys().flatMap((itemKey) => {
      const found = this.#place.read(itemKey)
      return found ? [{ itemKey, text: found.value }] : []
    })
  }

  /** The same array until one changes. */
  all(): readonly RemarkDraft[] {
    return this.#all
  }

  textOf(itemKey: string): string {
    return this.#all.find((draft) => draft.itemKey === itemKey)?.text ?? ''
  }

  /** Blank text takes the draft away. */
  write(itemKey: string, text: string): void {
    const others = this.#all.filter((draft) => draft.itemKey !== itemKey)
    const isBlank = text.trim() === ''
    this.#all = isBlank ? others : [...others, { itemKey, text }]
    if (isBlank) this.#place.drop(itemKey)
    else this.#place.keep(itemKey, { value: text, revision: 0, at: new Date().toISOString() })
    for (const listener of this.#listeners) listener()
  }

  clear(): void {
    for (const { itemKey } of this.#all) this.#place.drop(itemKey)
    this.#all = []
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
