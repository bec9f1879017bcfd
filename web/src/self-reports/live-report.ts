import type { SavedAnswer, SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import {
  bePresent,
  listChanges,
  presenceEvery,
  type ReportEvent,
  watchSelfReport,
} from '@cchc/domain/self-reports/live-contract.ts'
import { call } from '../platform/api.ts'
import { follow } from '../platform/follow.ts'
import { pageId } from '../platform/page-id.ts'
import { queries } from '../platform/queries.ts'
import { reportsHeardLive, selfReportQuery } from './data.ts'
import type { Desk } from './desk.ts'

/** Events that come together are asked about together. */
const gatherMs = 120
/** The word of a save of our own may come before its reply. */
const ownSaveMs = 1_500
/** How old a report may be, in milliseconds, to be only asked for newer answers. */
const justCame = 5_000
/** Somebody who moves through the form with the arrow keys is in no item on the way. */
const settleMs = 400

interface Options {
  readonly desk: Desk
  readonly inspectionId: string
  readonly me: string
  /** Whether this page writes, and so is told of to the colleagues. */
  readonly writes: boolean
}

/**
 * Keeps one open report in step with what colleagues do: their saves are fetched item by item and laid beside what is written
 * here, which they never overwrite; who is in which item goes to the desk's `colleagues`. Without a stream the page asks for
 * the whole report every 30 seconds, as `selfReportQuery` says.
 */
export class LiveReport {
  readonly #options: Options
  readonly #asked = new Set<string>()
  #asksAll = false
  #gathering: ReturnType<typeof setTimeout> | undefined
  #stopFollowing: () => void
  #itemKey: string | null = null
  #settling: ReturnType<typeof setTimeout> | undefined
  #beating: ReturnType<typeof setInterval> | undefined

  constructor(options: Options) {
    this.#options = options
    const { desk, me } = options
    this.#stopFollowing = follow(
      watchSelfReport,
      { params: { selfReportId: desk.selfReportId }, query: { tab: pageId } },
      {
        heard: (event) => this.#hear(event),
        listening: (hears) => {
          if (hears) {
            reportsHeardLive.add(options.inspectionId)
            this.#catchUp()
            this.#announce()
          } else {
            reportsHeardLive.delete(options.inspectionId)
            desk.colleagues.set([], me)
          }
        },
      },
    )
    if (options.writes) this.#beating = setInterval(() => this.#announce(), presenceEvery * 1000)
  }

  /** The item that the cursor is in; null when it is in none. */
  enter(itemKey: string | null): void {
    clearTimeout(this.#settling)
    if (itemKey === this.#itemKey) return
    this.#settling = setTimeout(() => {
      this.#itemKey = itemKey
      this.#announce()
    }, settleMs)
  }

  stop(): void {
    clearTimeout(this.#gathering)
    clearTimeout(this.#settling)
    clearInterval(this.#beating)
    // Its end takes this page from the presence.
    this.#stopFollowing()
  }

  #announce(): void {
    const { desk, inspectionId, writes } = this.#options
    if (!writes || !reportsHeardLive.has(inspectionId)) return
    const body = { tab: pageId, itemKey: this.#itemKey, here: true }
    // It is said again before long, and colleagues can do without.
    call(bePresent, { params: { selfReportId: desk.selfReportId }, body }).catch(() => undefined)
  }

  #hear(event: ReportEvent): void {
    const { desk, me } = this.#options
    if (event.kind === 'present') desk.colleagues.set(event.people, me)
    else if (event.kind !== 'answers') void this.#refresh()
    else if (event.items === null) this.#ask(null)
    else {
      for (const { itemKey, revision } of event.items) {
        if (!this.#isNews(itemKey, revision)) continue
        if (desk.answers.slot(itemKey).phase !== 'saving') this.#ask(itemKey)
        else setTimeout(() => this.#isNews(itemKey, revision) && this.#ask(itemKey), ownSaveMs)
      }
    }
  }

  #isNews(itemKey: string, revision: number): boolean {
    return revision > (this.#options.desk.savedOf(itemKey)?.revision ?? 0)
  }

  /** Asks for an item, or with null for whatever is newer, together with what else is heard of now. */
  #ask(itemKey: string | null): void {
    if (itemKey === null) this.#asksAll = true
    else this.#asked.add(itemKey)
    this.#gathering ??= setTimeout(() => void this.#fetch(), gatherMs)
  }

  async #fetch(): Promise<void> {
    const { desk } = this.#options
    this.#gathering = undefined
    const keys = this.#asksAll ? [...desk.places.keys()] : [...this.#asked]
    const only = this.#asksAll ? {} : { only: keys }
    this.#asksAll = false
    this.#asked.clear()
    const known = Object.fromEntries(keys.map((key) => [key, desk.savedOf(key)?.revision ?? 0] as const))
    try {
      const { answers } = await call(listChanges, {
        params: { selfReportId: desk.selfReportId },
        body: { known, ...only },
      })
      this.#takeIn(answers)
    } catch {
      void this.#refresh()
    }
  }

  /** Newer answers become part of the report as this browser knows it, from where the desk takes them in. */
  #takeIn(answers: readonly SavedAnswer[]): void {
    if (answers.length === 0) return
    const { queryKey } = selfReportQuery(this.#options.inspectionId)
    queries.setQueryData<SelfReportView>(queryKey, (view) => view && withNewer(view, answers))
  }

  /** Asks for what was said while nothing was heard: of a report that has only just come, for newer answers alone. */
  #catchUp(): void {
    const { dataUpdatedAt = 0 } = queries.getQueryState(selfReportQuery(this.#options.inspectionId).queryKey) ?? {}
    if (Date.now() - dataUpdatedAt < justCame) this.#ask(null)
    else void this.#refresh()
  }

  #refresh(): Promise<void> {
    return queries.invalidateQueries({ queryKey: selfReportQuery(this.#options.inspectionId).queryKey })
  }
}

/** The report with these answers in place of older ones. */
export function withNewer(view: SelfReportView, answers: readonly SavedAnswer[]): SelfReportView {
  const byKey = new Map(view.answers.map((answer) => [answer.itemKey, answer]))
  for (const answer of answers)
    if (answer.revision > (byKey.get(answer.itemKey)?.revision ?? 0)) byKey.set(answer.itemKey, answer)
  return { ...view, answers: [...byKey.values()] }
}
