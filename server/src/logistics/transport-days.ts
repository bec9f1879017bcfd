import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import type { DayPerson, TransportDay } from '@cchc/domain/logistics/contract.ts'
import { type RouteStop, routesOfDay } from '@cchc/domain/logistics/route.ts'
import { isSameRider, transportProblems } from '@cchc/domain/logistics/transport.ts'
import type { Place } from '@cchc/domain/units/distance.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { tripsOfTheDays, tripViews } from './trips.ts'

/** A visit in one of these takes the team somewhere; a merged thematic one goes in the vehicle of its host. */
const travelling: InspectionState[] = ['scheduled', 'announced', 'visited', 'concluded', 'closed', 'opened', 'separate']

interface Stretch {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Every day of a stretch that has a visit or a vehicle, with who goes, the trips, the way and what is wrong, in date order. */
export async function readTransportDays(
  context: Context,
  campaign: SettledCampaign,
  stretch: Stretch,
): Promise<TransportDay[]> {
  const { db, viewer, settings } = context
  const { officeLat, officeLon } = settings
  const office = officeLat === null || officeLon === null ? null : { lat: officeLat, lon: officeLon }
  const visits = await readVisits(context, campaign.campaignId, stretch)
  const goers = await readGoers(
    context,
    visits.map(({ inspectionId }) => inspectionId),
  )
  const rows = await tripsOfTheDays(db, viewer, campaign.campaignId)
    .where('travelOn', '>=', stretch.from)
    .where('travelOn', '<=', stretch.to)
    .execute()
  const trips = await tripViews(db, rows)
  const days = [...new Set([...visits.map(({ visitOn }) => visitOn), ...trips.map(({ travelOn }) => travelOn)])].sort()
  return days.map((day) => {
    const ofDay = visits.filter(({ visitOn }) => visitOn === day)
    const people = peopleOfDay(
      ofDay.map(({ inspectionId, halfDay }) => ({ halfDay, goers: goers.get(inspectionId) ?? [] })),
    )
    const tripsOfDay = trips.filter(({ travelOn }) => travelOn === day)
    const stops = ofDay.map((visit): RouteStop => ({ ...visit, name: visit.unitName, place: placeOf(visit, office) }))
    return {
      day,
      visits: ofDay.map(({ visitOn: _, unitType: __, lat: ___, lon: ____, ...visit }) => visit),
      people,
      trips: tripsOfDay,
      routes: routesOfDay(office, stops, campaign.scheduling.roadFactor),
      problems: transportProblems({ day, visits: ofDay, people, trips: tripsOfDay }),
    }
  })
}

async function readVisits({ db, viewer }: Context, campaignId: string, { from, to }: Stretch) {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'units.type as unitType',
      'units.lat',
      'units.lon',
      'visitOn',
      'halfDay',
      'place',
      'teamGroup',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.state', 'in', travelling)
    .where('visitOn', '>=', from)
    .where('visitOn', '<=', to)
    .orderBy('visitOn')
    .orderBy('halfDay', 'desc')
    .orderBy('teamGroup')
    .orderBy('inspections.inspectionId')
    .execute()
  return rows.map(({ visitOn, halfDay, ...row }) => ({ ...row, visitOn: visitOn!, halfDay: halfDay as HalfDay }))
}

/** Departments stand at the office. */
function placeOf(
  unit: { unitType: string; lat: number | null; lon: number | null },
  office: Place | null,
): Place | null {
  if (unit.lat !== null && unit.lon !== null) return { lat: unit.lat, lon: unit.lon }
  return unit.unitType === 'department' ? office : null
}

type Goer = Omit<DayPerson, 'halfDays'>

/** Who goes to each visit, in the order of its roster. */
async function readGoers(context: Context, inspectionIds: readonly string[]): Promise<Map<string, Goer[]>> {
  if (inspectionIds.length === 0) return new Map()
  const rows = await context.db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .leftJoin('units', 'units.unitCode', 'teamMembers.agencyCode')
    .select([
      'inspectionRoster.inspectionId',
      'inspectionRoster.teamMemberId',
      'teamMembers.personId',
      'people.fullName',
      'teamMembers.post',
      'units.fullName as agencyName',
    ])
    .where('inspectionRoster.inspectionId', 'in', inspectionIds)
    .orderBy('inspectionRoster.position')
    .execute()
  const goers = new Map<string, Goer[]>()
  for (const { inspectionId, fullName, ...row } of rows)
    goers.set(inspectionId, [...(goers.get(inspectionId) ?? []), { ...row, name: fullName ?? row.post, guest: false }])
  for (const { inspectionId, ...guest } of await readGuests(context, inspectionIds))
    goers.set(inspectionId, [...(goers.get(inspectionId) ?? []), guest])
  return goers
}

/** Whom the departments send whose thematic inspections take place inside these visits. Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2. */
async function readGuests(
  { db, viewer }: Context,
  inspectionIds: readonly string[],
): Promise<(Goer & { inspectionId: string })[]> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('thematicPeople', 'thematicPeople.registrationId', 'inspections.registrationId')
    .leftJoin('units', 'units.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'inspections.mergedInto',
      'thematicPeople.personId',
      'thematicPeople.fullName as name',
      'thematicPeople.post',
      'units.fullName as agencyName',
    ])
    .where('inspections.state', '=', 'merged')
    .where('inspections.mergedInto', 'in', inspectionIds)
    .orderBy('thematicRegistrations.createdAt')
    .orderBy('thematicRegistrations.registrationOrder')
    .orderBy('thematicPeople.position')
    .execute()
  return rows.map(({ mergedInto, ...row }) => ({ ...row, inspectionId: mergedInto!, teamMemberId: null, guest: true }))
}

/** Each person once, with the half-days they are needed in. */
function peopleOfDay(visits: readonly { halfDay: HalfDay; goers: readonly Goer[] }[]): DayPerson[] {
  const people: DayPerson[] = []
  for (const { halfDay, goers } of visits)
    for (const goer of goers) {
      const known = people.findIndex((person) => isSameRider(person, goer))
      if (known < 0) people.push({ ...goer, halfDays: [halfDay] })
      else people[known] = { ...people[known]!, halfDays: [...new Set([...people[known]!.halfDays, halfDay])] }
    }
  return people
}
