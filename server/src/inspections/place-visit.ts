import { reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { isSameSlot, type Slot, slotInWords } from '@cchc/domain/inspections/slot.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { replaceIssuedNotice } from '../documents/replace-notice.ts'
import { restoreNotice } from '../documents/restore-notice.ts'
import type { Context } from '../platform/context.ts'
import { tellGuestsOfMove } from '../thematic/tell-department.ts'
import { inspectionView } from './inspection-view.ts'
import { audiencesOf, standingNotice } from './move-changes.ts'
import { getInspectionForUpdate, type InspectionRecord, requireNoOpenSession, stateAfter } from './queries.ts'
import { slotOf } from './slot-facts.ts'
import { tellOfMove } from './tell-of-move.ts'

/** Where a visit is put, and why where it had been announced. */
export interface Placing extends Slot {
  readonly teamGroup: number
  readonly reason: string | null
}

export interface Movable {
  readonly inspection: InspectionRecord
  /** The state that placing it leads to. */
  readonly state: InspectionState
}

/** The visit, locked, if it may be placed now; refuses with `wrong-state`, and with `changed-meanwhile` and the view that stands. */
export async function lockMovable(context: Context, inspectionId: string, revision: number): Promise<Movable> {
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const state = stateAfter(inspection, 'schedule')
  await requireNoOpenSession(context, inspectionId, 'dời lịch')
  if (inspection.revision !== revision)
    throw new Refusal('changed-meanwhile', { what: 'Lịch kiểm tra' }, await inspectionView(context, inspectionId))
  return { inspection, state }
}

/** Refuses with `reason-needed` where the unit has been told and the half-day changes without a word why. */
export function requireReason(
  inspection: InspectionRecord,
  { reason, ...slot }: Slot & { reason: string | null },
): void {
  if (inspection.state === 'announced' && !isSameSlot(slotOf(inspection), slot) && !reason)
    throw new Refusal('reason-needed')
}

/** How long after a move its mover can still take it back, in milliseconds. */
const undoWithin = 15 * 60_000

/**
 * The viewer's own move that brought the visit to where it stands, if going to `to` undoes it: nothing has changed since and it
 * is fresh. What stood a moment ago may stand again, whatever the rules of date say of today.
 */
export async function undoneMove(
  { db, viewer, now }: Context,
  inspection: InspectionRecord,
  to: Slot & { teamGroup: number },
): Promise<{ replacedNotice: string | null } | null> {
  const events = await db
    .selectFrom('auditEvents')
    .select(['at', 'details'])
    .where('inspectionId', '=', inspection.inspectionId)
    .where('personId', '=', viewer.personId)
    .where('action', '=', 'inspection.move')
    .execute()
  const last = events
    .map(({ at, details }) => ({ at, ...(details as unknown as MoveDetails) }))
    .find(({ revision }) => revision === inspection.revision)
  if (!last || Date.parse(now) - Date.parse(last.at) > undoWithin) return null
  const { from, replacedNotice = null } = last
  return isSameSlot(from, to) && from.teamGroup === to.teamGroup ? { replacedNotice } : null
}

interface MoveDetails {
  readonly from: Slot & { teamGroup: number }
  /** The revision that the move led to. */
  readonly revision: number
  readonly replacedNotice?: string | null
}

interface More {
  readonly place?: string
  /** Puts another roster in place; those who leave it are told too. */
  readonly replaceRoster?: () => Promise<void>
  /** The visit it changes places with. */
  readonly swappedWith?: string
}

/**
 * Puts a visit on its half-day: recomputes the report's deadline and keeps why, lets its notice lapse, records it and tells
 * those concerned. Whether it may go there has been asked before. Basis: QĐ 2251/QĐ-UBND, mục III.1, III.2a, IV.1, IV.3.
 */
export async function placeVisit(
  context: Context,
  { inspection, state }: Movable,
  to: Placing,
  { place, replaceRoster, swappedWith }: More = {},
): Promise<void> {
  const { db } = context
  const { inspectionId } = inspection
  const from = slotOf(inspection)
  const slotChanges = !isSameSlot(from, to)
  const isMove = from !== null && (slotChanges || inspection.teamGroup !== to.teamGroup)
  const undone = isMove ? await undoneMove(context, inspection, to) : null
  const notice = isMove && slotChanges ? await standingNotice(context, inspectionId) : undefined
  const before = await audiencesOf(context, inspection)
  const reportDueOn = slotChanges
    ? reportDeadline(
        { visitOn: to.visitOn, leadWorkingDays: inspection.leadWorkingDays, extendedTo: inspection.reportExtendedTo },
        await readCalendar(db),
      ).dueOn
    : inspection.reportDueOn
  await db
    .updateTable('inspections')
    .set((eb) => ({
      state,
      visitOn: to.visitOn,
      halfDay: to.halfDay,
      teamGroup: to.teamGroup,
      ...(place === undefined ? {} : { place }),
      reportDueOn,
      revision: eb('revision', '+', 1),
    }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await replaceRoster?.()
  await keepDeadlineChange(context, inspection, reportDueOn, to)
  if (notice) await replaceIssuedNotice(context, inspectionId)
  if (undone?.replacedNotice) await restoreNotice(context, inspectionId, undone.replacedNotice)
  await context.record(
    isMove ? 'inspection.move' : 'inspection.schedule',
    inspectionId,
    {
      from: { visitOn: inspection.visitOn, halfDay: inspection.halfDay, teamGroup: inspection.teamGroup },
      to: { visitOn: to.visitOn, halfDay: to.halfDay, teamGroup: to.teamGroup },
      reason: to.reason,
      revision: inspection.revision + 1,
      ...(notice && !undone ? { replacedNotice: notice.documentId } : {}),
      ...(swappedWith ? { swappedWith } : {}),
    },
    inspectionId,
  )
  const after = replaceRoster ? await audiencesOf(context, inspection) : before
  await tellOfMove(context, { inspection, to, reportDueOn, before, after, isUndone: undone !== null })
  if (slotChanges) await tellGuestsOfMove(context, { ...to, inspectionId })
}

async function keepDeadlineChange(
  { db, now }: Context,
  inspection: InspectionRecord,
  toDue: string | null,
  to: Placing,
): Promise<void> {
  if (toDue === null || toDue === inspection.reportDueOn) return
  const cause =
    inspection.visitOn === null
      ? 'Xếp lịch lần đầu'
      : `Dời buổi kiểm tra sang ${slotInWords(to)}${to.reason ? `: ${to.reason}` : ''}`
  await db
    .insertInto('deadlineChanges')
    .values({ inspectionId: inspection.inspectionId, at: now, fromDue: inspection.reportDueOn, toDue, cause })
    .execute()
}
