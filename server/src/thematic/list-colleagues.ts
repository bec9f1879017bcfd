import type { listColleagues as contract } from '@cchc/domain/thematic/contract.ts'
import type { Act } from '../platform/serve.ts'

/** Accounts of the viewer's own department. */
export const listColleagues: Act<typeof contract> = async ({ db, viewer }) => ({
  people: await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'post'])
    .where('unitCode', '=', viewer.unitCode ?? '-')
    .where('disabled', '=', false)
    .orderBy('fullName')
    .execute(),
})
