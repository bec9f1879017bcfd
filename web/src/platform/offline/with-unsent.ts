import { belongsToOffice, type Viewer } from '@cchc/domain/access/permissions.ts'
import { Deed, type StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { FindingView, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { figureDifference } from '@cchc/domain/fieldwork/figure-difference.ts'
import { chainFrom, type Outbox, type OutboxCommand } from '@cchc/domain/fieldwork/outbox.ts'
import type { SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'

/** Who writes on this device. */
export interface Writer {
  readonly personId: string
  readonly fullName: string
}

/** A visit as this device shows it: what the server last said, and on it what was done here and not confirmed yet. */
export function withUnsent(view: VisitView, outbox: Outbox, writer: Writer): VisitView {
  const stopped = new Set(
    Object.keys(outbox.stops).flatMap((id) => chainFrom(outbox, id).map(({ commandId }) => commandId)),
  )
  return outbox.queue.reduce(
    (shown, command) => (stopped.has(command.commandId) ? shown : withCommand(shown, command, writer)),
    view,
  )
}

/** The visit once this command is done; one that cannot be read changes nothing on screen. */
export function withCommand(view: VisitView, command: OutboxCommand, writer: Writer): VisitView {
  const deed = Deed.safeParse(command).data
  if (!deed) return view
  const id = deed.record.slice(deed.record.indexOf(':') + 1)
  switch (deed.kind) {
    case 'start-session':
      return view.state === 'not-started' ? opened(view, deed.payload.startedAt ?? command.madeAt) : view
    case 'save-attendance':
      return { ...view, attendance: deed.payload.attendance, attendanceRevision: view.attendanceRevision + 1 }
    case 'save-minutes':
      return { ...view, session: { ...view.session, ...deed.payload, revision: view.session.revision + 1 } }
    case 'verify-figure': {
      const { verified, reason } = deed.payload
      const figures = view.figures.map((figure) =>
        figure.itemKey === id
          ? {
              ...figure,
              verified,
              reason,
              difference: figureDifference(figure.reported, verified),
              verifiedBy: writer.fullName,
              revision: figure.revision + 1,
            }
          : figure,
      )
      return { ...view, figures }
    }
    case 'record-finding':
    case 'edit-finding': {
      const known = view.findings.find(({ findingId }) => findingId === id)
      const fresh = { recordedBy: writer.fullName, recordedAt: command.madeAt, mine: true, revision: 0 }
      const before = known ?? fresh
      const finding: FindingView = { ...before, ...deed.payload, findingId: id, revision: before.revision + 1 }
      const findings = known
        ? view.findings.map((each) => (each === known ? finding : each))
        : [...view.findings, finding]
      return { ...view, findings }
    }
    case 'keep-site-record': {
      const known = view.site.find(({ recordId }) => recordId === id)
      const who = { recordedBy: writer.fullName, recordedAt: command.madeAt, mine: true }
      const before = known ?? { recordId: id, attachmentId: null, ...who, revision: 0 }
      const kept: SiteRecordView = { ...before, content: deed.payload, revision: before.revision + 1 }
      return { ...view, site: known ? view.site.map((each) => (each === known ? kept : each)) : [...view.site, kept] }
    }
    case 'remove-site-record':
      return { ...view, site: view.site.filter(({ recordId }) => recordId !== id) }
    case 'remove-finding':
      return { ...view, findings: view.findings.filter(({ findingId }) => findingId !== id) }
  }
}

function opened(view: VisitView, startedAt: string): VisitView {
  const isMember = view.guestOf.length === 0
  return {
    ...view,
    state: 'open',
    session: { ...view.session, startedAt },
    // Ending a session freezes its minutes, which only the server can do.
    actions: isMember ? ['record-findings', 'record'] : ['record-findings'],
  }
}

/** The record as it stands in a view, in the words of an answer. */
export function standingIn(view: VisitView, record: string): StandingRecord | null {
  const id = record.slice(record.indexOf(':') + 1)
  if (record === 'session') return { of: 'session', session: view.session }
  if (record === 'minutes') return { of: 'minutes', session: view.session }
  if (record === 'attendance')
    return { of: 'attendance', attendance: view.attendance, revision: view.attendanceRevision }
  if (record.startsWith('finding:'))
    return { of: 'finding', finding: view.findings.find(({ findingId }) => findingId === id) ?? null }
  if (record.startsWith('site:')) return { of: 'site', site: view.site.find(({ recordId }) => recordId === id) ?? null }
  const figure = view.figures.find(({ itemKey }) => itemKey === id)
  return figure ? { of: 'figure', figure } : null
}

/** The view once a record stands like this on the server; used for the kept one, so that it is right without network too. */
export function withStanding(view: VisitView, record: string, standing: StandingRecord): VisitView {
  const id = record.slice(record.indexOf(':') + 1)
  switch (standing.of) {
    case 'session':
      return view.state === 'not-started' && standing.session.startedAt
        ? { ...opened(view, standing.session.startedAt), session: standing.session }
        : { ...view, session: standing.session }
    case 'minutes':
      return { ...view, session: standing.session }
    case 'attendance':
      return { ...view, attendance: standing.attendance, attendanceRevision: standing.revision }
    case 'figure':
      return { ...view, figures: view.figures.map((each) => (each.itemKey === id ? standing.figure : each)) }
    case 'site': {
      const { site } = standing
      const isKnown = view.site.some(({ recordId }) => recordId === id)
      if (site && !isKnown) return { ...view, site: [...view.site, site] }
      return { ...view, site: view.site.flatMap((each) => (each.recordId !== id ? [each] : site ? [site] : [])) }
    }
    case 'finding': {
      const { finding } = standing
      if (!finding) return { ...view, findings: view.findings.filter(({ findingId }) => findingId !== id) }
      const isKnown = view.findings.some(({ findingId }) => findingId === id)
      // In its place: what was found is read in the order in which it was written.
      if (isKnown) return { ...view, findings: view.findings.map((each) => (each.findingId === id ? finding : each)) }
      return { ...view, findings: [...view.findings, finding] }
    }
  }
}

/**
 * What a person may do at a visit that was taken along before its day and is looked at without the server: on its day a member
 * of its roster, or the office, starts it on the device. The server judges again when it is told.
 */
export function startableHere(
  view: VisitView,
  viewer: Pick<Viewer, 'roles'> & { readonly permissions: readonly string[] },
  today: string,
): VisitView {
  const isItsDay = view.state === 'not-started' && view.visitOn !== null && view.visitOn <= today
  const isWriter = view.guestOf.length === 0 && (view.myFields.length > 0 || belongsToOffice(viewer))
  if (!isItsDay || !isWriter || !viewer.permissions.includes('fieldwork.record')) return view
  return view.actions.includes('start') ? view : { ...view, actions: [...view.actions, 'start'] }
}
