import { mayBeTold, type Role } from '@cchc/domain/access/permissions.ts'
import { teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import type { listUnannouncedChoices as contract } from '@cchc/domain/unannounced/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { readFields } from '../campaigns/team-views.ts'
import type { Act } from '../platform/serve.ts'

const order = ['leader', 'standing-deputy', 'deputy', 'secretary', 'member']

/** Everybody who can be told, those with a seat in the team first, in the order of seats. */
export const listUnannouncedChoices: Act<typeof contract> = async ({ db }, { params }) => {
  await getSettledCampaign(db, params.campaignId)
  const rows = await db
    .selectFrom('people')
    .leftJoin('teamMembers', (join) =>
      join.onRef('teamMembers.personId', '=', 'people.personId').on('teamMembers.campaignId', '=', params.campaignId),
    )
    .select([
      'people.personId',
      'people.fullName',
      'people.post',
      'people.roles',
      'teamMembers.role',
      'teamMembers.fieldKeys',
    ])
    .where('people.disabled', '=', false)
    .orderBy('people.fullName')
    .orderBy('people.personId')
    .execute()
  const place = (role: string | null) => (role === null ? order.length : order.indexOf(role))
  const people = rows
    .filter(({ roles }) => mayBeTold({ roles: roles as Role[] }))
    .sort((a, b) => place(a.role) - place(b.role))
    .map(({ roles, role, fieldKeys, ...person }) => ({
      ...person,
      roleName: role === null ? null : teamRoleNames[role as keyof typeof teamRoleNames],
      fieldKeys: fieldKeys ?? [],
      leads: role === 'leader',
      usual: role === 'standing-deputy' || (role === null && roles.includes('standing-deputy')),
    }))
  const fields = (await readFields(db, params.campaignId)).map(({ fieldKey, name }) => ({ fieldKey, name }))
  return { people, fields }
}
