import type { addRemark as contract } from '@cchc/domain/conclusions/contract.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'

/** Remarks on a draft that is going round. */
export const addRemark: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { conclusionId, inspectionId } = await lockConclusion(context, params.conclusionId, 'remark')
  const { remarkId } = await db
    .insertInto('conclusionRemarks')
    .values({ conclusionId, text: body.text, madeBy: viewer.personId, madeAt: now })
    .returning('remarkId')
    .executeTakeFirstOrThrow()
  await record('conclusion.remark', conclusionId, { remarkId }, inspectionId)
  return changedConclusion(context, inspectionId)
}
