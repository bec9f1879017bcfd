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

/** Somebody with an account who may sign, and how the minutes name them by themselves. */
export interface PossibleSigner {
  readonly personId: string
  readonly fullName: string
  readonly inWords: string
}

/**
 * The person that a line of the minutes names, of the first circle – the visit's roster, then the office – that has somebody of
 * that name: whose words it says, else the only one of the name. Null where nobody is of that name, or several and the line
 * does not tell which.
 */
export function signerAmong(words: string, ...circles: readonly (readonly PossibleSigner[])[]): string | null {
  const name = plainName(nameIn(words) ?? '')
  for (const circle of circles) {
    const sameName = circle.filter(({ fullName }) => plainName(fullName) === name)
    const exact = sameName.filter(({ inWords }) => plainName(inWords) === plainName(words))
    if (sameName.length > 0) return onlyOne(exact) ?? onlyOne(sameName)
  }
  return null
}

function onlyOne(people: readonly PossibleSigner[]): string | null {
  return new Set(people.map(({ personId }) => personId)).size === 1 ? people[0]!.personId : null
}
