import { belongsToOffice, holds, type Viewer } from '../access/permissions.ts'
import { Refusal } from '../refusals.ts'

/** The way of one unit's scores. Basis: this product's own. */
export const scoringStates = ['open', 'self-scored', 'appraised', 'explained', 'agreed'] as const
export type ScoringState = (typeof scoringStates)[number]
export const scoringStateNames: Record<ScoringState, string> = {
  open: 'Chờ đơn vị tự chấm',
  'self-scored': 'Đoàn đang chấm',
  appraised: 'Chờ đơn vị giải trình',
  explained: 'Chờ thống nhất điểm',
  agreed: 'Đã thống nhất',
}

/** Whose word a score is: the unit's own, the team's, the unit's on the team's, and the one that stands. */
export const scoreSides = ['self', 'team', 'explanation', 'agreed'] as const
export type ScoreSide = (typeof scoreSides)[number]
export const scoreSideNames: Record<ScoreSide, string> = {
  self: 'Đơn vị tự chấm',
  team: 'Đoàn chấm',
  explanation: 'Đơn vị giải trình',
  agreed: 'Điểm thống nhất',
}

export const scoringActs = ['send', 'show', 'explain', 'agree', 'reopen'] as const
export type ScoringAct = (typeof scoringActs)[number]
export const scoringActNames: Record<ScoringAct, string> = {
  send: 'gửi điểm tự chấm',
  show: 'gửi điểm Đoàn chấm cho đơn vị',
  explain: 'gửi giải trình',
  agree: 'chốt điểm thống nhất',
  reopen: 'mở lại bước trước',
}

/** State and act → the next state; what is not listed cannot happen. Reopening goes back one step. */
const transitions: Partial<Record<ScoringState, Partial<Record<ScoringAct, ScoringState>>>> = {
  open: { send: 'self-scored', show: 'appraised' },
  'self-scored': { show: 'appraised', reopen: 'open' },
  appraised: { explain: 'explained', agree: 'agreed', reopen: 'self-scored' },
  explained: { agree: 'agreed', reopen: 'appraised' },
  agreed: { reopen: 'explained' },
}
export const nextScoringState = (state: ScoringState, act: ScoringAct) => transitions[state]?.[act]

/**
 * Acts that need their reason: going back; showing the team's scores to a unit that has sent none of its own; agreeing where
 * the unit has not explained what differs.
 */
export function needsReason(state: ScoringState, act: ScoringAct, differs: boolean): boolean {
  return (
    act === 'reopen' || (act === 'show' && state === 'open') || (act === 'agree' && state === 'appraised' && differs)
  )
}

/** In which states each side is written. The team may begin while the unit is still scoring itself. */
const writtenIn: Record<ScoreSide, readonly ScoringState[]> = {
  self: ['open'],
  team: ['open', 'self-scored'],
  explanation: ['appraised'],
  agreed: ['appraised', 'explained'],
}

/** Who is asked about, and the unit that is scored. `fieldKeys` are those of the viewer's seat on the visit's roster. */
export interface ScoringStanding {
  readonly viewer: Pick<Viewer, 'roles' | 'unitCode'>
  readonly unitCode: string
  readonly state: ScoringState
  readonly fieldKeys: readonly string[]
}

/** Whether the viewer stands on the inspected unit's side, whatever other roles they hold: such a person sees and writes as the unit. */
export function isOfScoredUnit({ viewer, unitCode }: Pick<ScoringStanding, 'viewer' | 'unitCode'>): boolean {
  return viewer.unitCode === unitCode && viewer.roles.some((role) => role === 'unit-officer' || role === 'unit-head')
}

/** Which sides this viewer may read now: each party its own, and the other's once it has been handed over. */
export function sidesKnown(standing: Omit<ScoringStanding, 'fieldKeys'>): ScoreSide[] {
  const { state } = standing
  const reached = (from: ScoringState) => scoringStates.indexOf(state) >= scoringStates.indexOf(from)
  const known: Record<ScoreSide, boolean> = isOfScoredUnit(standing)
    ? { self: true, team: reached('appraised'), explanation: true, agreed: state === 'agreed' }
    : { self: reached('self-scored'), team: true, explanation: reached('explained'), agreed: true }
  return scoreSides.filter((side) => known[side])
}

/**
 * Why this person may not write this side of a criterion of this field now, or null. The team's score is written by the member
 * whose field it is, or by the office; never by somebody of the scored unit.
 */
export function writeRefusal(standing: ScoringStanding, side: ScoreSide, fieldKey: string): Refusal | null {
  const { viewer, unitCode, state, fieldKeys } = standing
  const ofUnit = isOfScoredUnit(standing)
  if (side === 'self' || side === 'explanation') {
    if (!ofUnit || !holds(viewer, 'scoring.self-score')) return new Refusal('not-permitted')
  } else {
    if (ofUnit || !holds(viewer, side === 'team' ? 'scoring.appraise' : 'scoring.agree'))
      return new Refusal('not-permitted')
    if (!belongsToOffice(viewer)) {
      if (viewer.unitCode === unitCode) return new Refusal('scores-own-unit')
      if (!fieldKeys.includes(fieldKey)) return new Refusal('not-own-field')
    }
  }
  return writtenIn[side].includes(state)
    ? null
    : new Refusal('wrong-state', {
        act: `ghi “${scoreSideNames[side]}”`,
        what: 'phiếu điểm của đơn vị',
        state: scoringStateNames[state],
        way: 'Tải lại trang để xem bước hiện tại; nếu cần sửa, đề nghị thư ký Đoàn mở lại.',
      })
}

/** Why this act cannot be done now by this person, or null; what is still lacking is another question. */
export function moveRefusal(standing: ScoringStanding, act: ScoringAct): Refusal | null {
  const { viewer, state } = standing
  const byUnit = act === 'send' || act === 'explain'
  const mayAct = byUnit
    ? isOfScoredUnit(standing) && holds(viewer, 'scoring.send')
    : !isOfScoredUnit(standing) && holds(viewer, 'scoring.agree')
  if (!mayAct) return new Refusal('not-permitted')
  return nextScoringState(state, act)
    ? null
    : new Refusal('wrong-state', {
        act: scoringActNames[act],
        what: 'phiếu điểm của đơn vị',
        state: scoringStateNames[state],
        way: 'Tải lại trang để xem bước hiện tại.',
      })
}

/** What this person may do with the unit's scores as a whole now. */
export function scoringActions(standing: ScoringStanding): ScoringAct[] {
  return scoringActs.filter((act) => moveRefusal(standing, act) === null)
}
