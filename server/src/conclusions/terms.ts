import { holds } from '@cchc/domain/access/permissions.ts'
import type {
  ConclusionTerms,
  getConclusionTerms as getContract,
  saveConclusionTerms as saveContract,
} from '@cchc/domain/conclusions/review-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import type { Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'

/** The campaign's terms for draft conclusions, or `conclusion-terms-unset`. */
export async function readTerms(db: Db, campaignId: string): Promise<ConclusionTerms> {
  const row = await db
    .selectFrom('conclusionTerms')
    .select(['reviewWorkingDays', 'unitWorkingDays'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  if (!row) throw new Refusal('conclusion-terms-unset')
  return row
}

export const getConclusionTerms: Act<typeof getContract> = async ({ db, viewer }, { params }) => {
  const { campaignId } = await getCampaignRecord(db, params.campaignId)
  const row = await db
    .selectFrom('conclusionTerms')
    .innerJoin('people', 'people.personId', 'conclusionTerms.setBy')
    .select(['reviewWorkingDays', 'unitWorkingDays', 'revision', 'people.fullName as setBy', 'setAt'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  const mayEdit = holds(viewer, 'conclusion.draft')
  if (!row) return { terms: null, revision: 0, mayEdit }
  const { revision, ...terms } = row
  return { terms, revision, mayEdit }
}

/** Sets the terms; refuses with `changed-meanwhile` when somebody set others first. */
export const saveConclusionTerms: Act<typeof saveContract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { campaignId } = await getCampaignRecord(db, params.campaignId)
  const { revision, reviewWorkingDays, unitWorkingDays } = body
  const terms = {
    reviewWorkingDays,
    unitWorkingDays,
    shownToUnit: unitWorkingDays !== null,
    setBy: viewer.personId,
    setAt: now,
  }
  const saved = await db
    .insertInto('conclusionTerms')
    .values({ campaignId, ...terms, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('campaignId')
        .doUpdateSet({ ...terms, revision: revision + 1 })
        .where('conclusionTerms.revision', '=', revision),
    )
    .returning('campaignId')
    .executeTakeFirst()
  if (!saved) throw new Refusal('changed-meanwhile', { what: 'Thời hạn lấy ý kiến dự thảo' })
  await record('conclusion.terms', campaignId, { reviewWorkingDays, unitWorkingDays })
  return { done: true }
}
