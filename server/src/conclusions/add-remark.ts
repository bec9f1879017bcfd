import type { ConclusionView, addRemark as contract } from '@cchc/domain/conclusions/contract.ts'
import { pointsOf } from '@cchc/domain/conclusions/draft-points.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion, takeApprovalBack } from './queries.ts'

/** Remarks on a draft that is going round, on the whole or on one point of it; what was approved has to be approved again then. */
export const addRemark: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId } = await lockConclusion(context, params.conclusionId, 'remark')
  await writeRemarks(context, await changedConclusion(context, inspectionId), [body])
  return changedConclusion(context, inspectionId)
}

/** Writes remarks down, each about a point that the draft has; refuses with `no-such-point`. */
export async function writeRemarks(
  { db, viewer, now, record }: Context,
  draft: ConclusionView,
  remarks: readonly { about: string; text: string }[],
): Promise<void> {
  const { conclusionId, inspectionId } = draft
  const points = pointsOf(draft)
  const rows = remarks.map(({ about, text }) => {
    const point = points.find(({ key }) => key === about)
    if (about !== '' && !point) throw new Refusal('no-such-draft-point')
    return { conclusionId, text, about, aboutName: point?.name ?? '', madeBy: viewer.personId, madeAt: now }
  })
  const written = await db.insertInto('conclusionRemarks').values(rows).returning(['remarkId', 'about']).execute()
  await takeApprovalBack(db, conclusionId)
  for (const { remarkId, about } of written)
    await record('conclusion.remark', conclusionId, { remarkId, about }, inspectionId)
}
