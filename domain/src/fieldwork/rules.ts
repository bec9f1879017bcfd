import { belongsToOffice, holds, type Viewer } from '../access/permissions.ts'
import type { teamRoles } from '../campaigns/contract.ts'
import { type CalendarDate, dateInVietnam } from '../dates/calendar-date.ts'
import { formatDate, formatInstant } from '../formats/dates.ts'
import { type InspectionState, inspectionStateNames, nextInspectionState } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'
import type { AttendanceRow, VisitView } from './contract.ts'

/** The viewer's own seat on the roster of a visit. */
export interface Seat {
  readonly role: (typeof teamRoles)[number]
  readonly fieldKeys: readonly string[]
  /** Registrations that somebody was sent for who is no member of the team but a guest of a merged thematic inspection. */
  readonly guestOf?: readonly string[]
}

/** What the rules of one visit are asked about; `seat` is null for somebody who is not on its roster. */
export interface VisitStanding {
  readonly viewer: Pick<Viewer, 'personId' | 'roles'>
  readonly seat: Seat | null
  readonly visitState: VisitView['state']
  readonly inspectionState: InspectionState
  readonly visitOn: CalendarDate | null
}

/** Whether somebody is here for a merged thematic inspection alone. */
function isGuest({ viewer, seat }: VisitStanding): boolean {
  return seat?.guestOf !== undefined && !belongsToOffice(viewer)
}

/** Why this person may not write at this visit at all: only its roster and the office do. Basis: QĐ 2251/QĐ-UBND, mục III.2a, IV.2. */
export function writerRefusal({ viewer, seat }: VisitStanding): Refusal | null {
  if (!holds(viewer, 'fieldwork.record')) return new Refusal('not-permitted')
  return belongsToOffice(viewer) || seat ? null : new Refusal('not-on-roster')
}

/**
 * Why the session may not start now, or null: from its day on, once its notice is out. A session that is already open may
 * be started again without effect, so that two devices or a repeated request do no harm.
 */
export function startRefusal(standing: VisitStanding, today: CalendarDate): Refusal | null {
  const { visitState, inspectionState, visitOn } = standing
  const notAWriter = writerRefusal(standing)
  if (notAWriter) return notAWriter
  if (isGuest(standing)) return new Refusal('only-own-findings')
  if (visitState === 'closed' || visitOn === null || !nextInspectionState(inspectionState, 'visit'))
    return new Refusal('wrong-state', {
      act: 'bắt đầu buổi kiểm tra',
      what: 'cuộc kiểm tra',
      state: inspectionStateNames[inspectionState],
      way: 'Buổi kiểm tra bắt đầu được sau khi đã thông báo lịch và trước khi khóa biên bản.',
    })
  return visitOn > today ? new Refusal('visit-not-today', { date: formatDate(visitOn) }) : null
}

/**
 * Why nothing may be recorded (or the session closed) now, or null: while the session is open, by its writers. Guests of a
 * merged thematic inspection record findings and nothing else.
 */
export function recordRefusal(standing: VisitStanding, what: 'anything' | 'findings' = 'anything'): Refusal | null {
  const { visitState, inspectionState } = standing
  const isOpen = visitState === 'open' && nextInspectionState(inspectionState, 'visit') !== undefined
  const notAWriter = writerRefusal(standing)
  if (notAWriter) return notAWriter
  if (what === 'anything' && isGuest(standing)) return new Refusal('only-own-findings')
  return isOpen ? null : new Refusal('session-not-open')
}

/** Roles on the roster that chair a session. */
const chairs: readonly Seat['role'][] = ['leader', 'standing-deputy', 'deputy']

/** Whether this person leads the visit: the leader, or whoever chairs on its roster. */
function leadsVisit({ viewer, seat }: VisitStanding): boolean {
  return viewer.roles.includes('team-leader') || (seat !== null && chairs.includes(seat.role))
}

/**
 * What this person may do with the pen of the minutes, held by `holderId` or nobody: take it while it is free, hand over one's
 * own, and lay down one's own or, as who leads the visit, anybody's. From before the visit until the minutes are closed.
 */
export function penActions(standing: VisitStanding, holderId: string | null): ('take' | 'hand-over' | 'release')[] {
  if (penRefusal(standing)) return []
  const isMine = holderId === standing.viewer.personId
  return [
    ...(holderId === null ? ['take' as const] : []),
    ...(isMine ? ['hand-over' as const] : []),
    ...(isMine || (holderId !== null && leadsVisit(standing)) ? ['release' as const] : []),
  ]
}

/** Why this person has nothing to do with the pen at all, or null. */
export function penRefusal(standing: VisitStanding): Refusal | null {
  const notAWriter = writerRefusal(standing)
  if (notAWriter) return notAWriter
  if (isGuest(standing)) return new Refusal('only-own-findings')
  return standing.visitState === 'closed' ? new Refusal('session-closed') : null
}

/**
 * The thematic inspection that a finding belongs to: for a guest one they were sent for, the first unless they say which; for
 * the team none, or one that takes place inside the visit. Refuses with `not-a-guest`.
 */
export function findingBelongsTo(
  standing: VisitStanding,
  merged: readonly string[],
  wanted: string | null,
): { registrationId: string | null } | Refusal {
  const own = isGuest(standing) ? (standing.seat?.guestOf ?? []) : null
  if (own && wanted === null) return { registrationId: own[0] ?? null }
  return wanted === null || (own ?? merged).includes(wanted) ? { registrationId: wanted } : new Refusal('not-a-guest')
}

/** Whether this person may change or remove a finding: whoever recorded it, and the secretary of the team or of this visit. */
export function mayChangeFinding({ viewer, seat }: VisitStanding, recordedBy: string): boolean {
  return recordedBy === viewer.personId || viewer.roles.includes('planner') || seat?.role === 'secretary'
}

/** What this person may do at the visit now. Closing may still be refused for what the minutes lack. */
export function visitActions(standing: VisitStanding, today: CalendarDate): VisitView['actions'] {
  const isRecordable = recordRefusal(standing) === null
  const mayStart = standing.visitState === 'not-started' && startRefusal(standing, today) === null
  const maySayFindings = recordRefusal(standing, 'findings') === null
  return [
    ...(mayStart ? ['start' as const] : []),
    ...(maySayFindings ? ['record-findings' as const] : []),
    ...(isRecordable ? ['record' as const, 'close' as const] : []),
  ]
}

/** Why a session cannot have started at this instant: not before its day (Asia/Ho_Chi_Minh), not after now. */
export function startTimeRefusal(startedAt: string, now: string, visitOn: CalendarDate): Refusal | null {
  if (dateInVietnam(startedAt) < visitOn) return new Refusal('visit-not-today', { date: formatDate(visitOn) })
  return isAfter(startedAt, now) ? timeRefusal('Giờ bắt đầu', startedAt, 'chưa tới giờ đó') : null
}

/** Why a session cannot have ended at this instant: after it started, not after now. */
export function endTimeRefusal(endedAt: string, now: string, startedAt: string): Refusal | null {
  if (!isAfter(endedAt, startedAt))
    return timeRefusal('Giờ kết thúc', endedAt, `buổi kiểm tra bắt đầu lúc ${formatInstant(startedAt)}`)
  return isAfter(endedAt, now) ? timeRefusal('Giờ kết thúc', endedAt, 'chưa tới giờ đó') : null
}

/** What the minutes still lack before they can be closed, in Vietnamese; empty when nothing. Basis: Nghị định 30/2020/NĐ-CP, mẫu 1.9. */
export function missingInMinutes(minutes: {
  readonly attendance: readonly AttendanceRow[]
  readonly chair: string
  readonly secretary: string
}): string[] {
  const isPresent = (side: AttendanceRow['side']) => minutes.attendance.some((row) => row.side === side && row.present)
  return [
    ...(isPresent('team') ? [] : ['chưa ghi ai của Đoàn kiểm tra có mặt']),
    ...(isPresent('unit') ? [] : ['chưa ghi ai của đơn vị có mặt']),
    ...(minutes.chair.trim() ? [] : ['chưa ghi chủ trì']),
    ...(minutes.secretary.trim() ? [] : ['chưa ghi thư ký']),
  ]
}

function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b)
}

function timeRefusal(what: string, instant: string, why: string): Refusal {
  return new Refusal('session-times', { what, at: formatInstant(instant), why })
}
