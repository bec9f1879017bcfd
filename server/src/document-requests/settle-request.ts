import type { acceptRequest, RequestDetail, withdrawRequest } from '@cchc/domain/document-requests/contract.ts'
import { nextRequestState, type RequestState } from '@cchc/domain/document-requests/states.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { requestDetail, takeRequest } from './queries.ts'
import { addTurn, tellUnit } from './turns.ts'

/** The team has what it asked for. */
export const acceptRequestAct: Act<typeof acceptRequest> = (context, { params, body }) =>
  settle(context, 'accept', params.requestId, body.revision, '')

/** The team needs it no more; the reason stays with it. */
export const withdrawRequestAct: Act<typeof withdrawRequest> = (context, { params, body }) =>
  settle(context, 'withdraw', params.requestId, body.revision, body.reason)

async function settle(
  context: Context,
  act: 'accept' | 'withdraw',
  requestId: string,
  revision: number,
  text: string,
): Promise<RequestDetail> {
  const request = await takeRequest(context, act, requestId, revision)
  await context.db
    .updateTable('documentRequests')
    .set((eb) => ({ state: nextRequestState(request.state as RequestState, act)!, revision: eb('revision', '+', 1) }))
    .where('requestId', '=', requestId)
    .execute()
  await addTurn(context, request, { act, round: request.round, text, dueOn: null })
  const title = act === 'accept' ? `Đã nhận đủ: ${request.title}` : `Đoàn kiểm tra rút yêu cầu: ${request.title}`
  await tellUnit(context, request, act, title, text)
  return requestDetail(context, requestId)
}
