import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import { busyAt } from '@cchc/domain/availability/busy-time.ts'
import { type Slot, slotInWords } from '@cchc/domain/inspections/slot.ts'
import { sql } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Subject } from './busy-times.ts'

type Days = Pick<BusyTime, 'from' | 'to' | 'halfDay'>

/**
 * Tells the planners of every coming visit that a new busy time meets: the person is on its roster, or it is the unit's own. Only
 * of visits that whoever enters it may know, and never of an unannounced one, which takes nobody.
 */
export async function tellOfBusy(context: Context, subject: Subject, times: readonly Days[]): Promise<void> {
  if (times.length === 0) return
  const { db, viewer, today } = context
  const ofSubject =
    subject.personId === null
      ? sql<boolean>`inspections.unit_code = ${subject.unitCode}`
      : sql<boolean>`exists (
          select from inspection_roster roster
          where roster.inspection_id = inspections.inspection_id and roster.taken_person_id = ${subject.personId}
        )`
  const visits = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select(['inspections.inspectionId', 'inspections.visitOn', 'inspections.halfDay', 'units.fullName'])
    .where('inspections.kind', '<>', 'unannounced')
    .where('inspections.state', 'in', ['scheduled', 'announced', 'separate'])
    .where('inspections.visitOn', '>=', today)
    .where(ofSubject)
    .orderBy('inspections.visitOn')
    .execute()
  const met = visits.filter(({ visitOn, halfDay }) => busyAt(times, visitOn!, halfDay as 'morning' | 'afternoon'))
  if (met.length === 0) return
  const [personIds, who] = [await planners(db), await nameOf(db, subject)]
  for (const { inspectionId, visitOn, halfDay, fullName } of met)
    await tell(context, {
      personIds,
      inspectionId,
      kind: 'busy-time.add',
      title: `${who} báo bận: buổi kiểm tra ${fullName}`,
      body: `Bận ${slotInWords({ visitOn, halfDay } as Slot)}, trùng buổi kiểm tra đã xếp. Xem lại thành phần hoặc lịch.`,
      link: `/lich/${inspectionId}`,
    })
}

async function planners(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('disabled', '=', false)
    .where(sql<boolean>`'planner' = any (roles)`)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

async function nameOf(db: Db, subject: Subject): Promise<string> {
  const { name } =
    subject.personId === null
      ? await db
          .selectFrom('units')
          .select('fullName as name')
          .where('unitCode', '=', subject.unitCode)
          .executeTakeFirstOrThrow()
      : await db
          .selectFrom('people')
          .select('fullName as name')
          .where('personId', '=', subject.personId)
          .executeTakeFirstOrThrow()
  return name
}
