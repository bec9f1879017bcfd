import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnannouncedStanding } from '@cchc/domain/unannounced/rules.ts'
import { unannouncedInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** Unannounced inspections that the viewer has been told of or that have been opened, with what only they have. */
export function selectUnannounced(db: Db, viewer: Viewer) {
  return unannouncedInspections(db, viewer)
    .innerJoin('unannouncedInspections as own', 'own.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('people as proposer', 'proposer.personId', 'own.proposedBy')
    .leftJoin('people as orderer', 'orderer.personId', 'own.orderedBy')
    .leftJoin('people as opener', 'opener.personId', 'own.openedBy')
    .leftJoin('people as ender', 'ender.personId', 'own.endedBy')
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'inspections.unitCode',
      'inspections.state',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.revision',
      'units.name as unitShortName',
      'units.fullName as unitName',
      'units.type as unitType',
      'own.reasons',
      'own.notes',
      'own.proposedBy as proposerId',
      'proposer.fullName as proposedBy',
      'own.proposedAt',
      'own.orderedBy as ordererId',
      'orderer.fullName as orderedBy',
      'own.orderedAt',
      'opener.fullName as openedBy',
      'own.openedAt',
      'ender.fullName as endedBy',
      'own.endedAt',
      'own.ending',
      'own.endReason',
    ])
    .select((eb) => [
      eb
        .selectFrom('inspectionCircle')
        .whereRef('inspectionCircle.inspectionId', '=', 'inspections.inspectionId')
        .select((inner) => inner.fn.countAll<number>().as('told'))
        .$asScalar()
        .$notNull()
        .as('told'),
      eb
        .exists(
          eb
            .selectFrom('inspectionCircle')
            .whereRef('inspectionCircle.inspectionId', '=', 'inspections.inspectionId')
            .where('inspectionCircle.personId', '=', viewer.personId)
            .select('inspectionCircle.personId'),
        )
        .as('isTold'),
      eb
        .exists(
          eb
            .selectFrom('unannouncedPeople')
            .whereRef('unannouncedPeople.inspectionId', '=', 'inspections.inspectionId')
            .where('unannouncedPeople.personId', '=', viewer.personId)
            .select('unannouncedPeople.personId'),
        )
        .as('goes'),
    ])
}

export type UnannouncedRecord = Awaited<ReturnType<ReturnType<typeof selectUnannounced>['execute']>>[number]

/** One that the viewer may know, or `no-such-inspection`. */
export async function getUnannouncedRecord({ db, viewer }: Seen, inspectionId: string): Promise<UnannouncedRecord> {
  const row = await selectUnannounced(db, viewer)
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return row
}

/**
 * The same, locked until the transaction ends. The lock is the weak one, so that a message about it, which others' acts may
 * write unknowingly, never waits for it.
 */
export async function lockUnannounced({ db, viewer }: Seen, inspectionId: string): Promise<UnannouncedRecord> {
  const row = await selectUnannounced(db, viewer)
    .where('inspections.inspectionId', '=', inspectionId)
    .forNoKeyUpdate(['inspections'])
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return row
}

/** What the rules are asked by, for this viewer. */
export function standingOf(viewer: Viewer, row: UnannouncedRecord): UnannouncedStanding {
  return {
    viewer,
    state: row.state as InspectionState,
    visitOn: row.visitOn,
    isTold: Boolean(row.isTold),
    goes: Boolean(row.goes),
  }
}

/** The places of one, in their order. */
export function readPlaces(db: Db, inspectionId: string) {
  return db
    .selectFrom('inspectionPlaces')
    .select(['placeId', 'kind', 'name', 'address', 'arrivedAt', 'leftAt'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('position')
    .execute()
}

/** Those who are to go, with their seat in the campaign's team and whether they have been told. */
export function readPeople(db: Db, inspectionId: string, campaignId: string) {
  return db
    .selectFrom('unannouncedPeople')
    .innerJoin('people', 'people.personId', 'unannouncedPeople.personId')
    .leftJoin('units', 'units.unitCode', 'people.unitCode')
    .leftJoin('teamMembers', (join) =>
      join.onRef('teamMembers.personId', '=', 'people.personId').on('teamMembers.campaignId', '=', campaignId),
    )
    .leftJoin('inspectionCircle', (join) =>
      join
        .onRef('inspectionCircle.personId', '=', 'people.personId')
        .on('inspectionCircle.inspectionId', '=', inspectionId),
    )
    .select([
      'people.personId',
      'people.fullName',
      'people.post',
      'units.fullName as agencyName',
      'teamMembers.teamMemberId',
      'teamMembers.role',
      'unannouncedPeople.fieldKeys',
      'inspectionCircle.toldAt',
    ])
    .where('unannouncedPeople.inspectionId', '=', inspectionId)
    .orderBy('unannouncedPeople.position')
    .execute()
}

/** Who has been told, in the order of telling. */
export function readCircle(db: Db, inspectionId: string) {
  return db
    .selectFrom('inspectionCircle')
    .innerJoin('people', 'people.personId', 'inspectionCircle.personId')
    .leftJoin('people as teller', 'teller.personId', 'inspectionCircle.toldBy')
    .select([
      'people.personId',
      'people.fullName',
      'people.post',
      'people.roles',
      'inspectionCircle.toldAt',
      'teller.fullName as toldBy',
      'inspectionCircle.why',
    ])
    .where('inspectionCircle.inspectionId', '=', inspectionId)
    .orderBy('inspectionCircle.toldAt')
    .orderBy('people.fullName')
    .execute()
}

/** The person in the leader's seat of the team, or null while nobody with an account sits there. */
export async function findLeader(db: Db, campaignId: string): Promise<string | null> {
  const row = await db
    .selectFrom('teamMembers')
    .innerJoin('people', 'people.personId', 'teamMembers.personId')
    .select('people.personId')
    .where('campaignId', '=', campaignId)
    .where('role', '=', 'leader')
    .where('people.disabled', '=', false)
    .executeTakeFirst()
  return row?.personId ?? null
}
