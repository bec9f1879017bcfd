import { formatDate } from '@cchc/domain/formats/dates.ts'
import {
  type InspectionAct,
  type InspectionState,
  inspectionStateNames,
  nextInspectionState,
} from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Guest, ThematicPerson } from '@cchc/domain/thematic/guest.ts'
import { type InspectionRecord, inspectionsUnderYearRule, visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** Registrations that the viewer may see, which row-level security decides, with their department named; filter further before running. */
export function selectRegistrations(db: Db) {
  return db
    .selectFrom('thematicRegistrations')
    .innerJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .innerJoin('people as author', 'author.personId', 'thematicRegistrations.createdBy')
    .select([
      'thematicRegistrations.registrationId',
      'thematicRegistrations.campaignId',
      'thematicRegistrations.agencyCode',
      'agency.fullName as agencyName',
      'thematicRegistrations.title',
      'thematicRegistrations.content',
      'thematicRegistrations.legalBasis',
      'thematicRegistrations.fieldKeys',
      'author.fullName as createdBy',
      'thematicRegistrations.createdAt',
      'thematicRegistrations.revision',
    ])
}
export type RegistrationRow = Awaited<ReturnType<ReturnType<typeof selectRegistrations>['execute']>>[number]

/** One registration, locked until the transaction ends, or `no-such-registration`. */
export async function lockRegistration(db: Db, registrationId: string): Promise<RegistrationRow> {
  const row = await selectRegistrations(db)
    .where('thematicRegistrations.registrationId', '=', registrationId)
    .forUpdate('thematicRegistrations')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-registration')
  return row
}

/** A thematic inspection with its registration. */
export type ThematicRecord = InspectionRecord & { readonly registrationId: string } & Pick<
    RegistrationRow,
    'agencyCode' | 'agencyName' | 'title'
  > & { readonly unitName: string }

/**
 * One unit of a registration, locked; or `no-such-inspection`. `alsoLock` is locked with it in one order of ids, so that two
 * decisions about the same pair take turns.
 */
export async function lockThematic(
  { db, viewer }: Seen,
  inspectionId: string,
  alsoLock: readonly string[] = [],
): Promise<ThematicRecord> {
  await visibleInspections(db, viewer)
    .select('inspections.inspectionId')
    .where('inspections.inspectionId', 'in', [inspectionId, ...alsoLock])
    .orderBy('inspections.inspectionId')
    .forUpdate('inspections')
    .execute()
  return getThematic({ db, viewer }, inspectionId)
}

/** One unit of a registration that the viewer may see, or `no-such-inspection`. */
export async function getThematic({ db, viewer }: Seen, inspectionId: string): Promise<ThematicRecord> {
  const row = await visibleInspections(db, viewer)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .selectAll('inspections')
    .select([
      'thematicRegistrations.agencyCode',
      'agency.fullName as agencyName',
      'thematicRegistrations.title',
      'units.fullName as unitName',
    ])
    .where('inspections.inspectionId', '=', inspectionId)
    .where('inspections.kind', '=', 'thematic')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return { ...row, registrationId: row.registrationId! }
}

const actWords: Partial<Record<InspectionAct, string>> = {
  merge: 'lồng ghép',
  separate: 'cho kiểm tra riêng',
  unmerge: 'rút lại quyết định',
  visit: 'ghi đã kiểm tra',
  finish: 'đóng hồ sơ',
  cancel: 'rút đăng ký',
}

/** Moves a locked thematic inspection on by the state table, with what goes with the new state. Refuses with `wrong-state`. */
export async function moveThematic(
  { db }: Pick<Context, 'db'>,
  inspection: Pick<ThematicRecord, 'inspectionId' | 'state'>,
  act: InspectionAct,
  values: Partial<Pick<InspectionRecord, 'mergedInto' | 'exceptionId' | 'visitOn' | 'halfDay'>> = {},
): Promise<InspectionState> {
  const state = nextInspectionState(inspection.state as InspectionState, act)
  if (!state)
    throw new Refusal('wrong-state', {
      act: actWords[act] ?? 'làm việc này',
      what: 'cuộc kiểm tra chuyên đề',
      state: inspectionStateNames[inspection.state as InspectionState],
      way: 'Tải lại trang để xem bước hiện tại.',
    })
  await db
    .updateTable('inspections')
    .set((eb) => ({ ...values, state, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspection.inspectionId)
    .execute()
  return state
}

/** People of registrations by registration, in the order they were named. */
export async function readThematicPeople(
  db: Db,
  registrationIds: readonly string[],
): Promise<Map<string, ThematicPerson[]>> {
  const rows =
    registrationIds.length === 0
      ? []
      : await db
          .selectFrom('thematicPeople')
          .select(['registrationId', 'fullName', 'post', 'personId'])
          .where('registrationId', 'in', registrationIds)
          .orderBy('registrationId')
          .orderBy('position')
          .execute()
  const people = new Map<string, ThematicPerson[]>()
  for (const { registrationId, ...person } of rows)
    people.set(registrationId, [...(people.get(registrationId) ?? []), person])
  return people
}

/** The thematic inspections merged into a visit, in the order they were registered; filter by nothing but the host. */
export async function readGuests({ db, viewer }: Seen, hostId: string): Promise<Guest[]> {
  const host = await visibleInspections(db, viewer)
    .select('inspections.inspectionId')
    .where('inspections.inspectionId', '=', hostId)
    .executeTakeFirst()
  if (!host) throw new Refusal('no-such-inspection')
  const rows = await inspectionsUnderYearRule(db)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'thematicRegistrations.registrationId',
      'inspections.inspectionId',
      'agency.fullName as agencyName',
      'thematicRegistrations.title',
      'thematicRegistrations.content',
    ])
    .where('inspections.mergedInto', '=', hostId)
    .orderBy('thematicRegistrations.createdAt')
    .orderBy('thematicRegistrations.registrationOrder')
    .execute()
  const people = await readThematicPeople(
    db,
    rows.map(({ registrationId }) => registrationId),
  )
  return rows.map((row) => ({ ...row, people: people.get(row.registrationId) ?? [] }))
}

/** The registrations merged into a visit. */
export async function readMergedRegistrations(db: Db, hostId: string): Promise<string[]> {
  const rows = await inspectionsUnderYearRule(db)
    .select('registrationId')
    .where('mergedInto', '=', hostId)
    .orderBy('registrationId')
    .execute()
  return rows.flatMap(({ registrationId }) => registrationId ?? [])
}

/** People with their agency who come to a visit for what is merged into it, each once, with the registrations they come for. */
export async function readGuestSeats(db: Db, hostId: string) {
  const rows = await inspectionsUnderYearRule(db)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .innerJoin('thematicPeople', 'thematicPeople.registrationId', 'thematicRegistrations.registrationId')
    .select([
      'thematicPeople.personId',
      'thematicPeople.fullName',
      'thematicPeople.post',
      'agency.fullName as agencyName',
      'thematicRegistrations.registrationId',
    ])
    .where('inspections.mergedInto', '=', hostId)
    .orderBy('thematicRegistrations.createdAt')
    .orderBy('thematicRegistrations.registrationOrder')
    .orderBy('thematicPeople.position')
    .execute()
  const one = ({ personId, fullName, agencyName }: (typeof rows)[number]) => personId ?? `${agencyName} ${fullName}`
  return [...Map.groupBy(rows, one).values()].map(([first, ...others]) => {
    const { registrationId, ...person } = first!
    return { ...person, guestOf: [registrationId, ...others.map((other) => other.registrationId)] }
  })
}

/** The inspection that takes a unit's place in the year, in words for a refusal; undefined while the place is free. */
export async function placeOfYear(
  db: Db,
  unitCode: string,
  year: number,
  except: string | null = null,
): Promise<{ unit: string; other: string; inspectionId: string; kind: string } | undefined> {
  const row = await inspectionsUnderYearRule(db)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .leftJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'inspections.inspectionId',
      'units.fullName as unit',
      'inspections.kind',
      'inspections.visitOn',
      'thematicRegistrations.title',
      'agency.fullName as agencyName',
    ])
    .where('inspections.unitCode', '=', unitCode)
    .where('inspections.year', '=', year)
    .where('inspections.state', 'not in', ['cancelled', 'merged', 'registered'])
    .where('inspections.exceptionId', 'is', null)
    .$if(except !== null, (query) => query.where('inspections.inspectionId', '<>', except))
    .executeTakeFirst()
  if (!row) return undefined
  const when = row.visitOn ? ` ngày ${formatDate(row.visitOn)}` : ', chưa xếp lịch'
  const other =
    row.kind === 'planned'
      ? `kiểm tra theo kế hoạch${when}`
      : `kiểm tra chuyên đề “${row.title}” của ${row.agencyName}${row.visitOn ? when : ''}`
  return { unit: row.unit, other, inspectionId: row.inspectionId, kind: row.kind }
}
