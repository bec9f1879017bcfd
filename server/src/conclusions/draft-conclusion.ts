import { conclusionStateNames, type draftConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { draftConclusion as draft } from '@cchc/domain/conclusions/draft-conclusion.ts'
import { mayDraftConclusion } from '@cchc/domain/conclusions/rules.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import { type InspectionState, inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { findConclusion } from './queries.ts'
import { readVisitRecord } from './visit-record.ts'

/** Drafts the notice from the recorded findings, with one recommendation per shortcoming. Basis: QĐ 2251/QĐ-UBND, mục IV.1. */
export const draftConclusion: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const existing = await findConclusion(context, inspectionId)
  const state = inspection.state as InspectionState
  const { visitOn } = inspection
  if (visitOn === null || !mayDraftConclusion(viewer, state, existing !== undefined))
    throw new Refusal('wrong-state', {
      act: 'soạn dự thảo kết luận',
      ...(existing
        ? { what: 'kết luận', state: conclusionStateNames[existing.state], way: 'Mở bản đã có để xem hoặc sửa.' }
        : {
            what: 'cuộc kiểm tra',
            state: inspectionStateNames[state],
            way: 'Kết thúc buổi kiểm tra và khóa biên bản trước.',
          }),
    })
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const calendar = await readCalendar(db)
  const { text, recommendations } = draft(
    await readVisitRecord(context, { ...inspection, visitOn }, campaign, calendar),
  )
  const minutes = await db
    .selectFrom('minutesVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  const { conclusionId } = await db
    .insertInto('conclusions')
    .values({
      inspectionId,
      content: JSON.stringify(text),
      dueOn: addWorkingDays(visitOn, campaign.conclusionWorkingDays, calendar),
      draftedBy: viewer.personId,
      draftedAt: now,
      minutesVersion: minutes?.version ?? null,
    })
    .returning('conclusionId')
    .executeTakeFirstOrThrow()
  if (recommendations.length > 0)
    await db
      .insertInto('recommendations')
      .values(recommendations.map((proposed, position) => ({ ...proposed, conclusionId, inspectionId, position })))
      .execute()
  await record('conclusion.draft', conclusionId, { recommendations: recommendations.length }, inspectionId)
  return changedConclusion(context, inspectionId)
}
