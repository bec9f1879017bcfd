import type { returnRequest as contract } from '@cchc/domain/document-requests/contract.ts'
import { requestDueDate } from '@cchc/domain/document-requests/due.ts'
import { nextRequestState, type RequestState } from '@cchc/domain/document-requests/states.ts'
import { readCalendar } from '../calendar/queries.ts'
import type { Act } from '../platform/serve.ts'
import { requestDetail, takeRequest } from './queries.ts'
import { addTurn, askedInWords, tellUnit } from './turns.ts'

/** The answer is not enough: the team says what is missing and gives a new due date; what was answered stays as it was. */
export const returnRequest: Act<typeof contract> = async (context, { params: { requestId }, body }) => {
  const { db, today } = context
  const request = await takeRequest(context, 'return', requestId, body.revision)
  const { dueOn } = requestDueDate(today, body.workingDays, await readCalendar(db))
  const round = request.round + 1
  await db
    .updateTable('documentRequests')
    .set((eb) => ({
      state: nextRequestState(request.state as RequestState, 'return')!,
      round,
      dueOn,
      dueWorkingDays: body.workingDays,
      countedFrom: today,
      answeredAt: null,
      verdict: null,
      daysLate: null,
      revision: eb('revision', '+', 1),
    }))
    .where('requestId', '=', requestId)
    .execute()
  await addTurn(context, request, { act: 'return', round, text: body.reason, dueOn }, { workingDays: body.workingDays })
  await tellUnit(
    context,
    request,
    'return',
    `Đoàn kiểm tra đề nghị bổ sung: ${request.title}`,
    askedInWords(body.reason, dueOn),
  )
  return requestDetail(context, requestId)
}
