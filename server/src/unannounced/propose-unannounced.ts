import { randomUUID } from 'node:crypto'
import { mayBeTold } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { proposeUnannounced as contract } from '@cchc/domain/unannounced/contract.ts'
import { planRefusal } from '@cchc/domain/unannounced/rules.ts'
import { campaignStateNames, getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { addToCircle, keepPlacesAndPeople, requireUnit } from './keep-plan.ts'
import { findLeader } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/** All of one place in lists: after the plan, whatever their number, so that no gap tells of one. */
const afterThePlan = 10_000

/**
 * Proposes an unannounced inspection to the leader. Its proposer, the leader and those chosen are told, and nobody else.
 * Basis: QĐ 2251/QĐ-UBND, mục II.2, III.4b (proposed by the office).
 */
export const proposeUnannounced: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  if (!mayBeTold(viewer)) throw new Refusal('administrators-see-no-secrets')
  const campaign = await getSettledCampaign(db, params.campaignId)
  if (campaign.state !== 'running')
    throw new Refusal('wrong-state', {
      act: 'đề xuất kiểm tra đột xuất',
      what: 'đợt kiểm tra',
      state: campaignStateNames[campaign.state] ?? campaign.state,
      way: 'Chỉ đề xuất được trong đợt đang chạy.',
    })
  const refusal = planRefusal(body, campaign, today)
  if (refusal) throw refusal
  await requireUnit(context, body.unitCode)
  const leaderId = await findLeader(db, campaign.campaignId)
  if (!leaderId) throw new Refusal('no-leader-named')
  const inspectionId = randomUUID()
  const { unitCode, visitOn, halfDay, reasons, notes } = body
  await db
    .insertInto('inspections')
    .values({
      inspectionId,
      campaignId: campaign.campaignId,
      unitCode,
      year: campaign.year,
      kind: 'unannounced',
      state: 'proposed',
      visitOn,
      halfDay,
      leadWorkingDays: campaign.leadWorkingDays,
      position: afterThePlan,
    })
    .execute()
  await db
    .updateTable('inspectionCircle')
    .set({ toldAt: now, why: 'Người đề xuất' })
    .where('inspectionId', '=', inspectionId)
    .where('personId', '=', viewer.personId)
    .execute()
  await db
    .insertInto('unannouncedInspections')
    .values({ inspectionId, reasons, notes, proposedBy: viewer.personId, proposedAt: now })
    .execute()
  await record('unannounced.propose', inspectionId, { unitCode, visitOn, halfDay }, inspectionId)
  await keepPlacesAndPeople(context, inspectionId, body)
  await addToCircle(context, inspectionId, [leaderId, ...body.circle], '')
  return unannouncedView(context, inspectionId)
}
