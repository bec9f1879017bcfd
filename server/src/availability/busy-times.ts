import { holds, type Viewer, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { BusyTimeView } from '@cchc/domain/availability/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import type { Context, Db } from '../platform/context.ts'
import type { BusyTimes } from '../platform/schema.ts'

export type BusyTimeRecord = Selectable<BusyTimes>

/** Whose a busy time is. */
export type Subject = { personId: string; unitCode: null } | { personId: null; unitCode: string }

/** The subject of a request; without one named, whom the viewer enters for: their unit, else themselves. */
export function subjectOf(
  viewer: Viewer,
  { personId, unitCode }: { personId?: string | null; unitCode?: string | null },
): Subject {
  if (personId) return { personId, unitCode: null }
  if (unitCode) return { personId: null, unitCode }
  return worksForInspectedUnit(viewer)
    ? { personId: null, unitCode: viewer.unitCode ?? '-' }
    : { personId: viewer.personId, unitCode: null }
}

/** Whether the viewer enters and sees the reasons of this subject's busy times: their own, their unit's, or as the planner. */
export function mayKeep(
  viewer: Viewer,
  { personId, unitCode }: Pick<BusyTimeRecord, 'personId' | 'unitCode'>,
): boolean {
  if (holds(viewer, 'busy-time.manage')) return true
  return worksForInspectedUnit(viewer)
    ? unitCode !== null && unitCode === viewer.unitCode
    : personId === viewer.personId
}

/**
 * Refuses with `not-your-busy-time` what is neither the viewer's own nor their unit's, unless they are the planner; and with
 * `no-such-person` or `no-such-unit` what is not there. Only people of the team and inspected units have busy times.
 */
export async function requireMayKeep({ db, viewer }: Context, subject: Subject): Promise<void> {
  if (!mayKeep(viewer, subject)) throw new Refusal('not-your-busy-time')
  if (subject.personId === null) {
    const unit = await db
      .selectFrom('units')
      .select('unitCode')
      .where('unitCode', '=', subject.unitCode)
      .executeTakeFirst()
    if (!unit) throw new Refusal('no-such-unit', { code: subject.unitCode })
    return
  }
  if (subject.personId === viewer.personId) return
  const seat = await db
    .selectFrom('teamMembers')
    .select('personId')
    .where('personId', '=', subject.personId)
    .limit(1)
    .executeTakeFirst()
  if (!seat) throw new Refusal('no-such-person')
}

/** One busy time that the viewer may change, locked; or `no-such-busy-time`. */
export async function getBusyTimeForUpdate({ db, viewer }: Context, busyTimeId: string): Promise<BusyTimeRecord> {
  const row = await db
    .selectFrom('busyTimes')
    .selectAll()
    .where('busyTimeId', '=', busyTimeId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !mayKeep(viewer, row)) throw new Refusal('no-such-busy-time')
  return row
}

export function busyTimeView(viewer: Viewer, row: BusyTimeRecord): BusyTimeView {
  const { busyTimeId, fromOn, toOn, halfDay, reason, calendarUid, revision } = row
  return {
    busyTimeId,
    from: fromOn,
    to: toOn,
    halfDay: halfDay as BusyTimeView['halfDay'],
    reason: mayKeep(viewer, row) ? reason : null,
    imported: calendarUid !== null,
    revision,
  }
}

/** Busy times in the order of their days; narrow it further before running. */
export function selectBusyTimes(db: Db) {
  return db.selectFrom('busyTimes').selectAll('busyTimes').orderBy('fromOn').orderBy('toOn').orderBy('busyTimeId')
}
