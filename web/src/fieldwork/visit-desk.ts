import type { FindingView, VerifiedFigure, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { unsentPlace } from '../platform/unsent.ts'
import {
  type AttendanceSaver,
  attendanceSaver,
  type FigureSaver,
  type FindingContent,
  type FindingSaver,
  figureSaver,
  findingSaver,
  type MinutesSaver,
  minutesSaver,
} from './visit-savers.ts'

/** The key under which a saver of one thing keeps it. */
export const only = 'visit'

/** A finding as this screen shows it: what is written here, and what the server knows of it. */
export interface ShownFinding {
  readonly findingId: string
  readonly content: FindingContent
  /** Null while the server has not acknowledged it. */
  readonly stored: FindingView | null
}

/** One visit on one person's device: everything recorded, shown at once and sent as soon as the server answers. */
export class VisitDesk {
  readonly figures: FigureSaver
  readonly findings: FindingSaver
  readonly attendance: AttendanceSaver
  readonly minutes: MinutesSaver
  readonly savers: readonly [FigureSaver, FindingSaver, AttendanceSaver, MinutesSaver]
  /** A finding begun in the dialog and not recorded yet; it waits while the dialog is closed. */
  begun: FindingContent | null = null
  #reported: ReadonlyMap<string, number | null> = new Map()
  #listed: ReadonlySet<string> = new Set()

  constructor(view: VisitView, owner: string) {
    const { inspectionId } = view
    this.figures = figureSaver(inspectionId, owner, (itemKey) => this.#reported.get(itemKey) ?? null)
    this.findings = findingSaver(inspectionId, owner)
    this.attendance = attendanceSaver(inspectionId, owner)
    this.minutes = minutesSaver(inspectionId, owner)
    this.savers = [this.figures, this.findings, this.attendance, this.minutes]
    this.absorb(view)
    // Findings of this device that never reached the server.
    for (const findingId of unsentPlace(`${owner}.${inspectionId}.finding`).keys()) this.findings.load(findingId, null)
  }

  /** Takes in the visit as the server has it. */
  absorb(view: VisitView): void {
    const writable = view.actions.includes('record')
    for (const saver of this.savers) saver.writable = writable
    this.findings.writable = view.actions.includes('record-findings')
    this.#reported = new Map(view.figures.map((figure) => [figure.itemKey, figure.reported]))
    this.#listed = new Set(view.findings.map((finding) => finding.findingId))
    for (const figure of view.figures) this.figures.load(figure.itemKey, figure)
    for (const finding of view.findings) this.findings.load(finding.findingId, { finding, revision: finding.revision })
    this.attendance.load(only, view.attendance)
    this.minutes.load(only, view.session)
  }

  /** The findings to show, in the order they were recorded; those on their way to the server last. */
  shownFindings(): ShownFinding[] {
    const shown = this.findings.keys().flatMap((findingId): ShownFinding[] => {
      const { value, saved, phase, savedHere } = this.findings.slot(findingId)
      // Somebody else has removed it.
      const isGone = phase === 'still' && !savedHere && !this.#listed.has(findingId)
      return value && !isGone ? [{ findingId, content: value, stored: saved?.finding ?? null }] : []
    })
    const order = ({ stored }: ShownFinding) => stored?.recordedAt ?? '9999'
    return shown.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  }

  /** How many of these figures have been checked. */
  checkedOf(figures: readonly VerifiedFigure[]): number {
    return figures.filter((figure) => this.figures.slot(figure.itemKey).value.verified !== null).length
  }
}

const desks = new Map<string, VisitDesk>()

/** The desk of a visit for one person; the same one as long as the application is open. */
export function visitDeskOf(view: VisitView, personId: string): VisitDesk {
  const key = `${personId}.${view.inspectionId}`
  const known = desks.get(key)
  if (known) return known
  const desk = new VisitDesk(view, personId)
  desks.set(key, desk)
  return desk
}

/**
 * An id made on this device. `crypto.randomUUID` exists on safe addresses only (https, localhost), and offices reach the
 * product over plain http too.
 */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
