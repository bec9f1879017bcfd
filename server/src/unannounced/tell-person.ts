import { Refusal } from '@cchc/domain/refusals.ts'
import type { tellPerson as tellContract, untellPerson as untellContract } from '@cchc/domain/unannounced/contract.ts'
import { actionsNow } from '@cchc/domain/unannounced/rules.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addToCircle } from './keep-plan.ts'
import { findLeader, lockUnannounced, standingOf, type UnannouncedRecord } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/** Tells one more person; who told whom, when and why stays on record. Basis: QĐ 2251/QĐ-UBND, mục III.4b. */
export const tellPerson: Act<typeof tellContract> = async (context, { params, body }) => {
  await lockForTelling(context, params.inspectionId)
  await addToCircle(context, params.inspectionId, [body.personId], body.why)
  return unannouncedView(context, params.inspectionId)
}

/** Shows it no longer to one who was told, such as by mistake. Nobody forgets by it: the record of the telling stays. */
export const untellPerson: Act<typeof untellContract> = async (context, { params }) => {
  const { db, record } = context
  const { inspectionId, personId } = params
  const row = await lockForTelling(context, inspectionId)
  const person = await db
    .selectFrom('inspectionCircle')
    .innerJoin('people', 'people.personId', 'inspectionCircle.personId')
    .select('people.fullName')
    .where('inspectionId', '=', inspectionId)
    .where('inspectionCircle.personId', '=', personId)
    .executeTakeFirst()
  if (!person) throw new Refusal('no-such-person')
  if (personId === row.proposerId || personId === (await findLeader(db, row.campaignId)))
    throw new Refusal('always-told', { name: person.fullName })
  if (personId === context.viewer.personId) throw new Refusal('not-permitted')
  await record('unannounced.untell', inspectionId, { personId, reason: person.fullName }, inspectionId)
  await db
    .deleteFrom('inspectionCircle')
    .where('inspectionId', '=', inspectionId)
    .where('personId', '=', personId)
    .execute()
  return unannouncedView(context, inspectionId)
}

async function lockForTelling(context: Context, inspectionId: string): Promise<UnannouncedRecord> {
  const row = await lockUnannounced(context, inspectionId)
  if (actionsNow(standingOf(context.viewer, row), context.today).includes('tell')) return row
  throw row.isTold
    ? new Refusal('wrong-state', {
        act: 'đổi người được biết',
        what: 'cuộc kiểm tra đột xuất',
        state: 'Đã công bố hoặc đã kết thúc',
      })
    : new Refusal('no-such-inspection')
}
