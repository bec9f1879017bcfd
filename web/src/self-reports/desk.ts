import type { CheckResult } from '@cchc/domain/outlines/evaluate.ts'
import {
  type AnswerValue,
  type Outline,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  outlineFor,
  outlineItems,
  unitKindOf,
} from '@cchc/domain/outlines/outline.ts'
import { type ComputedRate, computedRates } from '@cchc/domain/outlines/stated-rates.ts'
import { type Beside, checkReport, nothingBeside } from '@cchc/domain/self-reports/beside.ts'
import type { SavedAnswer, SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import {
  type OutstandingPoint,
  outstanding,
  type SectionProgress,
  sectionProgress,
} from '@cchc/domain/self-reports/progress.ts'
import { type AnswerSaver, answerSaver, type ExplanationSaver, explanationSaver } from './answer-saver.ts'
import { Colleagues } from './colleagues.ts'

export interface Place {
  readonly part: OutlinePart
  readonly section: OutlineSection
  readonly item: OutlineItem
}

/** What the report says as a whole right now; a new object only when something of it changes. */
export interface Overview {
  readonly progress: ReadonlyMap<string, SectionProgress>
  readonly answered: number
  readonly toAnswer: number
  readonly points: readonly OutstandingPoint[]
  /** Computed figures by item key. */
  readonly computed: ReadonlyMap<string, number>
  /** Of stated rates, what their part and whole make. */
  readonly rates: ReadonlyMap<string, ComputedRate>
}

/** How long the figures stand still before they are checked, so that a half-typed number is not called wrong. */
const checkPause = 350
/** How long a colleague's save is news, in milliseconds. */
const freshFor = 5 * 60_000
const nothingSaid: readonly CheckResult[] = []

/**
 * One report on one person's screen: its answers and explanations as they are being written, and what the checks say to
 * them. It outlives the page, so that a save that is on its way ends well when the person goes elsewhere.
 */
export class Desk {
  readonly selfReportId: string
  readonly answers: AnswerSaver
  readonly explanations: ExplanationSaver
  readonly savers: readonly [AnswerSaver, ExplanationSaver]
  /** Who else has the report open now. */
  readonly colleagues = new Colleagues()
  /** What others saved while this page was open: item key → when this page learnt of it, in milliseconds. */
  readonly #heardOf = new Map<string, number>()
  #me = ''
  #view: SelfReportView | null = null
  #outline!: Outline
  #unitKind!: ReturnType<typeof unitKindOf>
  #source: Outline | null = null
  #places!: ReadonlyMap<string, Place>
  #overview!: Overview
  /** The overview as text, to know whether anything of it has changed. */
  #written = ''
  #results: ReadonlyMap<string, readonly CheckResult[]> = new Map()
  #beside: Beside = nothingBeside
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  /** `savers` are the report's own unless a preview, which saves nothing, brings others. */
  constructor(
    view: SelfReportView,
    owner: string,
    savers = {
      answers: answerSaver(view.selfReportId, owner),
      explanations: explanationSaver(view.selfReportId, owner),
    },
  ) {
    this.selfReportId = view.selfReportId
    this.answers = savers.answers
    this.explanations = savers.explanations
    this.savers = [this.answers, this.explanations]
    this.absorb(view, '')
    const later = () => {
      clearTimeout(this.#timer)
      // Reckoned and drawn in two tasks, between which a letter may be drawn.
      this.#timer = setTimeout(() => {
        this.#reckonQuietly()
        this.#timer = setTimeout(() => this.#tell())
      }, checkPause)
    }
    for (const saver of this.savers) saver.subscribeAny(later)
  }

  /** The outline as this unit sees it. */
  get outline(): Outline {
    return this.#outline
  }

  /** Every item by key, in printed order. */
  get places(): ReadonlyMap<string, Place> {
    return this.#places
  }

  /** Takes in the report as the server has it. `me` is the viewer's name: what others saved is noted. */
  absorb(view: SelfReportView, me: string): void {
    this.#me = me
    // The page hands over the view that the desk was made of once more when it is drawn.
    if (view === this.#view) return
    this.#view = view
    if (view.outline !== this.#source) {
      this.#source = view.outline
      this.#unitKind = unitKindOf(view.unitType, view.advisory)
      this.#outline = outlineFor(view.outline, this.#unitKind)
      this.#places = new Map(outlineItems(this.#outline).map((place) => [place.item.key, place]))
    }
    const writable = view.actions.includes('write')
    for (const saver of this.savers) saver.writable = writable
    const saved = new Map(view.answers.map((answer) => [answer.itemKey, answer]))
    for (const key of this.#places.keys()) {
      const answer = saved.get(key) ?? null
      if (me && answer && answer.savedBy !== me && answer.revision > (this.savedOf(key)?.revision ?? 0))
        this.#heardOf.set(key, Date.now())
      this.answers.load(key, answer)
    }
    for (const [checkKey, text] of Object.entries(view.explanations))
      this.explanations.load(checkKey, { checkKey, text })
    this.reckon()
  }

  /** Takes in what the report is looked at beside: earlier figures and the office's remarks, as the server has them. */
  lookBeside(beside: Beside): void {
    if (JSON.stringify(beside) === JSON.stringify(this.#beside)) return
    this.#beside = beside
    this.reckon()
  }

  beside(): Beside {
    return this.#beside
  }

  savedOf(itemKey: string): SavedAnswer | null {
    return this.answers.slot(itemKey).saved
  }

  /** The colleague who has just saved this item, while the page is open; null when it is quiet. */
  writerOf(itemKey: string): string | null {
    const heard = this.#heardOf.get(itemKey)
    if (heard === undefined || Date.now() - heard >= freshFor) return null
    const by = this.savedOf(itemKey)?.savedBy ?? null
    return by === this.#me ? null : by
  }

  overview(): Overview {
    return this.#overview
  }

  /** What the checks say that is shown under this item: a check over several items stands under the first of them. */
  resultsOf(itemKey: string): readonly CheckResult[] {
    return this.#results.get(itemKey) ?? nothingSaid
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Runs the checks now; for leaving a field. */
  reckon(): void {
    clearTimeout(this.#timer)
    this.#reckonQuietly()
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #reckonQuietly(): void {
    const answers: Record<string, AnswerValue | null> = {}
    for (const key of this.#places.keys()) answers[key] = this.answers.slot(key).value
    const explanations = Object.fromEntries(
      this.explanations.keys().map((key) => [key, this.explanations.slot(key).value] as const),
    )
    const { values, results } = checkReport(this.#outline, answers, this.#beside.earlier)
    const sections = sectionProgress(this.#outline, answers, this.#unitKind)
    const computed = [...this.#places.values()].flatMap(({ item }) => {
      const value = item.formula === null ? undefined : values.get(item.key)
      return typeof value === 'number' ? [[item.key, value] as const] : []
    })
    this.#results = keepUnchanged(
      this.#results,
      Map.groupBy(results, (result) => result.itemKeys[0] ?? ''),
    )
    const overview: Overview = {
      progress: keepUnchanged(
        this.#overview?.progress ?? new Map(),
        new Map(sections.map((section) => [section.sectionKey, section])),
      ),
      answered: sections.reduce((sum, section) => sum + section.answered, 0),
      toAnswer: sections.reduce((sum, section) => sum + section.toAnswer, 0),
      points: outstanding(this.#outline, answers, explanations, this.#unitKind, this.#beside, results),
      computed: new Map(computed),
      rates: keepUnchanged(this.#overview?.rates ?? new Map(), computedRates(this.#outline, values)),
    }
    const text = written(overview)
    if (text !== this.#written) this.#overview = overview
    this.#written = text
  }
}

/** The same object for what is as it was before, so that it is not drawn again. */
function keepUnchanged<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map(
    [...now].map(([key, value]) => {
      const known = before.get(key)
      return [key, known !== undefined && JSON.stringify(known) === JSON.stringify(value) ? known : value]
    }),
  )
}

function written({ progress, points, computed, rates }: Overview): string {
  return JSON.stringify([[...progress.values()], points, [...computed], [...rates]])
}

const desks = new Map<string, Desk>()

/** The desk of a report for one person; the same one as long as the application is open. */
export function deskOf(view: SelfReportView, personId: string): Desk {
  const key = `${personId}.${view.selfReportId}`
  const known = desks.get(key)
  if (known) return known
  const desk = new Desk(view, personId)
  desks.set(key, desk)
  return desk
}
