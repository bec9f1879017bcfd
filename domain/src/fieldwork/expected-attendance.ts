import { person, postAt } from '../papers/wording.ts'
import type { AttendanceRow } from './contract.ts'
import type { Seat } from './rules.ts'

/** A seat on the roster of a visit; without a name while its agency has named nobody. */
export interface RosterSeat extends Seat {
  readonly fullName: string | null
  readonly post: string
  readonly agencyName: string | null
  readonly roleName: string
}

/**
 * Who is expected on both sides, nobody yet marked present: the named people of the roster, then the unit's own. Who in
 * fact came is ticked on site. Basis: QĐ 2251/QĐ-UBND, mục III.2.
 */
export function expectedAttendance(
  roster: readonly RosterSeat[],
  unitPeople: readonly { readonly fullName: string; readonly post: string }[],
): AttendanceRow[] {
  return [
    ...roster.flatMap((seat) =>
      seat.fullName === null
        ? []
        : [{ side: 'team' as const, fullName: seat.fullName, post: teamPost(seat), present: false }],
    ),
    ...unitPeople.map(({ fullName, post }) => ({ side: 'unit' as const, fullName, post, present: false })),
  ]
}

/**
 * The agencies whose people in fact came for the team, in the roster's order: somebody of its seat was ticked, or somebody
 * added on site has the agency in their post. What the roster merely expects is no proof.
 */
export function agenciesPresent(
  roster: readonly Pick<RosterSeat, 'fullName' | 'agencyName'>[],
  attendance: readonly AttendanceRow[],
): string[] {
  const came = attendance.filter(({ side, present }) => side === 'team' && present)
  const isPresent = ({ fullName, agencyName }: (typeof roster)[number]) =>
    came.some((row) => row.fullName === fullName || (agencyName !== null && row.post.includes(agencyName)))
  return [...new Set(roster.filter(isPresent).flatMap(({ agencyName }) => agencyName ?? []))]
}

/** Roles that may chair a session, highest first. */
const chairs: readonly Seat['role'][] = ['leader', 'standing-deputy', 'deputy']

/** Who chairs and who writes unless the session says otherwise: the highest leader on the roster, and its secretary; '' where there is none. */
export function expectedOfficers(roster: readonly RosterSeat[]): { chair: string; secretary: string } {
  const named = roster.filter((seat) => seat.fullName !== null)
  const ofRole = (role: Seat['role']) => named.find((seat) => seat.role === role)
  const chair = chairs.map(ofRole).find((seat) => seat !== undefined)
  const secretary = ofRole('secretary')
  return { chair: chair ? seatInWords(chair) : '', secretary: secretary ? seatInWords(secretary) : '' }
}

/** A seat as the minutes name it: "Trần Văn Mẫu, Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn". */
export function seatInWords(seat: RosterSeat): string {
  return person({ name: seat.fullName, post: teamPost(seat) })
}

function teamPost({ post, agencyName, roleName }: RosterSeat): string {
  const full = postAt(post, agencyName)
  return full.includes(roleName) ? full : [full, roleName].filter((part) => part !== '').join(', ')
}
