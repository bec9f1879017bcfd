import type { scheduleInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionView } from './inspection-view.ts'
import { lockMovable, placeVisit, requireReason } from './place-visit.ts'
import type { InspectionRecord } from './queries.ts'
import { requireSlot } from './require-slot.ts'
import { lockHalfDays, requireNobodyElsewhere } from './roster-facts.ts'

type Body = Parameters<Act<typeof contract>>[1]['body']

/**
 * Gives a visit its half-day, place and roster, or moves it. A move recomputes the report's deadline and keeps why; a visit
 * whose notice is out needs a reason and then a new notice. Basis: QĐ 2251/QĐ-UBND, mục III.1, III.2a, IV.1, IV.3.
 */
export const scheduleInspection: Act<typeof contract> = async (context, { params, body }) => {
  const movable = await lockMovable(context, params.inspectionId, body.revision)
  const { inspection } = movable
  requireReason(inspection, body)
  const to = { ...body, teamGroup: inspection.teamGroup }
  await lockHalfDays(context.db, [to])
  await requireSlot(context, inspection, to, { keepsRoster: false })
  const seats = body.roster.map(({ teamMemberId }) => teamMemberId)
  await requireNobodyElsewhere(context, inspection, to, seats)
  // The roster that goes must not clash in the new half-day, only the one that comes.
  await sql`set constraints one_place_per_person_and_half_day deferred`.execute(context.db)
  await placeVisit(context, movable, to, {
    place: body.place,
    replaceRoster: () => replaceRoster(context, inspection, body),
  })
  await sql`set constraints one_place_per_person_and_half_day immediate`.execute(context.db)
  return inspectionView(context, inspection.inspectionId)
}

async function replaceRoster(
  { db }: Context,
  { inspectionId, campaignId }: InspectionRecord,
  { roster }: Body,
): Promise<void> {
  const known = await db.selectFrom('teamMembers').select('teamMemberId').where('campaignId', '=', campaignId).execute()
  const seats = new Set(known.map(({ teamMemberId }) => teamMemberId))
  if (roster.some(({ teamMemberId }) => !seats.has(teamMemberId))) throw new Refusal('no-such-team-member')
  await db.deleteFrom('inspectionRoster').where('inspectionId', '=', inspectionId).execute()
  if (roster.length === 0) return
  await db
    .insertInto('inspectionRoster')
    .values(roster.map((entry, position) => ({ ...entry, inspectionId, position })))
    .execute()
}
