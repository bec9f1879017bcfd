import { type PersonPresent, presenceLasts, type ReportEvent } from '@cchc/domain/self-reports/live-contract.ts'
import type { Heard, NewsDesk } from '../platform/news.ts'

/** One reader of one report's stream. */
interface Reader {
  /** Whether who is in the report concerns them: the unit's own people only. */
  readonly isOfUnit: boolean
  tell(event: ReportEvent): void
}

interface Presence {
  readonly person: PersonPresent
  readonly until: number
}

/**
 * Passes news of reports on to those who have them open, and remembers who is in which.
 *
 * Presence is kept in the memory of each process, not in the database: every word of it goes to every process, it lasts
 * less than a minute, and a process that has just started knows everybody after the next word of each.
 */
export class LiveHub {
  readonly #readers = new Map<string, Set<Reader>>()
  readonly #present = new Map<string, Map<string, Presence>>()
  #sweeping: ReturnType<typeof setInterval> | undefined

  readonly #stopHearing: () => void

  constructor(news: NewsDesk) {
    this.#stopHearing = news.hear((heard) => this.#hear(heard))
  }

  /** Tells the reader who is in the report, and from then on whatever happens; gives the way to stop. */
  join(selfReportId: string, reader: Reader): () => void {
    const readers = this.#readers.get(selfReportId) ?? new Set()
    this.#readers.set(selfReportId, readers.add(reader))
    reader.tell({ kind: 'present', people: reader.isOfUnit ? this.peopleIn(selfReportId) : [] })
    return () => {
      readers.delete(reader)
      if (readers.size === 0 && this.#readers.get(selfReportId) === readers) this.#readers.delete(selfReportId)
    }
  }

  peopleIn(selfReportId: string): PersonPresent[] {
    return [...(this.#present.get(selfReportId)?.values() ?? [])].map(({ person }) => person)
  }

  /** Forgets everybody; for when the server stops. */
  close(): void {
    this.#stopHearing()
    clearInterval(this.#sweeping)
    this.#present.clear()
  }

  #hear(news: Heard): void {
    if (news.of === 'missed') {
      for (const readers of this.#readers.values()) for (const reader of readers) reader.tell({ kind: 'missed' })
    } else if (news.of === 'answers') this.#tell(news.selfReportId, answersEvent(news.items))
    else if (news.of === 'report') this.#tell(news.selfReportId, { kind: 'report' })
    else if (news.of === 'presence') this.#note(news.selfReportId, news.person, news.here)
  }

  #note(selfReportId: string, person: PersonPresent, here: boolean): void {
    const people = this.#present.get(selfReportId) ?? new Map<string, Presence>()
    const page = `${person.personId} ${person.tab}`
    const before = people.get(page)
    if (here) {
      people.set(page, { person, until: performance.now() + presenceLasts * 1000 })
      this.#present.set(selfReportId, people)
      this.#sweeping ??= setInterval(() => this.#sweep(), 5_000).unref()
    } else people.delete(page)
    if (people.size === 0) this.#present.delete(selfReportId)
    if (Boolean(before) !== here || (here && before?.person.itemKey !== person.itemKey)) this.#tellPresent(selfReportId)
  }

  /** Takes away those of whom nothing has been heard any more: a page that was closed by force. */
  #sweep(): void {
    const now = performance.now()
    for (const [selfReportId, people] of this.#present) {
      const gone = [...people].filter(([, { until }]) => until < now)
      for (const [page] of gone) people.delete(page)
      if (people.size === 0) this.#present.delete(selfReportId)
      if (gone.length > 0) this.#tellPresent(selfReportId)
    }
    if (this.#present.size > 0) return
    clearInterval(this.#sweeping)
    this.#sweeping = undefined
  }

  #tellPresent(selfReportId: string): void {
    const event: ReportEvent = { kind: 'present', people: this.peopleIn(selfReportId) }
    for (const reader of this.#readers.get(selfReportId) ?? []) if (reader.isOfUnit) reader.tell(event)
  }

  #tell(selfReportId: string, event: ReportEvent): void {
    for (const reader of this.#readers.get(selfReportId) ?? []) reader.tell(event)
  }
}

function answersEvent(items: Record<string, number> | null): ReportEvent {
  const named = items && Object.entries(items).map(([itemKey, revision]) => ({ itemKey, revision }))
  return { kind: 'answers', items: named }
}
