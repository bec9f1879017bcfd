import type { sendDraftAnswer as contract } from '@cchc/domain/conclusions/answer-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { peopleToTell } from '../follow-up/people.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { getShowing, lockShowing, requireOwnUnit, showingView } from './showing-view.ts'

/**
 * The head sends the unit's answer; what came after its day is late and taken in all the same. Refuses with
 * `draft-explanation-needed` and, once it has been sent or the notice is out, with `answer-closed`.
 */
export const sendDraftAnswer: Act<typeof contract> = async (context, { params }) => {
  const { db, viewer, now, today, record } = context
  await sql`select hold_draft(${params.showingId}, false)`.execute(db)
  const showing = await lockShowing(context, params.showingId)
  requireOwnUnit(context, showing)
  const { showingId, inspectionId, dueOn, state, unitName } = showing
  if (state !== 'open')
    throw new Refusal('answer-closed', {
      act: 'gửi ý kiến',
      why: state === 'sent' ? 'ý kiến đã được gửi' : 'dự thảo này không còn lấy ý kiến',
    })
  const answers = await db
    .selectFrom('draftAnswers')
    .select(['pointKey', 'stance', 'text'])
    .where('showingId', '=', showingId)
    .execute()
  const explained = answers.filter(({ stance }) => stance === 'explain')
  const empty = explained.find(({ text }) => text === '')
  if (empty)
    throw new Refusal('draft-explanation-needed', {
      point: showing.points.find(({ key }) => key === empty.pointKey)?.name ?? '',
    })
  const late = today > dueOn
  await db
    .updateTable('draftShowings')
    .set({ state: 'sent', sentAt: now, sentBy: viewer.personId, late })
    .where('showingId', '=', showingId)
    .execute()
  await record('draft.answer', showingId, { late, explained: explained.length }, inspectionId)
  // What the unit explains has to be settled before anybody approves; what was approved with an exception is approved anew.
  if (explained.length > 0) await sql`select hold_draft(${showingId}, true)`.execute(db)
  await tell(context, {
    personIds: await peopleToTell(context, '-', ['secretary', 'standing-deputy']),
    inspectionId,
    kind: 'draft.answer',
    title: `${unitName} trả lời dự thảo kết luận${late ? ' (quá hạn)' : ''}`,
    body: explained.length === 0 ? 'Đơn vị thống nhất với dự thảo.' : `Có ${explained.length} nội dung giải trình.`,
    link: `/ket-luan/${inspectionId}`,
  })
  return showingView(context, await getShowing(context, showingId))
}
