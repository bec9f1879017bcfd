import type { saveReview as contract } from '@cchc/domain/campaigns/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraft } from './queries.ts'
import { reviewView } from './views.ts'

/** Keeps the reviewer's corrections; refuses a unit code that the catalogue does not hold. */
export const saveReview: Act<typeof contract> = async (
  { db, viewer, record },
  { params, body: { revision, plan } },
) => {
  const draft = await lockDraft(db, params.campaignId, 'sửa')
  if (draft.revision !== revision)
    throw new Refusal('changed-meanwhile', { what: 'Bản rà soát' }, await reviewView(db, draft, viewer))
  const codes = [
    ...new Set([
      ...plan.units.map(({ unitCode }) => unitCode),
      ...plan.team.map(({ agencyCode }) => agencyCode),
      ...plan.fields.map(({ leadAgencyCode }) => leadAgencyCode),
    ]),
  ].filter((code) => code !== null)
  const known =
    codes.length === 0 ? [] : await db.selectFrom('units').select('unitCode').where('unitCode', 'in', codes).execute()
  const unknown = codes.find((code) => !known.some(({ unitCode }) => unitCode === code))
  if (unknown) throw new Refusal('no-such-unit', { code: unknown })
  const row = await db
    .updateTable('campaigns')
    .set({
      plan: JSON.stringify(plan),
      name: plan.name || draft.name,
      year: plan.year,
      number: plan.number,
      symbol: plan.symbol,
      issuedOn: plan.issuedOn,
      revision: revision + 1,
    })
    .where('campaignId', '=', params.campaignId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('campaign.review', params.campaignId, { revision: revision + 1 })
  return reviewView(db, row, viewer)
}
