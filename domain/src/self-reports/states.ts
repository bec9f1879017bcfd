import { holds, type Permission, type Viewer } from '../access/permissions.ts'
import { type InspectionState, inspectionStateNames } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'
import { type SelfReportState, type SelfReportView, selfReportStateNames } from './contract.ts'

/** What can be done to a report as a whole; `write` is saving an answer or an explanation. */
export type SelfReportAct = SelfReportView['actions'][number]

/** From state, by act, to state; what is not listed is refused. */
const transitions: Record<SelfReportState, Partial<Record<SelfReportAct, SelfReportState>>> = {
  'not-started': { write: 'drafting' },
  drafting: { write: 'drafting', 'hand-over': 'with-head', send: 'sent' },
  'with-head': { write: 'with-head', 'give-back': 'drafting', send: 'sent' },
  sent: { return: 'returned', accept: 'accepted', 'ask-correction': 'sent', 'open-correction': 'drafting' },
  returned: { write: 'drafting', 'hand-over': 'with-head', send: 'sent' },
  accepted: { 'ask-correction': 'accepted', 'open-correction': 'drafting' },
}

/** Who does each act: a permission, held at the report's own unit where `ownUnit` says so. */
const actors: Record<SelfReportAct, { permission: Permission; ownUnit: boolean; words: string }> = {
  write: { permission: 'self-report.write', ownUnit: true, words: 'sửa báo cáo' },
  'hand-over': { permission: 'self-report.write', ownUnit: true, words: 'trình lãnh đạo' },
  'give-back': { permission: 'self-report.send', ownUnit: true, words: 'trả lại người viết' },
  send: { permission: 'self-report.send', ownUnit: true, words: 'gửi báo cáo' },
  return: { permission: 'self-report.receive', ownUnit: false, words: 'trả lại để bổ sung' },
  accept: { permission: 'self-report.receive', ownUnit: false, words: 'tiếp nhận báo cáo' },
  'ask-correction': { permission: 'self-report.write', ownUnit: true, words: 'đề nghị sửa báo cáo đã gửi' },
  'open-correction': { permission: 'self-report.send', ownUnit: true, words: 'mở bản sửa' },
}

/** The way out that a refusal names, by the state the report is in. */
const waysOut: Record<SelfReportState, string> = {
  'not-started': 'Viết ít nhất một mục trước.',
  drafting: 'Đơn vị đang viết; chờ đơn vị trình hoặc gửi.',
  'with-head': 'Lãnh đạo đơn vị đang giữ báo cáo; đề nghị lãnh đạo trả lại nếu cần sửa.',
  sent: 'Nếu cần sửa, đơn vị đề nghị sửa báo cáo đã gửi; lãnh đạo đơn vị mở bản sửa.',
  returned: 'Đơn vị đang bổ sung; chờ đơn vị gửi lại.',
  accepted: 'Báo cáo đã được tiếp nhận; nếu cần sửa, lãnh đạo đơn vị mở bản sửa và ghi lý do.',
}

/** A report lives from the notice of the visit until the conclusion is issued. */
const reportingStates: readonly InspectionState[] = ['announced', 'opened', 'visited']

/** What a report's acts are judged by. */
export interface SelfReportStanding {
  readonly state: SelfReportState
  readonly unitCode: string
  readonly inspectionState: InspectionState
}

/** The state an act leads to, or undefined when it may not be done from here. */
export function nextSelfReportState(from: SelfReportState, act: SelfReportAct): SelfReportState | undefined {
  return transitions[from][act]
}

/**
 * Why this person may not do this to the report now, or null when they may: `not-permitted` for the wrong person,
 * `wrong-state` for the wrong moment. Once the report is with the head, only the head writes in it.
 * Basis: QĐ 2251/QĐ-UBND, mục IV.3 (the unit reports; its head answers for it).
 */
export function selfReportRefusal(
  act: SelfReportAct,
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  { state, unitCode, inspectionState }: SelfReportStanding,
): Refusal | null {
  const { permission, ownUnit, words } = actors[act]
  if (!holds(viewer, permission) || (ownUnit && viewer.unitCode !== unitCode)) return new Refusal('not-permitted')
  if (!reportingStates.includes(inspectionState))
    return new Refusal('wrong-state', {
      act: words,
      what: 'cuộc kiểm tra',
      state: inspectionStateNames[inspectionState],
      way: 'Báo cáo chỉ viết, gửi và tiếp nhận từ khi thông báo lịch đến khi ban hành kết luận.',
    })
  const headWrites = act === 'write' && state === 'with-head'
  if (nextSelfReportState(state, act) && (!headWrites || holds(viewer, 'self-report.send'))) return null
  return new Refusal('wrong-state', {
    act: words,
    what: 'báo cáo',
    state: selfReportStateNames[state],
    way: waysOut[state],
  })
}

/** What this person may do to the report now. Sending may still be refused for what the report says. */
export function selfReportActions(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  standing: SelfReportStanding,
): SelfReportAct[] {
  const acts = Object.keys(actors) as SelfReportAct[]
  return acts.filter((act) => selfReportRefusal(act, viewer, standing) === null)
}
