import type { listAccounts as accountsContract, listPeople as peopleContract } from '@cchc/domain/accounts/contract.ts'
import type { Act } from '../platform/serve.ts'
import { accountView, selectAccounts } from './queries.ts'

export const listAccounts: Act<typeof accountsContract> = async ({ db }) => {
  const rows = await selectAccounts(db).orderBy('people.fullName').execute()
  return { accounts: rows.map(accountView) }
}

/** People who may sit on the team: everyone but the inspected units' own. */
export const listPeople: Act<typeof peopleContract> = async ({ db }, { query }) => {
  let people = db
    .selectFrom('people')
    .leftJoin('units', 'units.unitCode', 'people.unitCode')
    .select(['people.personId', 'people.fullName', 'people.post', 'people.unitCode', 'units.fullName as unitName'])
    .where('people.disabled', '=', false)
    .where((eb) => eb.not(eb('people.roles', '&&', eb.val(['unit-officer', 'unit-head', 'press']))))
    .orderBy('people.fullName')
  if (query.unitCode) people = people.where('people.unitCode', '=', query.unitCode)
  return { people: await people.execute() }
}
