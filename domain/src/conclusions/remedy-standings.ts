import type { ProposedRemedy } from './draft-conclusion.ts'
import type { NoticeStructure, PieceStanding } from './notice-structure.ts'

interface Demand {
  readonly recommendationId: string
  readonly findingId: string | null
  readonly text: string
}

/** The key under which it is remembered what was asked for a point. */
export const remedyKey = (pointId: string) => `remedy:${pointId}`

/**
 * What is proposed to ask for each point beside what the notice asks; a point that asks nothing is left to the board, which
 * says so. `findingsOf` = the findings that a point stands on.
 */
export function remedyStandings(
  remedies: readonly ProposedRemedy[],
  demands: readonly Demand[],
  findingsOf: (pointId: string) => readonly string[],
  taken: NoticeStructure['taken'],
): (PieceStanding & { readonly recommendationId: string })[] {
  return remedies.flatMap(({ pointId, text: proposed }) => {
    const key = remedyKey(pointId)
    const before = taken[key]
    const own = demands.filter(({ findingId }) => findingId !== null && findingsOf(pointId).includes(findingId))
    const demand = own.find(({ text }) => text === proposed) ?? own.find(({ text }) => text === before?.words) ?? own[0]
    if (!demand) return []
    const isChanged = before !== undefined && before.words !== proposed
    const state = demand.text === proposed ? 'same' : isChanged ? 'changed' : 'edited'
    return [
      {
        key,
        part: 'recommendations',
        state,
        proposed,
        taken: before?.words ?? null,
        now: demand.text,
        standsIn: null,
        pointIds: [pointId],
        lacking: [],
        recommendationId: demand.recommendationId,
      },
    ]
  })
}
