import type { answerRequest as contract } from '@cchc/domain/document-requests/contract.ts'
import { nextRequestState, type RequestState } from '@cchc/domain/document-requests/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { judgeTimeliness } from '@cchc/domain/self-reports/on-time.ts'
import { readCalendar } from '../calendar/queries.ts'
import { attachmentsOf } from '../evidence/queries.ts'
import type { Act } from '../platform/serve.ts'
import { requestDetail, takeRequest } from './queries.ts'
import { addTurn, tellTeam } from './turns.ts'

/** The unit answers with words, files or both; judged by the working-day rule. Basis: QĐ 2251/QĐ-UBND, mục IV.3. */
export const answerRequest: Act<typeof contract> = async (context, { params: { requestId }, body }) => {
  const { db, now } = context
  const request = await takeRequest(context, 'answer', requestId, body.revision)
  const { round, dueOn, title, unitName } = request
  const files = (await attachmentsOf(context, 'document-request', requestId)).filter(
    ({ place, state }) => place === String(round) && state !== 'infected',
  )
  if (body.text === '' && files.length === 0) throw new Refusal('answer-empty')
  const { verdict, daysLate } = judgeTimeliness(dueOn, now, await readCalendar(db))
  await db
    .updateTable('documentRequests')
    .set((eb) => ({
      state: nextRequestState(request.state as RequestState, 'answer')!,
      answeredAt: now,
      verdict,
      daysLate,
      revision: eb('revision', '+', 1),
    }))
    .where('requestId', '=', requestId)
    .execute()
  await addTurn(
    context,
    request,
    { act: 'answer', round, text: body.text, dueOn: null },
    { verdict, daysLate, files: files.length },
  )
  const late = verdict === 'late' ? ` (muộn ${daysLate} ngày làm việc)` : ''
  const said = [body.text, files.length > 0 ? `Kèm ${files.length} tệp.` : ''].filter(Boolean).join('\n\n')
  await tellTeam(context, request, 'answer', `${unitName} đã trả lời: ${title}${late}`, said)
  return requestDetail(context, requestId)
}
