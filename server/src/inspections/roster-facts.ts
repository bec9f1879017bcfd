import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { type RosterGap, type RosterQuestion, rosterGaps, seatsForSlot } from '@cchc/domain/inspections/roster.ts'
import type { Slot } from '@cchc/domain/inspections/slot.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { readBusyPeople } from '../availability/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { readFields, readSeats } from '../campaigns/team-views.ts'
import type { Context, Db } from '../platform/context.ts'
import { type InspectionRecord, visibleInspections } from './queries.ts'

/** The team as one half-day finds it: who is busy, who goes to another visit then; what a roster is judged by. */
export async function rosterQuestion(
  context: Context,
  { campaignId, inspectionId }: Pick<InspectionRecord, 'campaignId' | 'inspectionId'>,
  slot: Slot,
) {
  const { db } = context
  const { scheduling } = await getSettledCampaign(db, campaignId)
  const seats = await readSeats(db, campaignId)
  const people = seats.flatMap(({ personId }) => personId ?? [])
  const busy = await readBusyPeople(db, people, slot.visitOn, slot.visitOn)
  const elsewhere = await peopleElsewhere(context, people, slot, inspectionId)
  return {
    quorum: scheduling.rosterQuorum,
    fields: await readFields(db, campaignId),
    seats: seatsForSlot(seats, slot, busy, elsewhere),
  } satisfies RosterQuestion
}

/** What the roster of a visit lacks as it stands; empty before the visit has its half-day. */
export async function standingGaps(context: Context, inspection: InspectionRecord): Promise<RosterGap[]> {
  const { visitOn, halfDay } = inspection
  if (!visitOn || !halfDay) return []
  const roster = await context.db
    .selectFrom('inspectionRoster')
    .select(['teamMemberId', 'fieldKeys'])
    .where('inspectionId', '=', inspection.inspectionId)
    .orderBy('position')
    .execute()
  return rosterGaps(await rosterQuestion(context, inspection, { visitOn, halfDay: halfDay as HalfDay }), roster)
}

/**
 * Which of these people go to another visit in a half-day, and to which unit. Planned visits and thematic ones of their own
 * only: whoever is on an unannounced one is free to all who ask.
 */
async function peopleElsewhere(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  personIds: readonly string[],
  { visitOn, halfDay }: Slot,
  exceptInspectionId: string,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('inspectionRoster', 'inspectionRoster.inspectionId', 'inspections.inspectionId')
    .select(['inspectionRoster.takenPersonId as personId', 'units.fullName'])
    .where('inspectionRoster.takenPersonId', 'in', personIds)
    .where('inspectionRoster.takenOn', '=', visitOn)
    .where('inspectionRoster.takenHalfDay', '=', halfDay)
    .where('inspections.inspectionId', '<>', exceptInspectionId)
    .execute()
  return new Map(rows.map(({ personId, fullName }) => [personId!, fullName]))
}

/** Refuses with `person-elsewhere` for the first of these seats whose person goes to another visit then. */
export async function requireNobodyElsewhere(
  context: Context,
  inspection: Pick<InspectionRecord, 'campaignId' | 'inspectionId'>,
  slot: Slot,
  teamMemberIds: readonly string[],
): Promise<void> {
  const seats = (await readSeats(context.db, inspection.campaignId)).filter(({ teamMemberId }) =>
    teamMemberIds.includes(teamMemberId),
  )
  const people = seats.flatMap(({ personId }) => personId ?? [])
  const elsewhere = await peopleElsewhere(context, people, slot, inspection.inspectionId)
  for (const { personId, fullName, post } of seats) {
    const unit = personId && elsewhere.get(personId)
    if (unit) throw new Refusal('person-elsewhere', { name: fullName ?? post, unit })
  }
}

/**
 * Makes planners who fill the same half-day wait for one another, so that the later one is told what stands there by then,
 * with names; the constraints have the last word all the same. Several half-days are locked in one order. Released with the
 * transaction. Unannounced visits do not ask: waiting would tell of them.
 */
export async function lockHalfDays(db: Db, slots: readonly Slot[]): Promise<void> {
  const keys = [...new Set(slots.map(({ visitOn, halfDay }) => `half-day ${visitOn} ${halfDay}`))].sort()
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}
