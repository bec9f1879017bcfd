import { z } from 'zod'
import { type BusyTime, busyAt } from '../availability/busy-time.ts'
import type { TeamMemberView } from '../campaigns/contract.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'

/** A seat of the team as a roster is judged by it: who sits in it, and what keeps them from one half-day. */
export interface SeatForRoster
  extends Pick<
    TeamMemberView,
    'teamMemberId' | 'role' | 'agencyCode' | 'personId' | 'fullName' | 'post' | 'fieldKeys'
  > {
  /** The busy time that the half-day falls into; its reason is nobody's business here. */
  readonly busy: Pick<BusyTime, 'from' | 'to' | 'halfDay'> | null
  /** The unit of the other visit that the person goes to in this half-day; null when they are free. */
  readonly elsewhere: string | null
}

export interface FieldForRoster {
  readonly fieldKey: string
  readonly name: string
  readonly leadAgencyCode: string | null
  /** Seats that take the field when its lead is away, in this order. */
  readonly standIns: readonly string[]
}

/** What a roster is judged by. Basis: QĐ 2251/QĐ-UBND, mục III.2 (roster per visit), IV.2 (a lead for each field). */
export interface RosterQuestion {
  readonly fields: readonly FieldForRoster[]
  readonly seats: readonly SeatForRoster[]
  /** People that a visit needs at the least. */
  readonly quorum: number
}

export interface RosterChoice {
  readonly teamMemberId: string
  readonly fieldKeys: readonly string[]
}

export const rosterRules = [
  'person-elsewhere',
  'person-busy',
  'seat-unnamed',
  'field-uncovered',
  'below-quorum',
] as const

/** One thing that is wrong with a roster, with whom or what it is about. */
export const RosterGap = z.object({
  rule: z.enum(rosterRules),
  sentence: z.string(),
  /** `schedule`: the half-day cannot be kept so; `announce`: the notice needs a recorded reason; `none`: to know. */
  stops: z.enum(['schedule', 'announce', 'none']),
  teamMemberId: z.string().nullable(),
  fieldKey: z.string().nullable(),
})
export type RosterGap = z.infer<typeof RosterGap>

const nameOf = ({ fullName, post }: Pick<SeatForRoster, 'fullName' | 'post'>) => fullName ?? post

/** Whether somebody sits in the seat and can come: named, not busy, not at another visit. */
export function canCome({
  personId,
  busy,
  elsewhere,
}: Pick<SeatForRoster, 'personId' | 'busy' | 'elsewhere'>): boolean {
  return personId !== null && busy === null && elsewhere === null
}

/**
 * Everything that is wrong with a roster, worst first: who is in two places, who is busy, seats without a person, fields that
 * nobody who can come inspects, too few people. Somebody who cannot come covers nothing and does not count.
 */
export function rosterGaps(question: RosterQuestion, roster: readonly RosterChoice[]): RosterGap[] {
  const { fields, seats, quorum } = question
  const chosen = roster.flatMap(({ teamMemberId, fieldKeys }) => {
    const seat = seats.find((each) => each.teamMemberId === teamMemberId)
    return seat ? [{ seat, fieldKeys }] : []
  })
  const coming = chosen.filter(({ seat }) => canCome(seat))
  const about = (seat: SeatForRoster) => ({ teamMemberId: seat.teamMemberId, fieldKey: null })
  const gaps: RosterGap[] = []
  for (const { seat } of chosen)
    if (seat.elsewhere !== null)
      gaps.push({
        rule: 'person-elsewhere',
        sentence: `${nameOf(seat)} đã có mặt ở buổi kiểm tra khác cùng buổi (${seat.elsewhere}).`,
        stops: 'schedule',
        ...about(seat),
      })
  for (const { seat } of chosen)
    if (seat.busy !== null)
      gaps.push({
        rule: 'person-busy',
        sentence: `${nameOf(seat)} bận ${busyInWords(seat.busy)}.`,
        stops: 'none',
        ...about(seat),
      })
  for (const { seat } of chosen)
    if (seat.personId === null)
      gaps.push({
        rule: 'seat-unnamed',
        sentence: `Vị trí “${seat.post}” chưa cử người nên chưa tính là có mặt.`,
        stops: 'none',
        ...about(seat),
      })
  for (const { fieldKey, name } of fields) {
    if (coming.some(({ fieldKeys }) => fieldKeys.includes(fieldKey))) continue
    const named = chosen.filter(({ fieldKeys }) => fieldKeys.includes(fieldKey)).map(({ seat }) => nameOf(seat))
    const why = named.length > 0 ? ` (${named.join(', ')} không dự được)` : ''
    gaps.push({
      rule: 'field-uncovered',
      sentence: `Lĩnh vực “${name}” chưa có ai kiểm tra${why}.`,
      stops: 'announce',
      teamMemberId: null,
      fieldKey,
    })
  }
  if (coming.length < quorum)
    gaps.push({
      rule: 'below-quorum',
      sentence: `Mới có ${coming.length} người dự được, buổi kiểm tra cần ít nhất ${quorum} người.`,
      stops: 'announce',
      teamMemberId: null,
      fieldKey: null,
    })
  return gaps
}

/**
 * The roster to propose: for each field the seat of its lead agency, else its first stand-in who can come, else anybody whose
 * field it is; with the standing deputy (or a deputy) to chair and the secretary; then members until there are enough. In the
 * order of the team. A field that nobody can take stays open and shows as a gap.
 */
export function proposeRoster({ fields, seats, quorum }: RosterQuestion): RosterChoice[] {
  const free = seats.filter(canCome)
  const taken = new Map<string, string[]>()
  const take = (seat: SeatForRoster | undefined, ...fieldKeys: string[]) => {
    if (seat) taken.set(seat.teamMemberId, [...(taken.get(seat.teamMemberId) ?? []), ...fieldKeys])
  }
  const first = (...tests: ((seat: SeatForRoster) => boolean)[]) => tests.map((test) => free.find(test)).find(Boolean)
  take(first(hasRole('standing-deputy'), hasRole('deputy')))
  take(first(hasRole('secretary')))
  for (const field of fields) take(whoTakes(field, free), field.fieldKey)
  for (const role of ['member', 'deputy', 'secretary'] as const)
    for (const seat of free) {
      if (taken.size >= quorum) break
      if (seat.role === role && !taken.has(seat.teamMemberId)) take(seat)
    }
  return seats.flatMap(({ teamMemberId }) => {
    const fieldKeys = taken.get(teamMemberId)
    return fieldKeys ? [{ teamMemberId, fieldKeys }] : []
  })
}

const hasRole = (role: SeatForRoster['role']) => (seat: SeatForRoster) => seat.role === role

/** Officers inspect; their leaders come where the agency sends nobody else. The leader of the team is asked last. */
const order: readonly SeatForRoster['role'][] = ['member', 'secretary', 'deputy', 'standing-deputy', 'leader']

function whoTakes(field: FieldForRoster, free: readonly SeatForRoster[]): SeatForRoster | undefined {
  const byRole = [...free].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const ofLead = byRole.filter(({ agencyCode }) => agencyCode !== null && agencyCode === field.leadAgencyCode)
  const isTheirs = ({ fieldKeys }: SeatForRoster) => fieldKeys.includes(field.fieldKey)
  const standIn = field.standIns
    .map((id) => free.find(({ teamMemberId }) => teamMemberId === id))
    .find((seat) => seat !== undefined)
  return ofLead.find(isTheirs) ?? ofLead[0] ?? standIn ?? byRole.find(isTheirs)
}

/** "ngày 03/09/2026", "sáng 03/09/2026", "từ 03/09/2026 đến 05/09/2026". */
export function busyInWords({ from, to, halfDay }: Pick<BusyTime, 'from' | 'to' | 'halfDay'>): string {
  if (halfDay !== null) return `${halfDay === 'morning' ? 'sáng' : 'chiều'} ${formatDate(from)}`
  return from === to ? `ngày ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(to)}`
}

/** The seats of a team for one half-day, from everybody's busy times and from the other visits of that half-day. */
export function seatsForSlot<T extends Omit<SeatForRoster, 'busy' | 'elsewhere'>>(
  seats: readonly T[],
  slot: { visitOn: CalendarDate; halfDay: 'morning' | 'afternoon' },
  busy: ReadonlyMap<string, readonly BusyTime[]>,
  elsewhere: ReadonlyMap<string, string>,
): (T & SeatForRoster)[] {
  return seats.map((seat) => {
    const time = seat.personId === null ? undefined : busyAt(busy.get(seat.personId) ?? [], slot.visitOn, slot.halfDay)
    return {
      ...seat,
      busy: time ? { from: time.from, to: time.to, halfDay: time.halfDay } : null,
      elsewhere: (seat.personId !== null && elsewhere.get(seat.personId)) || null,
    }
  })
}
