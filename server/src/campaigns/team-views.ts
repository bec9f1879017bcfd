import { type FieldView, type TeamMemberView, teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import type { Db } from '../platform/context.ts'

/** Seats with the person and agency named. */
export function selectSeats(db: Db) {
  return db
    .selectFrom('teamMembers')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .leftJoin('units', 'units.unitCode', 'teamMembers.agencyCode')
    .select([
      'teamMembers.teamMemberId',
      'teamMembers.role',
      'teamMembers.agencyCode',
      'units.fullName as agencyName',
      'teamMembers.personId',
      'people.fullName',
      'teamMembers.post',
      'teamMembers.fieldKeys',
    ])
}

export function seatView(row: Awaited<ReturnType<ReturnType<typeof selectSeats>['execute']>>[number]): TeamMemberView {
  const role = row.role as TeamMemberView['role']
  return { ...row, role, roleName: teamRoleNames[role] }
}

/** The campaign's fields with the agency that leads each. */
export async function readFields(db: Db, campaignId: string): Promise<FieldView[]> {
  return db
    .selectFrom('campaignFields')
    .leftJoin('units', 'units.unitCode', 'campaignFields.leadAgencyCode')
    .select([
      'campaignFields.fieldKey',
      'campaignFields.name',
      'campaignFields.leadAgencyCode',
      'units.fullName as leadAgencyName',
    ])
    .where('campaignId', '=', campaignId)
    .orderBy('campaignFields.position')
    .execute()
}
