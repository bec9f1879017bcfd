import type {
  getMailPreference as getContract,
  saveMailPreference as saveContract,
} from '@cchc/domain/notifications/mail-preference-contract.ts'
import type { Act } from '../platform/serve.ts'
import { gatherDigest } from './digest.ts'

/** How the viewer wants their mail; at once unless they chose otherwise. */
export const getMailPreference: Act<typeof getContract> = async ({ db, viewer }) => {
  const row = await db
    .selectFrom('people')
    .leftJoin('mailPreferences', 'mailPreferences.personId', 'people.personId')
    .select(['email', 'delivery'])
    .where('people.personId', '=', viewer.personId)
    .executeTakeFirstOrThrow()
  return { delivery: row.delivery === 'digest' ? 'digest' : 'instant', address: row.email }
}

/** Keeps the choice; going back to mail at once sends what has been waiting for the morning. */
export const saveMailPreference: Act<typeof saveContract> = async (context, { body }) => {
  const { db, viewer, record } = context
  const { delivery } = body
  await db
    .insertInto('mailPreferences')
    .values({ personId: viewer.personId, delivery })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ delivery }))
    .execute()
  if (delivery === 'instant') await gatherDigest(context)
  await record('mail-preference.save', viewer.personId, { delivery })
  return getMailPreference(context, { params: undefined, query: undefined, body: undefined, file: undefined })
}
