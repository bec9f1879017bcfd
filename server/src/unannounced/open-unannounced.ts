import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { openedStates } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { openUnannounced as contract } from '@cchc/domain/unannounced/contract.ts'
import { openingRefusal } from '@cchc/domain/unannounced/rules.ts'
import { stateAfter } from '../inspections/queries.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { lockUnannounced, readCircle, readPeople, readPlaces, standingOf, type UnannouncedRecord } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/**
 * Opens it on site: from this moment it is an inspection like any other, known to its unit and to those who read inspections.
 * Its people become the roster. Opened twice at once, it is opened once. Basis: QĐ 2251/QĐ-UBND, mục III.3.2, III.4b.
 */
export const openUnannounced: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const { inspectionId } = params
  const row = await lockUnannounced(context, inspectionId)
  if (row.isTold && (openedStates as readonly string[]).includes(row.state))
    return unannouncedView(context, inspectionId)
  const refusal = openingRefusal(standingOf(viewer, row), today)
  if (refusal) throw refusal
  const place = (await readPlaces(db, inspectionId)).find(({ placeId }) => placeId === body.placeId)
  if (!place) throw new Refusal('no-such-place')
  const state = stateAfter(row, 'open')
  await db
    .updateTable('inspections')
    .set((eb) => ({
      state,
      visitOn: today,
      halfDay: row.halfDay ?? (formatInstant(now).slice(-5) < '12:00' ? 'morning' : 'afternoon'),
      place: [place.name, place.address].filter(Boolean).join(', '),
      revision: eb('revision', '+', 1),
    }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await db
    .updateTable('unannouncedInspections')
    .set({ openedBy: viewer.personId, openedAt: now })
    .where('inspectionId', '=', inspectionId)
    .execute()
  await db.updateTable('inspectionPlaces').set({ arrivedAt: now }).where('placeId', '=', place.placeId).execute()
  await record('inspection.open', inspectionId, { from: row.state, to: state, reason: place.name }, inspectionId)
  const going = await seatPeople(context, row)
  await tellEverybody(context, row, going)
  return unannouncedView(context, inspectionId)
}

/** Those who go take their seats on the roster; whoever has left the team meanwhile has none to take. */
async function seatPeople({ db }: Context, { inspectionId, campaignId }: UnannouncedRecord): Promise<string[]> {
  const people = await readPeople(db, inspectionId, campaignId)
  const seats = people.flatMap(({ teamMemberId, fieldKeys }) => (teamMemberId ? [{ teamMemberId, fieldKeys }] : []))
  if (seats.length > 0)
    await db
      .insertInto('inspectionRoster')
      .values(seats.map((seat, position) => ({ ...seat, inspectionId, position })))
      .execute()
  return people.map(({ personId }) => personId)
}

async function tellEverybody(
  context: Context,
  { inspectionId, unitCode, unitName }: UnannouncedRecord,
  going: string[],
) {
  const kind = 'inspection.open'
  const circle = (await readCircle(context.db, inspectionId)).map(({ personId }) => personId)
  await tell(context, {
    personIds: [...circle, ...going],
    inspectionId,
    kind,
    title: `Đã công bố kiểm tra đột xuất tại ${unitName}`,
    link: `/dot-xuat/${inspectionId}`,
  })
  await tell(context, {
    personIds: await peopleOfUnit(context, unitCode),
    inspectionId,
    kind,
    title: 'Đoàn kiểm tra công bố kiểm tra đột xuất tại đơn vị',
    body: 'Đề nghị cử người làm việc với Đoàn và cung cấp hồ sơ theo yêu cầu.',
    link: `/lich/${inspectionId}`,
  })
}
