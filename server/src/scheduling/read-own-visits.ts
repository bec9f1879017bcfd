import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/** Half-days that thematic visits of their own take from units and from people of the team. */
export interface OwnVisits {
  readonly byUnit: ReadonlyMap<string, readonly BusyTime[]>
  readonly byPerson: ReadonlyMap<string, readonly BusyTime[]>
}

/** Thematic inspections that take place on their own, never unannounced ones. Basis: QĐ 2251/QĐ-UBND, mục I.2, II.3. */
export async function ownVisits({ db, viewer }: Context, from: CalendarDate, to: CalendarDate): Promise<OwnVisits> {
  const rows = await visibleInspections(db, viewer)
    .leftJoin('inspectionRoster', 'inspectionRoster.inspectionId', 'inspections.inspectionId')
    .leftJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .select(['inspections.unitCode', 'inspections.visitOn', 'inspections.halfDay', 'teamMembers.personId as personId'])
    .where('inspections.kind', '=', 'thematic')
    .where('inspections.state', 'not in', ['cancelled', 'registered', 'merged'])
    .where('inspections.visitOn', '>=', from)
    .where('inspections.visitOn', '<=', to)
    .orderBy('inspections.visitOn')
    .execute()
  const byUnit = new Map<string, BusyTime[]>()
  const byPerson = new Map<string, BusyTime[]>()
  const add = (times: Map<string, BusyTime[]>, key: string, time: BusyTime) =>
    times.set(key, [...(times.get(key) ?? []), time])
  for (const { unitCode, visitOn, halfDay, personId } of rows) {
    const time = { from: visitOn!, to: visitOn!, halfDay: halfDay as HalfDay, reason: 'Kiểm tra chuyên đề' }
    add(byUnit, unitCode, time)
    if (personId) add(byPerson, personId, time)
  }
  return { byUnit, byPerson }
}
