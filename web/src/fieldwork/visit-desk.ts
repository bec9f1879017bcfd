import { Deed } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { FindingView, VerifiedFigure, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { chainFrom, type Outbox, type Stop } from '@cchc/domain/fieldwork/outbox.ts'
import { newId } from '../platform/new-id.ts'
import { personKeptHere } from '../platform/offline/kept-here.ts'
import type { Place } from '../platform/offline/outbox-store.ts'
import type { Writer } from '../platform/offline/with-unsent.ts'
import { unsentPlace } from '../platform/unsent.ts'
import type { Carry } from './carry.ts'
import { type SiteStop, siteStopsOf } from './site-stops.ts'
import {
  type AttendanceSaver,
  attendanceSaver,
  contentOf,
  type FigureSaver,
  type FindingContent,
  type FindingSaver,
  figureSaver,
  findingSaver,
  type MinutesSaver,
  minutesSaver,
  type Saving,
} from './visit-savers.ts'

/** The key under which a saver of one thing keeps it. */
export const only = 'visit'

/** How long after the last stroke a finding that is being written is kept on the device, in milliseconds. */
const pauseOfBegun = 300

/** A finding as this screen shows it: what is written here, and what the server knows of it. */
export interface ShownFinding {
  readonly findingId: string
  readonly content: FindingContent
  /** Null while the server has not acknowledged it. */
  readonly stored: FindingView | null
}

/** One visit on one person's device: everything recorded, shown at once and sent as soon as the server answers. */
export class VisitDesk {
  /** Where what is carried along is kept. */
  readonly place: Place
  readonly carry: Carry
  /** Records that this device has not had confirmed, in the words of a command. */
  pending: ReadonlySet<string> = new Set()
  /** A start on this device that the server does not take: why, and when the session began by this device; null while nothing is wrong. */
  refusedStart: { readonly problem: string; readonly startedAt: string | null } | null = null
  /** Whether it was sent once more by itself, since another device had started the session. */
  isStartTriedAgain = false
  /** What was recorded on site and waits for a person. */
  siteStops: readonly SiteStop[] = []
  readonly figures: FigureSaver
  readonly findings: FindingSaver
  readonly attendance: AttendanceSaver
  readonly minutes: MinutesSaver
  readonly savers: readonly [FigureSaver, FindingSaver, AttendanceSaver, MinutesSaver]
  /** The id that the finding begun in the dialog will have: photos of it are taken before it is recorded. */
  begunId = newId()
  #begun: FindingContent | null = null
  #keepingBegun: ReturnType<typeof setTimeout> | undefined
  #reported: ReadonlyMap<string, number | null> = new Map()
  /** Findings of the visit as it was last taken in, with their place in its order. */
  #listed: ReadonlyMap<string, number> = new Map()

  constructor(view: VisitView, writer: Writer) {
    const { inspectionId, unitName } = view
    const owner = writer.personId
    this.place = { personId: owner, inspectionId, unitName }
    this.carry = async (deed, base) =>
      personKeptHere() === owner
        ? (await import('./carried-visit.ts')).keepAndSend(this.place, writer, deed, base)
        : null
    const keptTheirs = (record: string) => {
      if (personKeptHere() === owner)
        void import('./carried-visit.ts').then(({ keepTheirs }) => keepTheirs(this.place, record))
    }
    const saving: Saving = { inspectionId, owner, carry: this.carry, keptTheirs }
    this.figures = figureSaver(saving, (itemKey) => this.#reported.get(itemKey) ?? null)
    this.findings = findingSaver(saving)
    this.attendance = attendanceSaver(saving)
    this.minutes = minutesSaver(saving)
    this.savers = [this.figures, this.findings, this.attendance, this.minutes]
    this.absorb(view)
    // Findings of this device that never reached the server.
    for (const findingId of unsentPlace(`${owner}.${inspectionId}.finding`).keys()) this.findings.load(findingId, null)
  }

  /** A finding begun in the dialog and not recorded yet; it waits while the dialog is closed, and over a restart where it is carried. */
  get begun(): FindingContent | null {
    return this.#begun
  }

  set begun(content: FindingContent | null) {
    this.#begun = content
    clearTimeout(this.#keepingBegun)
    if (personKeptHere() !== this.place.personId) return
    const begun = content && { findingId: this.begunId, content }
    this.#keepingBegun = setTimeout(
      () => void import('../platform/offline/begun.ts').then(({ keepBegun }) => keepBegun(this.place, begun)),
      pauseOfBegun,
    )
  }

  /** Takes up a finding that was begun before this page was opened. */
  async resumeBegun(): Promise<void> {
    const { readBegun } = await import('../platform/offline/begun.ts')
    const kept = (await readBegun(this.place)) as { findingId: string; content: FindingContent } | undefined
    if (!kept || this.#begun) return
    this.begunId = kept.findingId
    this.#begun = kept.content
  }

  /** Takes in the visit as the server has it. */
  absorb(view: VisitView): void {
    const writable = view.actions.includes('record')
    for (const saver of this.savers) saver.writable = writable
    this.findings.writable = view.actions.includes('record-findings')
    this.#reported = new Map(view.figures.map((figure) => [figure.itemKey, figure.reported]))
    this.#listed = new Map(view.findings.map(({ findingId }, at) => [findingId, at]))
    for (const figure of view.figures) this.figures.load(figure.itemKey, figure)
    for (const finding of view.findings) this.findings.load(finding.findingId, { finding, revision: finding.revision })
    this.attendance.load(only, { attendance: view.attendance, revision: view.attendanceRevision })
    this.minutes.load(only, view.session)
  }

  /** Takes in what of this visit waits on the device, and shows on each record what stopped it. */
  absorbOutbox(outbox: Outbox): void {
    this.pending = new Set(outbox.queue.map(({ record }) => record))
    this.refusedStart = null
    this.siteStops = siteStopsOf(outbox)
    for (const stop of Object.values(outbox.stops)) {
      const command = chainFrom(outbox, stop.commandId).at(-1)
      const deed = command && Deed.safeParse(command).data
      if (deed) this.#showStop(deed, stop)
    }
  }

  /** Sends what is kept on this device of the visit; gives how much of it is still not on the server. */
  async sendKept(): Promise<number> {
    if (personKeptHere() !== this.place.personId) return 0
    const { sendKept } = await import('./carried-visit.ts')
    return sendKept(this.place)
  }

  #showStop(deed: Deed, stop: Stop): void {
    if (deed.kind === 'keep-site-record' || deed.kind === 'remove-site-record') return
    const theirs = stop.outcome === 'clash' ? stop.theirs : null
    const problem = { problem: stop.sentence }
    const id = deed.record.slice(deed.record.indexOf(':') + 1)
    if (deed.kind === 'start-session') this.refusedStart = { problem: stop.sentence, startedAt: deed.payload.startedAt }
    else if (deed.kind === 'verify-figure')
      this.figures.stop(id, deed.payload, theirs?.of === 'figure' ? { theirs: theirs.figure } : problem)
    else if (deed.kind === 'save-attendance')
      this.attendance.stop(only, deed.payload.attendance, theirs?.of === 'attendance' ? { theirs } : problem)
    else if (deed.kind === 'save-minutes')
      this.minutes.stop(only, deed.payload, theirs?.of === 'minutes' ? { theirs: theirs.session } : problem)
    else {
      const content = deed.kind === 'remove-finding' ? null : contentOf(deed.payload)
      const other = theirs?.of === 'finding' ? theirs.finding : null
      this.findings.stop(id, content, other ? { theirs: { finding: other, revision: other.revision } } : problem)
    }
  }

  /** The findings to show, in the order they were recorded; those that the visit does not list yet last. */
  shownFindings(): ShownFinding[] {
    const shown = this.findings.keys().flatMap((findingId): ShownFinding[] => {
      const { value, saved, phase, savedHere } = this.findings.slot(findingId)
      // Somebody else has removed it.
      const isGone = phase === 'still' && !savedHere && !this.#listed.has(findingId)
      return value && !isGone ? [{ findingId, content: value, stored: saved?.finding ?? null }] : []
    })
    const order = ({ findingId }: ShownFinding) => this.#listed.get(findingId) ?? Number.MAX_SAFE_INTEGER
    return shown.sort((a, b) => order(a) - order(b))
  }

  /** How many of these figures have been checked. */
  checkedOf(figures: readonly VerifiedFigure[]): number {
    return figures.filter((figure) => this.figures.slot(figure.itemKey).value.verified !== null).length
  }
}

const desks = new Map<string, VisitDesk>()

/** The desk of a visit for one person; the same one as long as the application is open. */
export function visitDeskOf(view: VisitView, writer: Writer): VisitDesk {
  const key = `${writer.personId}.${view.inspectionId}`
  const known = desks.get(key)
  if (known) return known
  const desk = new VisitDesk(view, writer)
  desks.set(key, desk)
  return desk
}
