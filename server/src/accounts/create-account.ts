import { type Role, roleNames, rolesApart } from '@cchc/domain/access/permissions.ts'
import type { AccountView, createAccount as contract } from '@cchc/domain/accounts/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import type { SignIn } from '../platform/sign-in.ts'
import { accountView, selectAccounts } from './queries.ts'

export interface NewAccount {
  readonly username: string
  /** Null for an account that only a first-run link opens. */
  readonly password: string | null
  readonly fullName: string
  readonly post: string
  readonly email: string | null
  readonly phone: string | null
  readonly roles: readonly Role[]
  readonly unitCode: string | null
  readonly illustrative?: boolean
}

/** Adds a person with a login; refuses with `username-taken`, `no-such-unit` or `roles-apart`. */
export function createAccount(signIn: SignIn): Act<typeof contract> {
  return (context, { body }) => addAccount(context, signIn, body)
}

/** The same for the command line and the illustrative season. */
export async function addAccount(
  { db, record }: Pick<Context, 'db' | 'record'>,
  signIn: SignIn,
  account: NewAccount,
): Promise<AccountView> {
  const { username, password, unitCode, roles, illustrative = false, ...person } = account
  refuseRolesApart(roles)
  if (
    unitCode &&
    !(await db.selectFrom('units').select('unitCode').where('unitCode', '=', unitCode).executeTakeFirst())
  )
    throw new Refusal('no-such-unit', { code: unitCode })
  const { personId } = await db
    .insertInto('people')
    .values({ ...person, unitCode, roles: [...roles], illustrative })
    .returning('personId')
    .executeTakeFirstOrThrow()
  // The sign-in library commits on its own connection, so it comes last: whatever fails before it leaves nothing behind.
  const accountId = await signIn.createLogin({ username, password, fullName: person.fullName })
  await db.updateTable('people').set({ accountId }).where('personId', '=', personId).execute()
  await record('account.create', personId, { username, roles })
  return accountView(await selectAccounts(db).where('people.personId', '=', personId).executeTakeFirstOrThrow())
}

export function refuseRolesApart(roles: readonly Role[]): void {
  const apart = rolesApart(roles)
  if (apart) throw new Refusal('roles-apart', { one: roleNames[apart[0]], other: roleNames[apart[1]] })
}
