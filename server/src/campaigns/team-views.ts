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

/** The team in the order of the decision. */
export async function readSeats(db: Db, campaignId: string): Promise<TeamMemberView[]> {
  const rows = await selectSeats(db)
    .where('teamMembers.campaignId', '=', campaignId)
    .orderBy('teamMembers.position')
    .orderBy('teamMembers.teamMemberId')
    .execute()
  return rows.map(seatView)
}

/** The campaign's fields with the agency that leads each and the seats that stand in for it, in their order. */
export async function readFields(db: Db, campaignId: string): Promise<FieldView[]> {
  const standIns = await db
    .selectFrom('fieldStandIns')
    .select(['fieldKey', 'teamMemberId'])
    .where('campaignId', '=', campaignId)
    .orderBy('position')
    .execute()
  const fields = await db
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
  return fields.map((field) => ({
    ...field,
    standIns: standIns.filter(({ fieldKey }) => fieldKey === field.fieldKey).map(({ teamMemberId }) => teamMemberId),
  }))
}
