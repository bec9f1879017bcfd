import { checkOutline } from '@cchc/domain/outlines/check-outline.ts'
import type { publishOutline as contract } from '@cchc/domain/outlines/contract.ts'
import { defaultFields } from '@cchc/domain/outlines/fields.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftOutline } from './lock-draft.ts'
import { outlineView } from './outline-views.ts'

/** Publishes a draft. Refused while anything is wrong with it; from then on neither this act nor any other changes it. */
export const publishOutline: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const draft = await lockDraftOutline(context, params.outlineVersionId, 'công bố', body.revision)
  const problems = checkOutline(
    draft.outline,
    defaultFields.map(({ key }) => key),
  )
  if (problems.length > 0) {
    const more = problems.length > 1 ? ` (và ${problems.length - 1} điều khác)` : ''
    throw new Refusal(
      'outline-broken',
      { problems: `${problems[0]!.sentence.replace(/\.$/, '')}${more}` },
      { problems },
    )
  }
  await db
    .updateTable('outlineVersions')
    .set({ state: 'published', publishedAt: now, publishedBy: viewer.personId })
    .where('outlineVersionId', '=', params.outlineVersionId)
    .execute()
  await record('outline.publish', params.outlineVersionId, { year: draft.year, revision: draft.revision })
  return outlineView(context, params.outlineVersionId)
}
