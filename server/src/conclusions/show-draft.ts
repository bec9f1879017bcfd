import type { showDraft as contract } from '@cchc/domain/conclusions/answer-contract.ts'
import { pointsOf } from '@cchc/domain/conclusions/draft-points.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { closeShowing } from './close-showing.ts'
import { changedConclusion } from './conclusion-view.ts'
import { conclusionPaperOf } from './papers.ts'
import { getConclusionRecord, lockConclusion, takeApprovalBack } from './queries.ts'
import { getShowing, showingView } from './showing-view.ts'
import { readTerms } from './terms.ts'

/**
 * Shows the draft that goes round to its unit, where the campaign does so: the paper and its points are frozen as shown, every page
 * says that it is a draft, and the unit may answer by a day that is counted from now. An earlier showing ends; an approval is void.
 */
export const showDraft: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, today, record } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  const { campaignId, unitCode } = await getInspectionForUpdate(context, inspectionId)
  const { conclusionId } = await lockConclusion(context, params.conclusionId, 'remark')
  const { unitWorkingDays } = await readTerms(db, campaignId)
  if (unitWorkingDays === null) throw new Refusal('draft-not-shown-to-units')
  await closeShowing(context, conclusionId)
  const draft = await changedConclusion(context, inspectionId)
  const dueOn = addWorkingDays(today, unitWorkingDays, await readCalendar(db))
  const points = pointsOf(draft).map(({ key, name, text }) => ({ key, name, text }))
  const { showingId } = await db
    .insertInto('draftShowings')
    .values({
      conclusionId,
      inspectionId,
      shownBy: viewer.personId,
      shownAt: now,
      dueOn,
      paper: JSON.stringify(await conclusionPaperOf(context, inspectionId, undefined, true)),
      points: JSON.stringify(points),
    })
    .returning('showingId')
    .executeTakeFirstOrThrow()
  await takeApprovalBack(db, conclusionId)
  await record('draft.show', showingId, { conclusionId, dueOn }, inspectionId)
  const title = `Dự thảo kết luận kiểm tra: đề nghị cho ý kiến đến hết ngày ${formatDate(dueOn)}`
  const body = 'Đọc dự thảo trong phần mềm, thống nhất hoặc giải trình từng nội dung kèm tài liệu; lãnh đạo đơn vị gửi.'
  await tell(context, {
    personIds: await peopleOfUnit(context, unitCode),
    inspectionId,
    kind: 'draft.show',
    title,
    body,
    link: `/ket-luan/${inspectionId}`,
    mail: { subject: title, body },
  })
  return showingView(context, await getShowing(context, showingId))
}
