import type { deleteOutline as contract } from '@cchc/domain/outlines/contract.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftOutline } from './lock-draft.ts'

/** Throws a draft away; drafts made from it stay. */
export const deleteOutline: Act<typeof contract> = async (context, { params }) => {
  const { db, record } = context
  const { title, year } = await lockDraftOutline(context, params.outlineVersionId, 'xóa', null)
  await db.deleteFrom('outlineVersions').where('outlineVersionId', '=', params.outlineVersionId).execute()
  await record('outline.delete', params.outlineVersionId, { title, year })
  return { done: true }
}
