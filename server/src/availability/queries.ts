import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import type { Db } from '../platform/context.ts'

/** Busy times of people, by person, that touch a stretch of days; people without any are not in the map. */
export async function readBusyPeople(
  db: Db,
  personIds: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, BusyTime[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await selectBusy(db, from, to).select('personId').where('personId', 'in', personIds).execute()
  return grouped(rows, ({ personId }) => personId!)
}

/** Busy times of inspected units, by unit code, that touch a stretch of days. */
export async function readBusyUnits(
  db: Db,
  unitCodes: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, BusyTime[]>> {
  if (unitCodes.length === 0) return new Map()
  const rows = await selectBusy(db, from, to).select('unitCode').where('unitCode', 'in', unitCodes).execute()
  return grouped(rows, ({ unitCode }) => unitCode!)
}

function selectBusy(db: Db, from: string, to: string) {
  return db
    .selectFrom('busyTimes')
    .select(['fromOn', 'toOn', 'halfDay', 'reason'])
    .where('fromOn', '<=', to)
    .where('toOn', '>=', from)
    .orderBy('fromOn')
    .orderBy('busyTimeId')
}

type Row = { fromOn: string; toOn: string; halfDay: string | null; reason: string }

function grouped<R extends Row>(rows: readonly R[], key: (row: R) => string): Map<string, BusyTime[]> {
  const times = new Map<string, BusyTime[]>()
  for (const row of rows) {
    const { fromOn, toOn, halfDay, reason } = row
    const time: BusyTime = { from: fromOn, to: toOn, halfDay: halfDay as BusyTime['halfDay'], reason }
    times.set(key(row), [...(times.get(key(row)) ?? []), time])
  }
  return times
}
