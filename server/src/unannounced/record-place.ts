import { Refusal } from '@cchc/domain/refusals.ts'
import type { addPlace as addContract, recordPlace as recordContract } from '@cchc/domain/unannounced/contract.ts'
import { actionsNow, placeTimesRefusal } from '@cchc/domain/unannounced/rules.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { lockUnannounced, readPlaces, standingOf } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/** When the team came to a place and left it; the minutes say so. Basis: QĐ 2251/QĐ-UBND, mục III.3.2. */
export const recordPlace: Act<typeof recordContract> = async (context, { params, body }) => {
  const { db, now, record } = context
  const { inspectionId, placeId } = params
  await requireOnSite(context, inspectionId)
  const place = (await readPlaces(db, inspectionId)).find((one) => one.placeId === placeId)
  if (!place) throw new Refusal('no-such-place')
  const instant = (moment: string | null) => (moment === 'now' ? now : moment)
  const times = { arrivedAt: instant(body.arrivedAt), leftAt: instant(body.leftAt) }
  const wrong = placeTimesRefusal(times, now)
  if (wrong) throw wrong
  await db.updateTable('inspectionPlaces').set(times).where('placeId', '=', placeId).execute()
  await record('unannounced.place', inspectionId, { place: place.name, ...times }, inspectionId)
  return unannouncedView(context, inspectionId)
}

/** Adds a place that turned out to matter on site. */
export const addPlace: Act<typeof addContract> = async (context, { params, body }) => {
  const { db, record } = context
  const { inspectionId } = params
  await requireOnSite(context, inspectionId)
  const { length } = await readPlaces(db, inspectionId)
  await db
    .insertInto('inspectionPlaces')
    .values({ ...body, inspectionId, position: length })
    .execute()
  await record('unannounced.place', inspectionId, { place: body.name, added: true }, inspectionId)
  return unannouncedView(context, inspectionId)
}

async function requireOnSite(context: Context, inspectionId: string): Promise<void> {
  const row = await lockUnannounced(context, inspectionId)
  if (actionsNow(standingOf(context.viewer, row), context.today).includes('record-places')) return
  throw row.state === 'opened'
    ? new Refusal('not-on-roster')
    : new Refusal('wrong-state', {
        act: 'ghi địa điểm',
        what: 'cuộc kiểm tra đột xuất',
        state: 'Chưa mở tại chỗ hoặc đã kết thúc buổi kiểm tra',
      })
}
