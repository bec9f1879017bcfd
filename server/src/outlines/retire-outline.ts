import type { retireOutline as contract } from '@cchc/domain/outlines/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockOutline, outlineStanding, outlineView } from './outline-views.ts'

/** Offers a published version to no further campaign; what reports under it stays. Refused while a draft campaign has chosen it. */
export const retireOutline: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, record } = context
  const { title, state } = await lockOutline(db, params.outlineVersionId)
  if (state !== 'published') throw new Refusal('outline-not-published', { title, state: outlineStanding[state] })
  const chosen = await db
    .selectFrom('campaigns')
    .select('name')
    .where('state', '=', 'draft')
    .where((eb) => eb(eb.ref('plan', '->>').key('outlineVersionId' as never), '=', params.outlineVersionId as never))
    .executeTakeFirst()
  if (chosen) throw new Refusal('outline-chosen', { title, campaign: chosen.name })
  await db
    .updateTable('outlineVersions')
    .set({ state: 'retired', retiredAt: now, retiredBy: viewer.personId })
    .where('outlineVersionId', '=', params.outlineVersionId)
    .execute()
  await record('outline.retire', params.outlineVersionId)
  return outlineView(context, params.outlineVersionId)
}
