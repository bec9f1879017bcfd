import type {
  addBusyTime as addContract,
  BusyTimeBody,
  changeBusyTime as changeContract,
  removeBusyTime as removeContract,
} from '@cchc/domain/availability/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { busyTimeView, getBusyTimeForUpdate, requireMayKeep, subjectOf } from './busy-times.ts'
import { tellOfBusy } from './tell-of-busy.ts'

/** Enters when a person or a unit cannot take part in a visit. Why they are busy stays out of the history. */
export const addBusyTime: Act<typeof addContract> = async (context, { body }) => {
  const { db, viewer, now, record } = context
  const subject = subjectOf(viewer, body)
  await requireMayKeep(context, subject)
  const row = await db
    .insertInto('busyTimes')
    .values({ ...subject, ...columnsOf(body), enteredBy: viewer.personId, enteredAt: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('busy-time.add', row.busyTimeId, { ...subject, ...daysOf(body) })
  await tellOfBusy(context, subject, [daysOf(body)])
  return busyTimeView(viewer, row)
}

export const changeBusyTime: Act<typeof changeContract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const before = await getBusyTimeForUpdate(context, params.busyTimeId)
  if (before.revision !== body.revision)
    throw new Refusal('changed-meanwhile', { what: 'Lịch bận' }, busyTimeView(viewer, before))
  const row = await db
    .updateTable('busyTimes')
    .set((eb) => ({ ...columnsOf(body), revision: eb('revision', '+', 1) }))
    .where('busyTimeId', '=', params.busyTimeId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const from = { from: before.fromOn, to: before.toOn, halfDay: before.halfDay }
  await record('busy-time.change', params.busyTimeId, { from, to: daysOf(body) })
  const moved = from.from !== body.from || from.to !== body.to || from.halfDay !== body.halfDay
  if (moved) await tellOfBusy(context, subjectOf(viewer, before), [daysOf(body)])
  return busyTimeView(viewer, row)
}

export const removeBusyTime: Act<typeof removeContract> = async (context, { params }) => {
  const { fromOn, toOn, halfDay, personId, unitCode } = await getBusyTimeForUpdate(context, params.busyTimeId)
  await context.db.deleteFrom('busyTimes').where('busyTimeId', '=', params.busyTimeId).execute()
  await context.record('busy-time.remove', params.busyTimeId, { personId, unitCode, from: fromOn, to: toOn, halfDay })
  return { done: true as const }
}

const daysOf = ({ from, to, halfDay }: BusyTimeBody) => ({ from, to, halfDay })
const columnsOf = ({ from, to, halfDay, reason }: BusyTimeBody) => ({ fromOn: from, toOn: to, halfDay, reason })
