import { type RosterSeat, seatInWords } from './expected-attendance.ts'

/** Whose account signs as secretary and as chair; null for a guest, and where two people cannot be told apart: then by name. */
export interface Signers {
  readonly secretary: string | null
  readonly chair: string | null
}

/** A name or a line of the minutes as it is compared. */
export const plainName = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi')

/** The name in "Trần Văn Mẫu, Phó Giám đốc Sở Nội vụ"; null while nobody is named. */
export function nameIn(words: string): string | null {
  return words.split(/[,\n]/u)[0]!.trim() || null
}

/**
 * The person of the roster that a line of the minutes names: whose name and post it says, else the only one of that name.
 * Null where the roster has nobody of that name, or several and the line does not tell which.
 */
export function signerAmong(
  words: string,
  roster: readonly (RosterSeat & { readonly personId: string | null })[],
): string | null {
  const name = plainName(nameIn(words) ?? '')
  const sameName = roster.filter((seat) => seat.personId !== null && plainName(seat.fullName ?? '') === name)
  const exact = sameName.filter((seat) => plainName(seatInWords(seat)) === plainName(words))
  return onlyOne(exact) ?? onlyOne(sameName)
}

function onlyOne(seats: readonly { readonly personId: string | null }[]): string | null {
  const people = new Set(seats.map(({ personId }) => personId))
  return people.size === 1 ? seats[0]!.personId : null
}
