import { compareOutlines } from '@cchc/domain/outlines/compare-outlines.ts'
import type { saveOutline as contract } from '@cchc/domain/outlines/contract.ts'
import type { Outline } from '@cchc/domain/outlines/outline.ts'
import { givenKeys } from '@cchc/domain/outlines/outline-keys.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftOutline } from './lock-draft.ts'
import { outlineView } from './outline-views.ts'
import { getOutlineContent } from './queries.ts'

const mostChangesTold = 40

/**
 * Keeps a draft as it stands on the editor's screen. Refused where it lacks a line that the version it comes from has given a
 * key to: such a line is retired, never dropped. The audit keeps what changed since the last save.
 */
export const saveOutline: Act<typeof contract> = async (context, { params, body: { revision, year, outline } }) => {
  const { db, viewer, now, record } = context
  const draft = await lockDraftOutline(context, params.outlineVersionId, 'sửa', revision)
  if (draft.basedOn !== null) requireEveryLine(await getOutlineContent(db, draft.basedOn), outline)
  const content = JSON.stringify(outline)
  if (content === JSON.stringify(draft.outline) && year === draft.year)
    return outlineView(context, params.outlineVersionId)
  await db
    .updateTable('outlineVersions')
    .set({ content, title: outline.title, year, revision: revision + 1, savedAt: now, savedBy: viewer.personId })
    .where('outlineVersionId', '=', params.outlineVersionId)
    .execute()
  const differences = compareOutlines(draft.outline, outline)
  await record('outline.save', params.outlineVersionId, {
    revision: revision + 1,
    changes: differences.slice(0, mostChangesTold).map(({ what, key, kind }) => `${kind} ${what} ${key}`),
    moreChanges: Math.max(0, differences.length - mostChangesTold),
  })
  return outlineView(context, params.outlineVersionId)
}

function requireEveryLine(base: Outline, outline: Outline): void {
  const lost = [...givenKeys(base).items].filter((key) => !givenKeys(outline).items.has(key))
  if (lost.length > 0) throw new Refusal('outline-line-lost', { keys: lost.slice(0, 5).join(', ') }, { keys: lost })
}
