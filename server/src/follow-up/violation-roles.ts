import {
  type getViolationRoles as getContract,
  type setViolationRoles as setContract,
  ViolationRoles,
} from '@cchc/domain/follow-up/violation-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { peopleToTell } from './people.ts'

async function violationRolesOf({ db }: Pick<Context, 'db'>): Promise<ViolationRoles> {
  const { violationRoles, violationRevision } = await db
    .selectFrom('settings')
    .select(['violationRoles', 'violationRevision'])
    .executeTakeFirstOrThrow()
  return ViolationRoles.parse({ roles: violationRoles, revision: violationRevision })
}

export const getViolationRoles: Act<typeof getContract> = (context) => violationRolesOf(context)

/** Says who sees flagged violations; both the leader and the standing deputies hear of it, whoever is left. */
export const setViolationRoles: Act<typeof setContract> = async (context, { body }) => {
  const { db, record } = context
  const roles = [...new Set(body.roles)]
  const changed = await db
    .updateTable('settings')
    .set((eb) => ({ violationRoles: roles, violationRevision: eb('violationRevision', '+', 1) }))
    .where('violationRevision', '=', body.revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new Refusal('changed-meanwhile', { what: 'Người xem vi phạm' }, { theirs: await violationRolesOf(context) })
  await record('violations.who-sees', 'settings', { roles })
  const names = roles.map((role) => (role === 'team-leader' ? 'Trưởng đoàn' : 'Phó Trưởng đoàn Thường trực'))
  await tell(context, {
    personIds: await peopleToTell(context, '', ['leader', 'standing-deputy']),
    inspectionId: null,
    kind: 'violations.who-sees',
    title: `Vi phạm cần xử lý từ nay do ${names.join(' và ')} xem`,
    link: '/vi-pham',
  })
  return violationRolesOf(context)
}
