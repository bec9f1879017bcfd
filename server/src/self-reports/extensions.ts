import { type Viewer, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { ExtensionsView, ExtensionView } from '@cchc/domain/self-reports/extension-contract.ts'
import { extensionStateNames } from '@cchc/domain/self-reports/extension-contract.ts'
import { type ExtensionStanding, extensionActions, lastDeadline } from '@cchc/domain/self-reports/extensions.ts'
import { readCalendar } from '../calendar/queries.ts'
import type { Context } from '../platform/context.ts'
import { getReport, type ReportRecord } from './queries.ts'

/** Every request of one report, newest first; what the secretary proposes stays in the office. */
async function readExtensions({ db, viewer }: Context, selfReportId: string): Promise<ExtensionView[]> {
  const rows = await db
    .selectFrom('deadlineExtensions')
    .innerJoin('people as asker', 'asker.personId', 'deadlineExtensions.askedBy')
    .leftJoin('people as decider', 'decider.personId', 'deadlineExtensions.decidedBy')
    .leftJoin('people as proposer', 'proposer.personId', 'deadlineExtensions.proposedBy')
    .selectAll('deadlineExtensions')
    .select(['asker.fullName as asker', 'decider.fullName as decider', 'proposer.fullName as proposer'])
    .where('selfReportId', '=', selfReportId)
    .orderBy('askedAt', 'desc')
    .orderBy('askingOrder', 'desc')
    .execute()
  return rows.map((row) => ({ ...requestView(row, viewer), state: row.state as ExtensionView['state'] }))
}

interface RequestRow {
  extensionId: string
  reason: string
  wishedOn: string
  asker: string
  askedAt: string
  dueOn: string
  askedLate: boolean
  proposedAt: string | null
  proposedTo: string | null
  proposalNote: string
  proposer: string | null
  grantedTo: string | null
  decider: string | null
  decidedAt: string | null
  decisionReason: string
}

/** A request for more time – for a report or for a recommendation – as the viewer may see it: a proposal stays in the office. */
export function requestView(row: RequestRow, viewer: Viewer): Omit<ExtensionView, 'state'> {
  return {
    extensionId: row.extensionId,
    reason: row.reason,
    wishedOn: row.wishedOn,
    askedBy: row.asker,
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    askedLate: row.askedLate,
    proposal:
      row.proposedAt && !worksForInspectedUnit(viewer)
        ? { to: row.proposedTo, note: row.proposalNote, by: row.proposer ?? '', at: row.proposedAt }
        : null,
    grantedTo: row.grantedTo,
    decidedBy: row.decider,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
  }
}

/** The requests of a report with what the viewer may do about more time now. */
export async function extensionsView(context: Context, selfReportId: string): Promise<ExtensionsView> {
  const report = await getReport(context, selfReportId)
  const extensions = await readExtensions(context, report.selfReportId)
  const isOpen = extensions.some(({ state }) => state === 'asked')
  const { visitOn } = report
  return {
    extensions,
    lastDay: visitOn === null ? null : lastDeadline(visitOn, await readCalendar(context.db)),
    actions: extensionActions(context.viewer, standingOf(context, report, isOpen)),
  }
}

/** What the rules of more time ask about a report. */
export function standingOf({ today }: Context, report: ReportRecord, isOpen: boolean): ExtensionStanding {
  const { unitCode, inspectionState, visitOn, sentAt } = report
  return { unitCode, inspectionState, visitOn, sentAt, isOpen, today }
}

/** A request that waits for its decision, locked; `no-such-extension`, or `extension-decided`. */
export async function lockOpenExtension({ db }: Context, selfReportId: string, extensionId: string) {
  const row = await db
    .selectFrom('deadlineExtensions')
    .selectAll()
    .where('selfReportId', '=', selfReportId)
    .where('extensionId', '=', extensionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-extension')
  if (row.state !== 'asked')
    throw decidedAlready(extensionStateNames[row.state as ExtensionView['state']], row.grantedTo)
  return row
}

/** Takes an open request back, if there is one: a report that came in time needs no more. */
export async function withdrawOpenExtension(
  { db, viewer, now, record }: Context,
  { selfReportId, inspectionId }: Pick<ReportRecord, 'selfReportId' | 'inspectionId'>,
  reason: string,
): Promise<void> {
  const open = await db
    .updateTable('deadlineExtensions')
    .set({ state: 'withdrawn', decidedBy: viewer.personId, decidedAt: now, decisionReason: reason })
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'asked')
    .returning('extensionId')
    .executeTakeFirst()
  if (open) await record('self-report.withdraw-extension', selfReportId, { ...open, reason }, inspectionId)
}

/** What is said to whoever comes to a request after it was decided or taken back. */
export function decidedAlready(stateName: string, grantedTo: string | null): Refusal {
  const until = grantedTo ? ` đến ${formatDate(grantedTo)}` : ''
  return new Refusal('extension-decided', { state: `${stateName.toLocaleLowerCase('vi')}${until}` })
}
