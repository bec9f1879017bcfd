import { Refusal } from '@cchc/domain/refusals.ts'
import { lackingFor } from '@cchc/domain/scoring/score.ts'
import type * as contract from '@cchc/domain/scoring/scores-contract.ts'
import {
  moveRefusal,
  needsReason,
  nextScoringState,
  type ScoringAct,
  scoringActNames,
} from '@cchc/domain/scoring/states.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addScore } from './entries.ts'
import { getScoredUnit, lockScoredUnit } from './scored-units.ts'
import { tellOfScoring } from './tell-of-scoring.ts'
import { type OpenScoring, openScoring, unitScoring } from './unit-scoring.ts'

export const sendSelfScores: Act<typeof contract.sendSelfScores> = (context, input) => move(context, input, 'send')
export const showTeamScores: Act<typeof contract.showTeamScores> = (context, input) => move(context, input, 'show')
export const sendExplanations: Act<typeof contract.sendExplanations> = (context, input) =>
  move(context, input, 'explain')
export const agreeScores: Act<typeof contract.agreeScores> = (context, input) => move(context, input, 'agree')
export const reopenScoring: Act<typeof contract.reopenScoring> = (context, input) => move(context, input, 'reopen')

interface Move {
  readonly params: { readonly inspectionId: string }
  readonly body: { readonly revision: number; readonly reason: string }
}

/** Moves a unit's scores on by an act of the state table and tells whose turn it is. Refuses while something is lacking, by name. */
async function move(context: Context, { params, body }: Move, act: ScoringAct): Promise<contract.UnitScoring> {
  const { db, viewer, now, record } = context
  const unit = await lockScoredUnit(context, params.inspectionId)
  const open = await openScoring(context, unit)
  const refusal = moveRefusal(open.standing, act)
  if (refusal) throw refusal
  if (unit.revision !== body.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Phiếu điểm của đơn vị' },
      { theirs: await unitScoring(context, unit) },
    )
  requireWhole(open, act, body.reason)
  if (act === 'show') await forgetAgreed(context, open, unit.scoringId)
  if (act === 'agree') await keepTeamScores(context, open, unit.scoringId)
  const to = nextScoringState(unit.state, act)!
  await db
    .updateTable('unitScorings')
    .set({ state: to, revision: unit.revision + 1 })
    .where('scoringId', '=', unit.scoringId)
    .execute()
  await db
    .insertInto('scoringSteps')
    .values({
      scoringId: unit.scoringId,
      act,
      fromState: unit.state,
      toState: to,
      reason: body.reason,
      doneBy: viewer.personId,
      doneAt: now,
    })
    .execute()
  await record(`scoring.${act}`, unit.scoringId, { from: unit.state, to, reason: body.reason }, unit.inspectionId)
  await tellOfScoring(context, unit, act)
  return unitScoring(context, await getScoredUnit(context, unit.inspectionId))
}

function requireWhole({ unit, criteria }: OpenScoring, act: ScoringAct, reason: string): void {
  const lacking = act === 'reopen' ? [] : lackingFor(act, criteria)
  if (lacking.length > 0) {
    const told = lacking.slice(0, 3).map(({ sentence }) => sentence)
    const more = lacking.length > told.length ? ` (và ${lacking.length - told.length} tiêu chí khác)` : ''
    throw new Refusal(
      'scores-lacking',
      { act: scoringActNames[act], lacking: `${told.join('; ')}${more}` },
      { lacking },
    )
  }
  const differs = criteria.some((one) => one.differs)
  if (needsReason(unit.state, act, differs) && reason === '')
    throw new Refusal('scores-lacking', { act: scoringActNames[act], lacking: 'chưa ghi lý do' })
}

/** What had been agreed before the team scored anew is not carried over it. */
async function forgetAgreed(context: Context, { criteria }: OpenScoring, scoringId: string): Promise<void> {
  for (const { criterion, agreed } of criteria)
    if (agreed?.points != null)
      await addScore(context, {
        scoringId,
        criterionKey: criterion.key,
        side: 'agreed',
        revision: agreed.revision + 1,
        points: null,
        choiceKey: null,
        text: 'Đoàn đã chấm lại.',
        basis: null,
      })
}

/** Criteria without an agreed word of their own keep the team's. */
async function keepTeamScores(context: Context, { criteria }: OpenScoring, scoringId: string): Promise<void> {
  for (const { criterion, agreed, team, computed } of criteria)
    if (agreed?.points == null && team?.points != null)
      await addScore(context, {
        scoringId,
        criterionKey: criterion.key,
        side: 'agreed',
        revision: (agreed?.revision ?? 0) + 1,
        points: team.points,
        choiceKey: team.choiceKey,
        text: 'Giữ điểm Đoàn chấm.',
        basis: computed,
      })
}
