import type { moveInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionView } from './inspection-view.ts'
import { lockMovable, placeVisit, requireReason } from './place-visit.ts'
import { requireSlot } from './require-slot.ts'

/**
 * Moves a scheduled visit to another half-day or group, its place and roster as they are. Moved back at once by the same person
 * it is undone: the notice that the move had let lapse stands again. Basis: QĐ 2251/QĐ-UBND, mục III.1, IV.1, IV.3.
 */
export const moveInspection: Act<typeof contract> = async (context, { params, body }) => {
  const movable = await lockMovable(context, params.inspectionId, body.revision)
  const { inspection } = movable
  if (inspection.visitOn === null)
    throw new Refusal('wrong-state', {
      act: 'dời lịch',
      what: 'cuộc kiểm tra',
      state: 'Chưa xếp lịch',
      way: 'Xếp lịch với địa điểm và thành phần trước.',
    })
  requireReason(inspection, body)
  const to = { ...body, teamGroup: body.teamGroup ?? inspection.teamGroup }
  await requireSlot(context, inspection, to, { keepsRoster: true })
  await placeVisit(context, movable, to)
  return inspectionView(context, inspection.inspectionId)
}
