/** The life of an inspection. Basis: QĐ 2251/QĐ-UBND, mục III.3, IV.1; the once-a-year rule is the database's. */
export const inspectionStates = [
  'planned',
  'scheduled',
  'announced',
  'visited',
  'concluded',
  'closed',
  'cancelled',
  'proposed',
  'ordered',
  'opened',
  'registered',
  'merged',
  'separate',
] as const
export type InspectionState = (typeof inspectionStates)[number]

export const inspectionKinds = ['planned', 'unannounced', 'thematic'] as const
export type InspectionKind = (typeof inspectionKinds)[number]

export const inspectionStateNames: Record<InspectionState, string> = {
  planned: 'Chưa xếp lịch',
  scheduled: 'Đã xếp lịch',
  announced: 'Đã thông báo lịch',
  visited: 'Đã kiểm tra',
  concluded: 'Đã kết luận',
  closed: 'Đã đóng hồ sơ',
  cancelled: 'Đã hủy',
  proposed: 'Đã đề xuất',
  ordered: 'Đã có lệnh',
  opened: 'Đã công bố tại chỗ',
  registered: 'Đã đăng ký',
  merged: 'Đã lồng ghép',
  separate: 'Kiểm tra riêng',
}

export type InspectionAct =
  | 'schedule'
  | 'announce'
  | 'visit'
  | 'conclude'
  | 'close'
  | 'cancel'
  | 'order'
  | 'open'
  | 'revise'
  | 'merge'
  | 'separate'
  | 'unmerge'
  | 'finish'
  | 'reopen'
  | 'unconclude'

/** From state, by act, to state; what is not listed is refused. */
const transitions: Partial<Record<InspectionState, Partial<Record<InspectionAct, InspectionState>>>> = {
  planned: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { schedule: 'scheduled', announce: 'announced', cancel: 'cancelled' },
  announced: { schedule: 'announced', announce: 'announced', visit: 'visited', cancel: 'cancelled' },
  // A thematic one is finished by its department, without a notice of the team's.
  visited: { conclude: 'concluded', finish: 'closed' },
  concluded: { conclude: 'concluded', close: 'closed', unconclude: 'visited' },
  // A notice that replaces another may ask for something again; one that is withdrawn leaves the visit without a conclusion.
  closed: { reopen: 'concluded', unconclude: 'visited' },
  // Unannounced. Basis: mục II.2, III.3.2, III.4b.
  proposed: { order: 'ordered', cancel: 'cancelled' },
  ordered: { open: 'opened', cancel: 'cancelled', revise: 'proposed' },
  opened: { visit: 'visited' },
  // Thematic. Basis: mục II.3, IV.2.
  registered: { merge: 'merged', separate: 'separate', cancel: 'cancelled' },
  merged: { unmerge: 'registered', cancel: 'cancelled' },
  separate: { visit: 'visited', cancel: 'cancelled', unmerge: 'registered' },
}

/** From these states on an unannounced inspection has been opened on site and is no secret. Basis: mục III.3.2, III.4b. */
export const openedStates = ['opened', 'visited', 'concluded', 'closed'] as const satisfies readonly InspectionState[]

/** Whether an inspection is kept from all but its circle. */
export function isSecret({ kind, state }: { readonly kind: string; readonly state: string }): boolean {
  return kind === 'unannounced' && !(openedStates as readonly string[]).includes(state)
}

/** The state an act leads to, or undefined when it may not be done from here. */
export function nextInspectionState(from: InspectionState, act: InspectionAct): InspectionState | undefined {
  return transitions[from]?.[act]
}
