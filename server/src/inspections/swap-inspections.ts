import type { swapInspections as contract } from '@cchc/domain/inspections/contract.ts'
import { isSameSlot } from '@cchc/domain/inspections/slot.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionView } from './inspection-view.ts'
import { lockMovable, type Movable, type Placing, placeVisit, requireReason } from './place-visit.ts'
import { requireSlot } from './require-slot.ts'
import { lockHalfDays } from './roster-facts.ts'
import { slotOf } from './slot-facts.ts'

/** Lets two visits change their half-days and groups in one go; each is judged as if the other had left. Basis: QĐ 2251/QĐ-UBND, mục III.1, IV.1, IV.3. */
export const swapInspections: Act<typeof contract> = async (context, { params, body }) => {
  const [one, other] = await lockBoth(context, params.inspectionId, body)
  const [toOne, toOther] = [placeOf(other, body.reason), placeOf(one, body.reason)]
  if (one.inspection.campaignId !== other.inspection.campaignId)
    throw new Refusal('nothing-to-swap', { why: 'hai cuộc thuộc hai đợt kiểm tra' })
  requireReason(one.inspection, toOne)
  requireReason(other.inspection, toOther)
  await lockHalfDays(context.db, [toOne, toOther])
  const keepsRoster = true
  await requireSlot(context, one.inspection, toOne, { keepsRoster, without: other.inspection.inspectionId })
  await requireSlot(context, other.inspection, toOther, { keepsRoster, without: one.inspection.inspectionId })
  if (!isSameSlot(toOne, toOther) || toOne.teamGroup !== toOther.teamGroup) {
    // Neither may stand on the other's half-day, not for a moment.
    await context.db
      .updateTable('inspections')
      .set({ visitOn: null, halfDay: null })
      .where('inspectionId', 'in', [one.inspection.inspectionId, other.inspection.inspectionId])
      .execute()
    await placeVisit(context, one, toOne, { swappedWith: other.inspection.inspectionId })
    await placeVisit(context, other, toOther, { swappedWith: one.inspection.inspectionId })
  }
  return {
    inspections: [
      await inspectionView(context, one.inspection.inspectionId),
      await inspectionView(context, other.inspection.inspectionId),
    ],
  }
}

/** Locks both in the order of their ids, so that two swaps of one pair never wait for each other. */
async function lockBoth(
  context: Context,
  inspectionId: string,
  { revision, withInspectionId, withRevision }: { revision: number; withInspectionId: string; withRevision: number },
): Promise<[Movable, Movable]> {
  if (inspectionId === withInspectionId) throw new Refusal('nothing-to-swap', { why: 'đây là cùng một buổi' })
  const wanted = [
    { id: inspectionId, revision },
    { id: withInspectionId, revision: withRevision },
  ]
  const locked = new Map<string, Movable>()
  for (const { id, revision } of wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    locked.set(id, await lockMovable(context, id, revision))
  return [locked.get(inspectionId)!, locked.get(withInspectionId)!]
}

function placeOf({ inspection }: Movable, reason: string | null): Placing {
  const slot = slotOf(inspection)
  if (!slot) throw new Refusal('nothing-to-swap', { why: 'một buổi chưa có lịch' })
  return { ...slot, teamGroup: inspection.teamGroup, reason }
}
