import type { PersonPresent } from '@cchc/domain/self-reports/live-contract.ts'

/** A colleague who has the report open, and the item of the page they were last heard from. */
export interface Colleague {
  readonly personId: string
  readonly fullName: string
  readonly itemKeys: readonly string[]
}

const nobody: readonly Colleague[] = []

/** Who else is in the report now; a list stays the same object until it changes. */
export class Colleagues {
  #all: readonly Colleague[] = nobody
  #byItem: ReadonlyMap<string, readonly Colleague[]> = new Map()
  readonly #listeners = new Set<() => void>()

  /** Takes in everybody who is present; `me` is left out, on whichever of my pages I am. */
  set(people: readonly PersonPresent[], me: string): void {
    const byPerson = Map.groupBy(
      people.filter(({ personId }) => personId !== me),
      ({ personId }) => personId,
    )
    const all = [...byPerson].map(([personId, pages]) => ({
      personId,
      fullName: pages[0]!.fullName,
      itemKeys: [...new Set(pages.flatMap(({ itemKey }) => itemKey ?? []))].sort(),
    }))
    all.sort((a, b) => a.fullName.localeCompare(b.fullName, 'vi'))
    if (JSON.stringify(all) === JSON.stringify(this.#all)) return
    this.#all = all.length > 0 ? all : nobody
    const byItem = new Map<string, Colleague[]>()
    for (const colleague of all)
      for (const itemKey of colleague.itemKeys) byItem.set(itemKey, [...(byItem.get(itemKey) ?? []), colleague])
    this.#byItem = new Map(
      [...byItem].map(([itemKey, here]) => {
        const before = this.#byItem.get(itemKey)
        return [itemKey, before && JSON.stringify(before) === JSON.stringify(here) ? before : here]
      }),
    )
    for (const listener of this.#listeners) listener()
  }

  all(): readonly Colleague[] {
    return this.#all
  }

  inItem(itemKey: string): readonly Colleague[] {
    return this.#byItem.get(itemKey) ?? nobody
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
