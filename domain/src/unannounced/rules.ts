import { holds, mayBeTold, type Viewer } from '../access/permissions.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { type CalendarDay, dayVerdict, verdictInWords } from '../dates/working-days.ts'
import { formatDate, formatInstant } from '../formats/dates.ts'
import { type HalfDay, halfDayNames } from '../inspections/contract.ts'
import { type InspectionState, inspectionStateNames, nextInspectionState } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'
import type { UnannouncedAction, UnannouncedPlan, Warning } from './contract.ts'

/** What the rules ask of one unannounced inspection, for one viewer. */
export interface UnannouncedStanding {
  readonly viewer: Pick<Viewer, 'personId' | 'roles'>
  readonly state: InspectionState
  readonly visitOn: CalendarDate | null
  /** Whether the viewer is in its circle. */
  readonly isTold: boolean
  /** Whether the viewer is one of those who go. */
  readonly goes: boolean
}

/** Why a plan cannot stand, or null: a day of the campaign's period that has not passed. Basis: QĐ 2251/QĐ-UBND, mục III.1. */
export function planRefusal(
  { visitOn }: Pick<UnannouncedPlan, 'visitOn'>,
  campaign: { readonly periodFrom: CalendarDate; readonly periodTo: CalendarDate },
  today: CalendarDate,
): Refusal | null {
  if (visitOn === null) return null
  const date = formatDate(visitOn)
  if (visitOn < campaign.periodFrom || visitOn > campaign.periodTo)
    return new Refusal('outside-period', {
      date,
      from: formatDate(campaign.periodFrom),
      to: formatDate(campaign.periodTo),
    })
  return visitOn < today ? new Refusal('in-the-past', { date, today: formatDate(today) }) : null
}

type Ordered = Pick<UnannouncedPlan, 'unitCode' | 'reasons' | 'visitOn' | 'halfDay'>

/**
 * Whether a change makes another inspection than the leader ordered: another unit, reason or half-day. People, places and
 * notes are the office's. Basis: QĐ 2251/QĐ-UBND, mục II.2 (the leader orders); the list is this product's own.
 */
export function needsNewOrder(before: Ordered, after: Ordered): boolean {
  const keys = ['unitCode', 'reasons', 'visitOn', 'halfDay'] as const
  return keys.some((key) => before[key] !== after[key])
}

/** Why it may not be opened now, or null: by its circle, once ordered, on its day. Basis: mục III.3.2, III.4b. */
export function openingRefusal(standing: UnannouncedStanding, today: CalendarDate): Refusal | null {
  const { isTold, state, visitOn } = standing
  if (!isTold) return new Refusal('no-such-inspection')
  if (!nextInspectionState(state, 'open'))
    return new Refusal('wrong-state', {
      act: 'mở tại chỗ',
      what: 'cuộc kiểm tra đột xuất',
      state: inspectionStateNames[state],
      way: 'Mở được sau khi Trưởng đoàn ra lệnh.',
    })
  return visitOn === null || visitOn === today
    ? null
    : new Refusal('not-the-day', { date: formatDate(visitOn), today: formatDate(today) })
}

/** Why the times of a place cannot be, or null: it is left after it is come to, and neither lies ahead. */
export function placeTimesRefusal(
  { arrivedAt, leftAt }: { readonly arrivedAt: string | null; readonly leftAt: string | null },
  now: string,
): Refusal | null {
  const wrong = (what: string, at: string, why: string) =>
    new Refusal('session-times', { what, at: formatInstant(at), why })
  if (leftAt !== null && arrivedAt === null) return wrong('Giờ rời đi', leftAt, 'chưa ghi giờ đến')
  if (arrivedAt !== null && Date.parse(arrivedAt) > Date.parse(now))
    return wrong('Giờ đến', arrivedAt, 'chưa tới giờ đó')
  if (leftAt === null) return null
  if (Date.parse(leftAt) > Date.parse(now)) return wrong('Giờ rời đi', leftAt, 'chưa tới giờ đó')
  return Date.parse(leftAt) < Date.parse(arrivedAt!) ? wrong('Giờ rời đi', leftAt, 'trước giờ đến') : null
}

/** What this person may do to it now. */
export function actionsNow(standing: UnannouncedStanding, today: CalendarDate): UnannouncedAction[] {
  const { viewer, state, isTold, goes } = standing
  const isSecretAndOpen = state === 'proposed' || state === 'ordered'
  const may: Record<UnannouncedAction, boolean> = {
    edit: isSecretAndOpen && isTold && (holds(viewer, 'unannounced.propose') || holds(viewer, 'unannounced.order')),
    order: isTold && holds(viewer, 'unannounced.order') && nextInspectionState(state, 'order') !== undefined,
    decline: isTold && holds(viewer, 'unannounced.order') && state === 'proposed',
    cancel: isSecretAndOpen && isTold && holds(viewer, 'unannounced.propose'),
    tell: isSecretAndOpen && isTold,
    open: openingRefusal(standing, today) === null,
    visit: ['opened', 'visited', 'concluded', 'closed'].includes(state),
    'record-places': state === 'opened' && (isTold || goes),
    number: ['opened', 'visited', 'concluded'].includes(state) && holds(viewer, 'inspection.announce'),
  }
  return (Object.keys(may) as UnannouncedAction[]).filter((action) => may[action])
}

/** Refuses to tell somebody who administers or is not of the team. */
export function requireMayBeTold(person: Pick<Viewer, 'roles' | 'fullName'>): void {
  if (!mayBeTold(person)) throw new Refusal('cannot-be-told', { name: person.fullName })
}

/** A visit that is no secret, beside a secret one. */
export interface PlainVisit {
  readonly unitCode: string
  readonly unitName: string
  readonly visitOn: CalendarDate
  readonly halfDay: HalfDay
  readonly isMade: boolean
  /** Those of the secret one's people who go there. */
  readonly people: readonly string[]
}

/** How near, in days, the unit's own planned visit is worth telling. */
const nearDays = 10

/**
 * What the circle must know before it goes: days off, and whatever others have put beside it meanwhile. Nobody outside the
 * circle is told, and nothing is refused. Basis: mục IV.2 (once a year); the rest is this product's own.
 */
export function warningsOf(
  secret: {
    readonly unitCode: string
    readonly visitOn: CalendarDate | null
    readonly halfDay: HalfDay | null
  },
  beside: {
    readonly visits: readonly PlainVisit[]
    readonly busy: readonly { readonly fullName: string; readonly reason: string }[]
    readonly unitBusy: readonly string[]
    readonly calendar: readonly CalendarDay[]
  },
): Warning[] {
  const { unitCode, visitOn, halfDay } = secret
  const clash = (sentence: string): Warning => ({ tone: 'clash', sentence })
  const note = (sentence: string): Warning => ({ tone: 'note', sentence })
  const when = (visit: PlainVisit) => `${halfDayNames[visit.halfDay].toLowerCase()} ${formatDate(visit.visitOn)}`
  const ofUnit = beside.visits.filter((visit) => visit.unitCode === unitCode)
  if (visitOn === null || halfDay === null)
    return ofUnit.map((visit) =>
      note(`${visit.unitName} ${visit.isMade ? 'đã được kiểm tra' : 'có lịch kiểm tra'} theo kế hoạch ${when(visit)}.`),
    )
  const verdict = dayVerdict(visitOn, beside.calendar)
  return [
    ...ofUnit.flatMap((visit) => {
      const days = Math.abs(Date.parse(visit.visitOn) - Date.parse(visitOn)) / 86_400_000
      if (days === 0)
        return [
          clash(
            `Cùng ngày, ${visit.unitName} có buổi kiểm tra theo kế hoạch (${when(visit)}). Đơn vị đang chuẩn bị đón Đoàn.`,
          ),
        ]
      if (visit.isMade) return [note(`${visit.unitName} đã được kiểm tra theo kế hoạch ${when(visit)}.`)]
      return [
        note(
          `${visit.unitName} có lịch kiểm tra theo kế hoạch ${when(visit)}${days <= nearDays ? `, cách ${days} ngày` : ''}.`,
        ),
      ]
    }),
    ...beside.visits
      .filter((visit) => visit.visitOn === visitOn && visit.halfDay === halfDay)
      .flatMap((visit) =>
        visit.people.map((name) => clash(`${name} được phân công buổi kiểm tra tại ${visit.unitName} cùng buổi.`)),
      ),
    ...beside.busy.map(({ fullName, reason }) => clash(`${fullName} báo bận${reason ? `: ${reason}` : ''}.`)),
    ...beside.unitBusy.map((reason) => note(`Đơn vị báo bận ngày này${reason ? `: ${reason}` : ''}.`)),
    ...(verdict.working ? [] : [note(`Ngày ${formatDate(visitOn)} là ngày nghỉ (${verdictInWords(verdict)}).`)]),
  ]
}
