import { holds } from '@cchc/domain/access/permissions.ts'
import { type InspectionState, inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { editUnannounced as contract, UnannouncedPlan } from '@cchc/domain/unannounced/contract.ts'
import { actionsNow, needsNewOrder, planRefusal } from '@cchc/domain/unannounced/rules.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { stateAfter } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addToCircle, keepPlacesAndPeople, requireUnit, tellCircle } from './keep-plan.ts'
import { findLeader, lockUnannounced, standingOf, type UnannouncedRecord } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/** Changes a proposal, or what was ordered; another unit, reason or half-day asks the leader for a new order unless they change it themselves. */
export const editUnannounced: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, today, record } = context
  const { inspectionId } = params
  const before = await lockUnannounced(context, inspectionId)
  requireEditable(context, before)
  if (before.revision !== body.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Cuộc kiểm tra đột xuất' },
      await unannouncedView(context, inspectionId),
    )
  const { plan } = body
  const campaign = await getSettledCampaign(db, before.campaignId)
  const refusal = plan.visitOn === before.visitOn ? null : planRefusal(plan, campaign, today)
  if (refusal) throw refusal
  await requireUnit(context, plan.unitCode)
  const asksAgain =
    before.state === 'ordered' &&
    !holds(viewer, 'unannounced.order') &&
    needsNewOrder({ ...before, halfDay: before.halfDay as UnannouncedPlan['halfDay'] }, plan)
  await db
    .updateTable('inspections')
    .set((eb) => ({
      state: asksAgain ? stateAfter(before, 'revise') : before.state,
      unitCode: plan.unitCode,
      visitOn: plan.visitOn,
      halfDay: plan.halfDay,
      revision: eb('revision', '+', 1),
    }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await db
    .updateTable('unannouncedInspections')
    .set({
      reasons: plan.reasons,
      notes: plan.notes,
      ...(asksAgain ? { orderedBy: null, orderedAt: null } : {}),
    })
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record(
    'unannounced.edit',
    inspectionId,
    { asksAgain, visitOn: plan.visitOn, halfDay: plan.halfDay },
    inspectionId,
  )
  await keepPlacesAndPeople(context, inspectionId, plan)
  await addToCircle(context, inspectionId, plan.circle, '')
  const leaderId = await findLeader(db, before.campaignId)
  if (asksAgain && leaderId) await tellCircle(context, inspectionId, 'unannounced.edit', [leaderId])
  return unannouncedView(context, inspectionId)
}

function requireEditable({ viewer, today }: Context, row: UnannouncedRecord): void {
  if (actionsNow(standingOf(viewer, row), today).includes('edit')) return
  if (!row.isTold) throw new Refusal('no-such-inspection')
  if (row.state !== 'proposed' && row.state !== 'ordered')
    throw new Refusal('wrong-state', {
      act: 'sửa',
      what: 'cuộc kiểm tra đột xuất',
      state: inspectionStateNames[row.state as InspectionState],
      way: 'Chỉ sửa được trước khi công bố tại chỗ.',
    })
  throw new Refusal('not-permitted')
}
