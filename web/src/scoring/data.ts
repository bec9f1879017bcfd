import { getScoringResults } from '@cchc/domain/scoring/results-contract.ts'
import {
  agreeScores,
  getUnitScoring,
  listScoreHistory,
  listScorings,
  reopenScoring,
  saveAgreedScore,
  saveExplanation,
  saveSelfScore,
  saveTeamScore,
  sendExplanations,
  sendSelfScores,
  showTeamScores,
  type UnitScoring,
} from '@cchc/domain/scoring/scores-contract.ts'
import type { ScoreSide, ScoringAct } from '@cchc/domain/scoring/states.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Units with where their scores stand. */
export const scoringsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['scoring', 'campaign', campaignId],
    queryFn: ({ signal }) => call(listScorings, { params: { campaignId }, signal }),
  })

/** The scores of one unit. */
export const unitScoringQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['scoring', 'unit', inspectionId],
    queryFn: ({ signal }) => call(getUnitScoring, { params: { inspectionId }, signal }),
  })

export const historyQuery = (inspectionId: string, criterionKey: string) =>
  queryOptions({
    queryKey: ['scoring', 'unit', inspectionId, 'history', criterionKey],
    queryFn: ({ signal }) => call(listScoreHistory, { params: { inspectionId, criterionKey }, signal }),
  })

export const resultsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['scoring', 'results', campaignId],
    queryFn: ({ signal }) => call(getScoringResults, { params: { campaignId }, signal }),
  })

/** What somebody gives a criterion; an explanation has words alone. */
export interface Given {
  readonly points: number | null
  readonly choiceKey: string | null
  readonly text: string
}

/** Saves go out one after another, so that no earlier answer comes over a later one. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

const savers = { self: saveSelfScore, team: saveTeamScore, agreed: saveAgreedScore } as const

/** Saves one side of one criterion, and shows the unit's scores as they then are. */
export function giveScore(
  inspectionId: string,
  criterionKey: string,
  side: ScoreSide,
  given: Given,
  revisionNow: () => number,
): Promise<UnitScoring> {
  const params = { inspectionId, criterionKey }
  return inTurn(async () => {
    const revision = revisionNow()
    const view =
      side === 'explanation'
        ? await call(saveExplanation, { params, body: { revision, text: given.text } })
        : await call(savers[side], { params, body: { revision, ...given } })
    queries.setQueryData(unitScoringQuery(inspectionId).queryKey, view)
    void queries.invalidateQueries({ queryKey: historyQuery(inspectionId, criterionKey).queryKey })
    return view
  })
}

const moves: Record<ScoringAct, typeof sendSelfScores> = {
  send: sendSelfScores,
  show: showTeamScores,
  explain: sendExplanations,
  agree: agreeScores,
  reopen: reopenScoring,
}

/** Does one act with the unit's scores as a whole. */
export function moveScoring({ inspectionId, revision }: UnitScoring, act: ScoringAct, reason: string): Promise<void> {
  return inTurn(async () => {
    const view = await call(moves[act], { params: { inspectionId }, body: { revision, reason } })
    queries.setQueryData(unitScoringQuery(inspectionId).queryKey, view)
    await queries.invalidateQueries({ queryKey: ['scoring', 'campaign'] })
    await queries.invalidateQueries({ queryKey: ['scoring', 'results'] })
  })
}
