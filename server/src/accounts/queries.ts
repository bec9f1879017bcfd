import type { Role } from '@cchc/domain/access/permissions.ts'
import type { AccountView } from '@cchc/domain/accounts/contract.ts'
import type { Db } from '../platform/context.ts'

/** People with their login name and workplace. */
export function selectAccounts(db: Db) {
  return db
    .selectFrom('people')
    .leftJoin('auth.user', 'auth.user.id', 'people.accountId')
    .leftJoin('units', 'units.unitCode', 'people.unitCode')
    .select([
      'people.personId',
      'people.fullName',
      'people.post',
      'people.email',
      'people.phone',
      'people.roles',
      'people.unitCode',
      'people.disabled',
      'people.illustrative',
      'auth.user.username',
      'units.fullName as unitName',
    ])
}

/** One row of `selectAccounts` as the contract's view. */
export function accountView(
  row: Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number],
): AccountView {
  return { ...row, roles: row.roles as Role[] }
}
