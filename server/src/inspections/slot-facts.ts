import { belongsToOffice } from '@cchc/domain/access/permissions.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type { Slot, SlotFacts, StandingVisit } from '@cchc/domain/inspections/slot.ts'
import type { InspectionKind, InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { readBusyPeople, readBusyUnits } from '../availability/queries.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { type InspectionRecord, visibleInspections } from './queries.ts'

/** Another visit of the stretch, with what says whether it could change places. */
export interface OtherVisit extends StandingVisit {
  readonly state: InspectionState
  readonly leadWorkingDays: number
}

/** What half-days of one visit are judged by, read once for a stretch of days. */
export interface VisitFacts extends SlotFacts {
  readonly others: readonly OtherVisit[]
  /** Groups that the team can split into. */
  readonly teamGroups: number
}

interface Asked {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The group that would go; the visit's own unless said. Refuses with `no-such-group`. */
  readonly teamGroup?: number
  /** A visit that is judged as if it were not there. */
  readonly without?: string
  readonly keepsRoster: boolean
}

/** Reads in one pass all that the half-days of a stretch are judged by for this visit. */
export async function readSlotFacts(context: Context, inspection: InspectionRecord, asked: Asked): Promise<VisitFacts> {
  const { db, viewer, today } = context
  const { from, to, teamGroup = inspection.teamGroup, without, keepsRoster } = asked
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const { noticeWorkingDays, teamGroups } = campaign.scheduling
  if (asked.teamGroup !== undefined && asked.teamGroup !== inspection.teamGroup && asked.teamGroup > teamGroups)
    throw new Refusal('no-such-group', { group: asked.teamGroup, groups: teamGroups })
  const calendar = await readCalendar(db)
  const roster = await rosterPeople(db, inspection.inspectionId)
  const busyPeople = await readBusyPeople(
    db,
    roster.map(({ personId }) => personId),
    from,
    to,
  )
  const busyUnits = await readBusyUnits(db, [inspection.unitCode], from, to)
  const unit = await unitOf(db, inspection)
  const others = await otherVisits(context, inspection.inspectionId, from, to)
  return {
    campaignId: inspection.campaignId,
    today,
    periodFrom: campaign.periodFrom,
    periodTo: campaign.periodTo,
    leadWorkingDays: inspection.leadWorkingDays,
    reportExtendedTo: inspection.reportExtendedTo,
    calendar,
    reportSentOn: unit.sentAt && dateInVietnam(unit.sentAt),
    standsOn: slotOf(inspection),
    teamGroup,
    noticeWorkingDays,
    unit: { name: unit.fullName, busy: busyUnits.get(inspection.unitCode) ?? [] },
    roster: roster.map(({ personId, fullName }) => ({
      personId,
      name: fullName,
      busy: busyPeople.get(personId) ?? [],
    })),
    others: others.filter(({ inspectionId }) => inspectionId !== without),
    tellsReasons: belongsToOffice(viewer),
    keepsRoster,
    teamGroups,
  }
}

/** Where a visit stands; null before it is scheduled. */
export function slotOf({ visitOn, halfDay }: Pick<InspectionRecord, 'visitOn' | 'halfDay'>): Slot | null {
  return visitOn === null ? null : { visitOn, halfDay: halfDay as HalfDay }
}

async function unitOf(db: Db, { unitCode, inspectionId }: InspectionRecord) {
  return db
    .selectFrom('units')
    .leftJoin('selfReports', (join) => join.on('selfReports.inspectionId', '=', inspectionId))
    .select(['units.fullName', 'selfReports.sentAt'])
    .where('units.unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
}

/** Who of a roster has an account, in the roster's order. */
export async function rosterPeople(db: Db, inspectionId: string): Promise<{ personId: string; fullName: string }[]> {
  return db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .innerJoin('people', 'people.personId', 'teamMembers.personId')
    .select(['people.personId', 'people.fullName'])
    .where('inspectionRoster.inspectionId', '=', inspectionId)
    .orderBy('inspectionRoster.position')
    .execute()
}

async function otherVisits(
  { db, viewer }: Context,
  inspectionId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OtherVisit[]> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'units.fullName as unitName',
      'inspections.kind',
      'inspections.state',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.teamGroup',
      'inspections.leadWorkingDays',
      sql<string[]>`array(
        select seat.person_id from inspection_roster roster
        join team_members seat on seat.team_member_id = roster.team_member_id
        where roster.inspection_id = inspections.inspection_id and seat.person_id is not null
      )`.as('personIds'),
    ])
    .where('inspections.visitOn', '>=', from)
    .where('inspections.visitOn', '<=', to)
    // A merged one takes place inside another visit.
    .where('inspections.state', 'not in', ['cancelled', 'registered', 'merged'])
    .where('inspections.inspectionId', '<>', inspectionId)
    .orderBy('inspections.visitOn')
    .orderBy('units.fullName')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as InspectionKind,
    state: row.state as InspectionState,
    visitOn: row.visitOn!,
    halfDay: row.halfDay as HalfDay,
  }))
}
