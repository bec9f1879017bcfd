import { holds, type Viewer } from '@cchc/domain/access/permissions.ts'
import { type FindingKind, findingKindNames } from '@cchc/domain/fieldwork/contract.ts'
import type { InspectionKind, InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type {
  OverlapView,
  RegistrationDetail,
  RegistrationView,
  ThematicFinding,
  ThematicUnit,
} from '@cchc/domain/thematic/contract.ts'
import { canHost, type InspectionOfYear, overlapsOf, proposalFor } from '@cchc/domain/thematic/overlaps.ts'
import { keepsRegistrationsOf, registrationActions, unitActions } from '@cchc/domain/thematic/rules.ts'
import { inspectionsUnderYearRule, visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { type RegistrationRow, readThematicPeople, selectRegistrations } from './queries.ts'
import { selectThematicUnits, type UnitRow } from './unit-rows.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** The registrations of a campaign that the viewer may see, the newest first. */
export async function registrationViews({ db, viewer }: Seen, campaignId: string): Promise<RegistrationView[]> {
  const rows = await selectRegistrations(db)
    .where('thematicRegistrations.campaignId', '=', campaignId)
    .orderBy('thematicRegistrations.createdAt', 'desc')
    .orderBy('thematicRegistrations.registrationOrder')
    .execute()
  return viewsOf({ db, viewer }, rows)
}

/** One registration with what was found for it inside common visits, or `no-such-registration`. */
export async function registrationDetail({ db, viewer }: Seen, registrationId: string): Promise<RegistrationDetail> {
  const row = await selectRegistrations(db)
    .where('thematicRegistrations.registrationId', '=', registrationId)
    .executeTakeFirst()
  // A unit's people are allowed the row for the visit's own page, not this view.
  if (!row || !holds(viewer, 'thematic.read')) throw new Refusal('no-such-registration')
  const [view] = await viewsOf({ db, viewer }, [row])
  return { ...view!, foundOnSite: await findingsFor({ db, viewer }, registrationId) }
}

async function viewsOf({ db, viewer }: Seen, rows: readonly RegistrationRow[]): Promise<RegistrationView[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ registrationId }) => registrationId)
  const people = await readThematicPeople(db, ids)
  const units = await selectThematicUnits(db, viewer)
    .where('inspections.registrationId', 'in', ids)
    .orderBy('units.fullName')
    .execute()
  const year = await readYear(db, units)
  return rows.map((row) => {
    const own = units.filter(({ registrationId }) => registrationId === row.registrationId)
    const standing = own.map((unit) => ({ ...unit, state: unit.state as InspectionState }))
    return {
      ...row,
      people: people.get(row.registrationId) ?? [],
      units: own.map((unit) => unitView(viewer, row, unit, year)),
      actions: registrationActions(viewer, {
        agencyCode: row.agencyCode,
        units: standing.map((unit) => ({ ...unit, wish: wishOf(unit) })),
      }),
    }
  })
}

type OfYear = InspectionOfYear & {
  readonly agencyName: string | null
  readonly title: string | null
  readonly year: number
}

/** Every planned and thematic inspection of the units of these rows, in their years. */
async function readYear(db: Db, units: readonly UnitRow[]): Promise<OfYear[]> {
  if (units.length === 0) return []
  const rows = await inspectionsUnderYearRule(db)
    .leftJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .leftJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'inspections.year',
      'inspections.kind',
      'inspections.state',
      'inspections.visitOn',
      'inspections.wishedFrom',
      'inspections.wishedTo',
      'inspections.createdAt',
      'agency.fullName as agencyName',
      'thematicRegistrations.title',
    ])
    .where('inspections.unitCode', 'in', [...new Set(units.map(({ unitCode }) => unitCode))])
    .where('inspections.year', 'in', [...new Set(units.map(({ year }) => year))])
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as InspectionKind,
    state: row.state as InspectionState,
    time: row.visitOn
      ? { from: row.visitOn, to: row.visitOn }
      : row.wishedFrom && row.wishedTo
        ? { from: row.wishedFrom, to: row.wishedTo }
        : null,
    enteredAt: row.createdAt,
  }))
}

const wishOf = ({ wishedFrom, wishedTo }: UnitRow) => ({ from: wishedFrom!, to: wishedTo! })
const visited: readonly string[] = ['visited', 'concluded', 'closed']

function unitView(
  viewer: Viewer,
  { agencyCode }: Pick<RegistrationRow, 'agencyCode'>,
  row: UnitRow,
  year: readonly OfYear[],
): ThematicUnit {
  const state = row.state as InspectionState
  const wish = wishOf(row)
  const hostVisited = row.hostState !== null && visited.includes(row.hostState)
  const self: InspectionOfYear & { time: typeof wish } = {
    inspectionId: row.inspectionId,
    unitCode: row.unitCode,
    kind: 'thematic',
    state,
    time: wish,
    enteredAt: row.createdAt,
  }
  const overlaps =
    state === 'registered'
      ? overlapsOf(
          self,
          year.filter((other) => other.year === row.year),
        )
      : []
  const proposal = proposalFor(self, overlaps)
  const seesAll = !keepsRegistrationsOf(viewer, agencyCode) || holds(viewer, 'thematic.propose')
  return {
    inspectionId: row.inspectionId,
    registrationId: row.registrationId!,
    unitCode: row.unitCode,
    unitName: row.unitName,
    unitType: row.unitType as ThematicUnit['unitType'],
    state,
    wish,
    revision: row.revision,
    visitOn: row.visitOn,
    halfDay: row.halfDay as ThematicUnit['halfDay'],
    host: row.hostId
      ? {
          inspectionId: row.hostId,
          kind: row.hostKind as InspectionKind,
          state: row.hostState as InspectionState,
          agencyName: row.hostAgency,
          visitOn: row.hostVisitOn,
          halfDay: row.hostHalfDay as ThematicUnit['halfDay'],
          place: row.hostPlace,
        }
      : null,
    exception: row.allowedAt ? { allowedBy: row.allowedBy!, allowedAt: row.allowedAt, reason: row.allowedFor! } : null,
    decision: row.decidedAt ? { by: row.decidedBy!, at: row.decidedAt, note: row.decisionNote! } : null,
    proposed:
      row.proposedAt && state === 'registered'
        ? {
            act: row.proposedAct as 'merge' | 'separate',
            hostId: row.proposedHost,
            by: row.proposedBy!,
            at: row.proposedAt,
            note: row.proposalNote!,
          }
        : null,
    result:
      row.resultAt || row.fileId
        ? {
            text: row.result ?? '',
            by: row.resultBy ?? '',
            at: row.resultAt ?? row.fileAt!,
            file: row.fileId ? { fileId: row.fileId, name: row.fileName! } : null,
          }
        : null,
    findings: Number(row.findings ?? 0),
    overlaps: overlaps.map(({ other, grade }) => overlapView(other as OfYear, grade, seesAll)),
    advice:
      state === 'registered' && seesAll
        ? {
            act: proposal.act,
            hostId: proposal.act === 'merge' ? proposal.hostId : null,
            needsException: proposal.act === 'separate' && proposal.needsException,
          }
        : null,
    actions: unitActions(viewer, { agencyCode, state, hostVisited }),
  }
}

/** States in which a unit has been told of its visit. */
const told: readonly InspectionState[] = ['announced', 'visited', 'concluded', 'closed']

function overlapView(other: OfYear, grade: OverlapView['grade'], seesAll: boolean): OverlapView {
  const { inspectionId, kind, state, title, agencyName } = other
  const isKnown = seesAll || (kind === 'planned' && told.includes(state))
  return {
    inspectionId,
    kind,
    state: seesAll || isKnown ? state : kind === 'planned' ? 'planned' : 'registered',
    grade: isKnown ? grade : 'same-year',
    agencyName: seesAll ? agencyName : null,
    title: seesAll ? title : null,
    time: isKnown ? other.time : null,
    mayHost: canHost(other),
  }
}

async function findingsFor({ db, viewer }: Seen, registrationId: string): Promise<ThematicFinding[]> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('findings', 'findings.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('people', 'people.personId', 'findings.recordedBy')
    .select([
      'findings.findingId',
      'units.fullName as unitName',
      'findings.kind',
      'findings.fieldKey',
      'findings.text',
      'findings.cause',
      'findings.responsible',
      'people.fullName as recordedBy',
      'findings.recordedAt',
    ])
    .where('findings.registrationId', '=', registrationId)
    .orderBy('units.fullName')
    .orderBy('findings.recordedAt')
    .orderBy('findings.recordedOrder')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kindName: findingKindNames[kind as FindingKind] }))
}
