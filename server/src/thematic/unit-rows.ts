import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { inspectionsUnderYearRule, visibleInspections } from '../inspections/queries.ts'
import type { Db } from '../platform/context.ts'

/** Units of registrations with their host, exception, proposal, decision and result, in one query; filter it further before running. */
export function selectThematicUnits(db: Db, viewer: Viewer) {
  const hosts = inspectionsUnderYearRule(db)
    .leftJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .leftJoin('units as hostAgency', 'hostAgency.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'inspections.inspectionId as hostId',
      'inspections.kind as hostKind',
      'inspections.state as hostState',
      'inspections.visitOn as hostVisitOn',
      'inspections.halfDay as hostHalfDay',
      'inspections.place as hostPlace',
      'hostAgency.fullName as hostAgency',
    ])
  return visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('thematicRecords', 'thematicRecords.inspectionId', 'inspections.inspectionId')
    .leftJoin(hosts.as('host'), 'host.hostId', 'inspections.mergedInto')
    .leftJoin('yearExceptions', 'yearExceptions.exceptionId', 'inspections.exceptionId')
    .leftJoin('people as allower', 'allower.personId', 'yearExceptions.allowedBy')
    .leftJoin('people as proposer', 'proposer.personId', 'thematicRecords.proposedBy')
    .leftJoin('people as decider', 'decider.personId', 'thematicRecords.decidedBy')
    .leftJoin('people as reporter', 'reporter.personId', 'thematicRecords.resultBy')
    .leftJoin('files', 'files.fileId', 'thematicRecords.fileId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('findings')
          .whereRef('findings.registrationId', '=', 'inspections.registrationId')
          .whereRef('findings.inspectionId', '=', 'inspections.mergedInto')
          .select((inner) => inner.fn.countAll<number>().as('findings'))
          .as('tally'),
      (join) => join.onTrue(),
    )
    .select([
      'inspections.inspectionId',
      'inspections.registrationId',
      'inspections.unitCode',
      'inspections.year',
      'units.fullName as unitName',
      'units.type as unitType',
      'inspections.state',
      'inspections.wishedFrom',
      'inspections.wishedTo',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.revision',
      'inspections.createdAt',
      'host.hostId',
      'host.hostKind',
      'host.hostState',
      'host.hostVisitOn',
      'host.hostHalfDay',
      'host.hostPlace',
      'host.hostAgency',
      'allower.fullName as allowedBy',
      'yearExceptions.allowedAt',
      'yearExceptions.reason as allowedFor',
      'thematicRecords.proposedAct',
      'thematicRecords.proposedHost',
      'proposer.fullName as proposedBy',
      'thematicRecords.proposedAt',
      'thematicRecords.proposalNote',
      'decider.fullName as decidedBy',
      'thematicRecords.decidedAt',
      'thematicRecords.decisionNote',
      'thematicRecords.result',
      'reporter.fullName as resultBy',
      'thematicRecords.resultAt',
      'files.fileId',
      'files.name as fileName',
      'files.uploadedAt as fileAt',
      'tally.findings',
    ])
    .where('inspections.kind', '=', 'thematic')
}

export type UnitRow = Awaited<ReturnType<ReturnType<typeof selectThematicUnits>['execute']>>[number]
