import { belongsToOffice, holds, type Permission, type Viewer } from '../access/permissions.ts'
import { type InspectionState, inspectionStateNames } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'

/** The life of a request for documents. Basis: QĐ 2251/QĐ-UBND, mục IV.3 (the unit provides what the team asks for). */
export const requestStates = ['asked', 'answered', 'returned', 'accepted', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]
export const requestStateNames: Record<RequestState, string> = {
  asked: 'Chờ đơn vị trả lời',
  answered: 'Đã trả lời, chờ Đoàn xem',
  returned: 'Yêu cầu bổ sung',
  accepted: 'Đã đủ',
  withdrawn: 'Đã rút',
}

export type RequestAct = 'answer' | 'return' | 'accept' | 'withdraw'

/** From state, by act, to state; what is not listed is refused. */
const transitions: Record<RequestState, Partial<Record<RequestAct, RequestState>>> = {
  asked: { answer: 'answered', withdraw: 'withdrawn' },
  answered: { accept: 'accepted', return: 'returned' },
  returned: { answer: 'answered', withdraw: 'withdrawn' },
  accepted: {},
  withdrawn: {},
}

const actors: Record<RequestAct, { permission: Permission; words: string }> = {
  answer: { permission: 'document-request.answer', words: 'trả lời' },
  return: { permission: 'document-request.ask', words: 'yêu cầu bổ sung' },
  accept: { permission: 'document-request.ask', words: 'xác nhận đủ' },
  withdraw: { permission: 'document-request.ask', words: 'rút' },
}

/** The team asks once the unit knows of the visit, and until the conclusion is issued. */
const askingStates: readonly InspectionState[] = ['announced', 'opened', 'visited']

/** Whether the unit owes something now. */
export const isOwed = (state: RequestState) => state === 'asked' || state === 'returned'

export interface RequestStanding {
  readonly state: RequestState
  readonly unitCode: string
  readonly askedById: string
  readonly inspectionState: InspectionState
}

type Asker = Pick<Viewer, 'roles' | 'unitCode' | 'personId'>

export function nextRequestState(from: RequestState, act: RequestAct): RequestState | undefined {
  return transitions[from][act]
}

/** Why this person may not ask this inspection's unit for something now, or null when they may. */
export function askingRefusal(
  viewer: Asker,
  { state, kind }: { state: InspectionState; kind: string },
): Refusal | null {
  if (!holds(viewer, 'document-request.ask') || kind === 'thematic') return new Refusal('not-permitted')
  return outOfTime(state, 'yêu cầu tài liệu')
}

function outOfTime(state: InspectionState, act: string): Refusal | null {
  if (askingStates.includes(state)) return null
  return new Refusal('wrong-state', {
    act,
    what: 'cuộc kiểm tra',
    state: inspectionStateNames[state],
    way: 'Yêu cầu tài liệu có từ khi thông báo lịch (hoặc công bố tại chỗ) đến khi ban hành kết luận.',
  })
}

/**
 * Why this person may not do this to a request now, or null when they may. The unit's own people answer; a request is
 * withdrawn by whoever asked, or by the office.
 */
export function requestRefusal(act: RequestAct, viewer: Asker, standing: RequestStanding): Refusal | null {
  const { permission, words } = actors[act]
  if (!holds(viewer, permission)) return new Refusal('not-permitted')
  if (act === 'answer' && viewer.unitCode !== standing.unitCode) return new Refusal('not-permitted')
  if (act === 'withdraw' && viewer.personId !== standing.askedById && !belongsToOffice(viewer))
    return new Refusal('not-permitted')
  const late = outOfTime(standing.inspectionState, words)
  if (late) return late
  if (nextRequestState(standing.state, act)) return null
  return new Refusal('wrong-state', {
    act: words,
    what: 'yêu cầu',
    state: requestStateNames[standing.state],
    way: 'Tải lại trang để xem bước hiện tại.',
  })
}

/** What this person may do to a request now. */
export function requestActions(viewer: Asker, standing: RequestStanding): RequestAct[] {
  return (Object.keys(actors) as RequestAct[]).filter((act) => requestRefusal(act, viewer, standing) === null)
}
