/**
 * How many parties, at most `most`, can go out at once when each must have somebody for every need and nobody is in two
 * places. `needs` lists who could meet each one; without needs any number can go.
 */
export function partiesThatCanGo(needs: readonly (readonly string[])[], most: number): number {
  const fewest = Math.min(most, ...needs.map((keys) => keys.length))
  for (let count = fewest; count > 1; count--) if (canSplit(needs, count)) return count
  return Math.min(fewest, 1)
}

/** Tries to give every party somebody for every need, the scarcest needs first. */
function canSplit(needs: readonly (readonly string[])[], count: number): boolean {
  const partyOf = new Map<string, number>()
  const wants = needs
    .toSorted((a, b) => a.length - b.length)
    .flatMap((keys) => Array.from({ length: count }, (_, party) => ({ keys, party })))
  const settle = (index: number): boolean => {
    const want = wants[index]
    if (!want) return true
    if (want.keys.some((key) => partyOf.get(key) === want.party)) return settle(index + 1)
    for (const key of want.keys) {
      if (partyOf.has(key)) continue
      partyOf.set(key, want.party)
      if (settle(index + 1)) return true
      partyOf.delete(key)
    }
    return false
  }
  return settle(0)
}
