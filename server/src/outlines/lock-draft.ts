import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import { lockOutline, outlineStanding, outlineView } from './outline-views.ts'

/**
 * A draft, locked; `outline-not-draft` once it has been published, `changed-meanwhile` with what stands now where the
 * revision is stale. `act` reads "không … được"; without a revision any will do.
 */
export async function lockDraftOutline(
  context: Context,
  outlineVersionId: string,
  act: string,
  revision: number | null,
) {
  const draft = await lockOutline(context.db, outlineVersionId)
  const { title, state } = draft
  if (state !== 'draft') throw new Refusal('outline-not-draft', { act, title, state: outlineStanding[state] })
  if (revision !== null && revision !== draft.revision)
    throw new Refusal('changed-meanwhile', { what: 'Bản soạn đề cương' }, await outlineView(context, outlineVersionId))
  return draft
}
