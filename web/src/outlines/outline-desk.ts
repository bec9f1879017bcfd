import { checkOutline } from '@cchc/domain/outlines/check-outline.ts'
import type { OutlineProblem } from '@cchc/domain/outlines/compile.ts'
import { type OutlineVersionSummary, OutlineView, saveOutline } from '@cchc/domain/outlines/contract.ts'
import { applyEdit, beginHistory, type EditHistory, redo, undo } from '@cchc/domain/outlines/edit-history.ts'
import type { OutlineEdit } from '@cchc/domain/outlines/edit-outline.ts'
import { defaultFields } from '@cchc/domain/outlines/fields.ts'
import type { Outline } from '@cchc/domain/outlines/outline.ts'
import { call } from '../platform/api.ts'
import { Refusal } from '../platform/refusal.ts'
import { Clash, Saver, type Slot } from '../platform/saver.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { noteVersion } from './data.ts'

/** A draft is saved as one thing: a formula in one section names lines of another. */
interface Draft {
  readonly year: number
  readonly outline: Outline
}

const draftKey = 'draft'
const fieldKeys = defaultFields.map(({ key }) => key)

/** What the editor draws; a new object whenever anything of it changes. */
export interface DeskState {
  readonly outline: Outline
  readonly year: number
  readonly problems: readonly OutlineProblem[]
  readonly slot: Slot<Draft, OutlineView>
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** One draft on one person's screen: its edits with the ways back, saved by themselves. It outlives the page. */
export class OutlineDesk {
  readonly saver: Saver<Draft, OutlineView>
  readonly savers: readonly [Saver<Draft, OutlineView>]
  #history: EditHistory
  #state: DeskState
  readonly #listeners = new Set<() => void>()

  constructor(view: OutlineView, personId: string) {
    const { outlineVersionId } = view.version
    this.saver = new Saver({
      send: (_, draft, revision) => send(outlineVersionId, draft, revision),
      blank: draftOf(view),
      valueOf: draftOf,
      revisionOf: ({ version }) => version.revision,
      same: (a, b) => a.year === b.year && JSON.stringify(a.outline) === JSON.stringify(b.outline),
      unsent: unsentPlace(`outline.${personId}.${outlineVersionId}`),
      delay: 1_000,
    })
    this.savers = [this.saver]
    this.saver.load(draftKey, view)
    this.#history = beginHistory(this.saver.slot(draftKey).value.outline)
    this.#state = this.#draw()
    this.saver.subscribe(draftKey, () => {
      // What the saver holds was not made by an edit here: another version was chosen, or came from the server.
      const { outline } = this.saver.slot(draftKey).value
      if (outline !== this.#history.present) this.#history = beginHistory(outline)
      this.#state = this.#draw()
      for (const listener of this.#listeners) listener()
    })
  }

  get state(): DeskState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes in what the server has; what is being edited stays. */
  load(view: OutlineView): void {
    this.saver.load(draftKey, view)
  }

  /** Makes one edit; gives the sentence why it cannot be made, or null. */
  edit(edit: OutlineEdit): string | null {
    const made = applyEdit(this.#history, edit)
    if ('problem' in made) return made.problem
    this.#go(made.history)
    return null
  }

  undo(): void {
    this.#go(undo(this.#history))
  }

  redo(): void {
    this.#go(redo(this.#history))
  }

  setYear(year: number): void {
    this.saver.write(draftKey, { year, outline: this.#history.present })
  }

  retry(): void {
    this.saver.flush(draftKey)
  }

  /** Ends a clash by keeping one of the two. */
  keep(side: 'mine' | 'theirs'): void {
    this.saver.resolve(draftKey, side === 'mine' ? { value: this.saver.slot(draftKey).value } : { keepTheirs: true })
  }

  /** Saves what waits; gives the version as the server has it, or null where something could not be saved. */
  async settle(): Promise<OutlineVersionSummary | null> {
    await this.saver.flushAll()
    const { phase, saved } = this.saver.slot(draftKey)
    return phase === 'still' && saved ? saved.version : null
  }

  #go(history: EditHistory): void {
    if (history === this.#history) return
    this.#history = history
    this.saver.write(draftKey, { year: this.#state.year, outline: history.present })
  }

  #draw(): DeskState {
    const slot = this.saver.slot(draftKey)
    const { present, past, future } = this.#history
    return {
      outline: present,
      year: slot.value.year,
      problems: this.#state?.outline === present ? this.#state.problems : checkOutline(present, fieldKeys),
      slot,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    }
  }
}

const draftOf = ({ version, outline }: OutlineView): Draft => ({ year: version.year, outline })

async function send(outlineVersionId: string, draft: Draft, revision: number): Promise<OutlineView> {
  try {
    const saved = await call(saveOutline, { params: { outlineVersionId }, body: { revision, ...draft } })
    void noteVersion(saved)
    return saved
  } catch (error) {
    const isStale = error instanceof Refusal && error.code === 'changed-meanwhile'
    const theirs = isStale ? OutlineView.safeParse(error.details) : null
    if (theirs?.success) throw new Clash(theirs.data)
    throw error
  }
}

const desks = new Map<string, OutlineDesk>()

/** The desk of a draft for one person; the same one as long as the application is open. */
export function outlineDeskOf(view: OutlineView, personId: string): OutlineDesk {
  const key = `${personId}.${view.version.outlineVersionId}`
  const known = desks.get(key)
  if (known) return known
  const desk = new OutlineDesk(view, personId)
  desks.set(key, desk)
  return desk
}
