import type { updateAccount as contract } from '@cchc/domain/accounts/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { refuseRolesApart } from './create-account.ts'
import { accountView, selectAccounts } from './queries.ts'

/** Changes a person's details and roles, or locks the account; a locked one is signed out at its next request. */
export const updateAccount: Act<typeof contract> = async ({ db, record }, { params, body }) => {
  const before = await selectAccounts(db).where('people.personId', '=', params.personId).executeTakeFirst()
  if (!before) throw new Refusal('no-such-account')
  refuseRolesApart(body.roles)
  await db.updateTable('people').set(body).where('personId', '=', params.personId).execute()
  await record('account.update', params.personId, {
    before: { roles: before.roles, disabled: before.disabled },
    after: { roles: body.roles, disabled: body.disabled },
  })
  return accountView(await selectAccounts(db).where('people.personId', '=', params.personId).executeTakeFirstOrThrow())
}
