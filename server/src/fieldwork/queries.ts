import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import type { AttendanceRow, FindingKind, FindingView, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { RosterSeat } from '@cchc/domain/fieldwork/expected-attendance.ts'
import type { Verification } from '@cchc/domain/fieldwork/figures.ts'
import type { VisitStanding } from '@cchc/domain/fieldwork/rules.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { teamInspections, visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { readGuestSeats } from '../thematic/queries.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

function selectGround(db: Db, viewer: Viewer) {
  return teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoin('visits', 'visits.inspectionId', 'inspections.inspectionId')
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'inspections.kind',
      'inspections.state as inspectionState',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.place',
      'units.unitCode',
      'units.name as unitShortName',
      'units.fullName as unitName',
      'units.type as unitType',
      'units.advisoryFields',
      'campaigns.year',
      'campaigns.outlineVersionId as campaignOutline',
      'selfReports.selfReportId',
      'selfReports.outlineVersionId as reportOutline',
      'selfReports.sentAt',
      'selfReports.verdict',
      'selfReports.daysLate',
      'visits.state as visitState',
      'visits.startedAt',
      'visits.endedAt',
      'visits.chair',
      'visits.secretary',
      'visits.exchange',
      'visits.unitOpinion',
      'visits.attendance',
      'visits.attendanceRevision',
      'visits.revision',
    ])
}

/** A visit with the inspection, unit, campaign and report that it stands on. */
export type VisitGround = Awaited<ReturnType<ReturnType<typeof selectGround>['execute']>>[number]

/** What one visit stands on, or `no-such-inspection`. */
export async function getVisitGround({ db, viewer }: Seen, inspectionId: string): Promise<VisitGround> {
  const row = await selectGround(db, viewer).where('inspections.inspectionId', '=', inspectionId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return row
}

/** What the rules of `domain/fieldwork` are asked by, for this viewer. */
export function standingOf(
  viewer: Viewer,
  ground: Pick<VisitGround, 'visitState' | 'inspectionState' | 'visitOn'>,
  roster: readonly SeatRow[],
): VisitStanding {
  return {
    viewer,
    seat: roster.find((seat) => seat.personId === viewer.personId) ?? null,
    visitState: (ground.visitState ?? 'not-started') as VisitView['state'],
    inspectionState: ground.inspectionState as InspectionState,
    visitOn: ground.visitOn,
  }
}

export type SeatRow = RosterSeat & { readonly personId: string | null }

/** Who goes to the visit, in the order of the roster; then the guests of merged thematic inspections. */
export async function readRoster(db: Db, inspectionId: string): Promise<SeatRow[]> {
  const rows = await db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .leftJoin('units', 'units.unitCode', 'teamMembers.agencyCode')
    .select([
      'teamMembers.personId',
      'people.fullName',
      'teamMembers.post',
      'units.fullName as agencyName',
      'teamMembers.role',
      'inspectionRoster.fieldKeys',
    ])
    .where('inspectionRoster.inspectionId', '=', inspectionId)
    .orderBy('inspectionRoster.position')
    .execute()
  const seats: SeatRow[] = rows.map((row) => {
    const role = row.role as SeatRow['role']
    return { ...row, role, roleName: teamRoleNames[role] }
  })
  const isOnRoster = (personId: string | null) => personId !== null && seats.some((seat) => seat.personId === personId)
  const guests = (await readGuestSeats(db, inspectionId)).filter(({ personId }) => !isOnRoster(personId))
  return [
    ...seats,
    ...guests.map((guest) => ({ ...guest, role: 'member' as const, roleName: 'Kiểm tra chuyên đề', fieldKeys: [] })),
  ]
}

/** The inspected unit's own people, its heads first. */
export async function readUnitPeople(db: Db, unitCode: string): Promise<{ fullName: string; post: string }[]> {
  const rows = await db
    .selectFrom('people')
    .select(['fullName', 'post', 'roles'])
    .where('unitCode', '=', unitCode)
    .where('disabled', '=', false)
    .orderBy('fullName')
    .execute()
  const ofRole = (role: string) => rows.filter(({ roles }) => roles.includes(role))
  const heads = ofRole('unit-head')
  return [...heads, ...ofRole('unit-officer').filter((officer) => !heads.includes(officer))]
}

/** Where an unannounced visit went, in the order of its plan; a planned one has the place of its notice alone. */
export async function readPlaces(db: Db, inspectionId: string): Promise<VisitView['places']> {
  const rows = await db
    .selectFrom('inspectionPlaces')
    .select(['placeId', 'name', 'address', 'arrivedAt', 'leftAt'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('position')
    .execute()
  return rows
}

/** What was verified at a visit, by item key. */
export async function readVerifications(db: Db, inspectionId: string): Promise<Map<string, Verification>> {
  const rows = await db
    .selectFrom('verifiedFigures')
    .innerJoin('people', 'people.personId', 'verifiedFigures.verifiedBy')
    .select(['itemKey', 'verified', 'reason', 'people.fullName as verifiedBy', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  return new Map(rows.map(({ itemKey, ...verification }) => [itemKey, verification]))
}

/** Findings of the inspections that this viewer may know, in the order they were recorded; filter before running. */
export function selectFindings(db: Db, viewer: Viewer) {
  return visibleInspections(db, viewer)
    .innerJoin('findings', 'findings.inspectionId', 'inspections.inspectionId')
    .innerJoin('people', 'people.personId', 'findings.recordedBy')
    .select([
      'findings.findingId',
      'findings.inspectionId',
      'findings.fieldKey',
      'findings.kind',
      'findings.text',
      'findings.cause',
      'findings.responsible',
      'findings.registrationId',
      'findings.recordedBy as recorderId',
      'people.fullName as recordedBy',
      'findings.recordedAt',
      'findings.revision',
    ])
    .orderBy('findings.recordedAt')
    .orderBy('findings.recordedOrder')
}

export type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['execute']>>[number]

/** One row of `selectFindings` as the contract's view. */
export function findingView(viewer: Viewer, { recorderId, inspectionId: _, kind, ...row }: FindingRow): FindingView {
  return { ...row, kind: kind as FindingKind, mine: recorderId === viewer.personId }
}

/** The findings of one inspection in the order they were recorded. */
export async function readFindings({ db, viewer }: Seen, inspectionId: string): Promise<FindingView[]> {
  const rows = await selectFindings(db, viewer).where('findings.inspectionId', '=', inspectionId).execute()
  return rows.map((row) => findingView(viewer, row))
}

/** One finding, or undefined. */
export async function findFinding({ db, viewer }: Seen, findingId: string): Promise<FindingRow | undefined> {
  return selectFindings(db, viewer).where('findings.findingId', '=', findingId).executeTakeFirst()
}

/** The attendance as it was saved. */
export function attendanceOf({ attendance }: Pick<VisitGround, 'attendance'>): AttendanceRow[] {
  return (attendance ?? []) as AttendanceRow[]
}
