import { Refusal } from '@cchc/domain/refusals.ts'
import { isOvertaken } from '@cchc/domain/scoring/basis.ts'
import { pointsOf, requireReason } from '@cchc/domain/scoring/score.ts'
import type * as contract from '@cchc/domain/scoring/scores-contract.ts'
import { findCriterion } from '@cchc/domain/scoring/sheet.ts'
import { type ScoreSide, scoreSideNames, writeRefusal } from '@cchc/domain/scoring/states.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addScore } from './entries.ts'
import { lockScoredUnit } from './scored-units.ts'
import { openScoring, unitScoring } from './unit-scoring.ts'

interface Given {
  readonly revision: number
  readonly points: number | null
  readonly choiceKey: string | null
  readonly text: string
}

export const saveSelfScore: Act<typeof contract.saveSelfScore> = (context, { params, body }) =>
  saveScore(context, params, 'self', body)
export const saveTeamScore: Act<typeof contract.saveTeamScore> = (context, { params, body }) =>
  saveScore(context, params, 'team', body)
export const saveAgreedScore: Act<typeof contract.saveAgreedScore> = (context, { params, body }) =>
  saveScore(context, params, 'agreed', body)
export const saveExplanation: Act<typeof contract.saveExplanation> = (context, { params, body }) =>
  saveScore(context, params, 'explanation', { ...body, points: null, choiceKey: null })

/**
 * Adds one score to a criterion's history. A stale revision is refused with what stands, unless that is the very same; the
 * very same on figures that have changed is written anew, because it now rests on those.
 */
async function saveScore(
  context: Context,
  { inspectionId, criterionKey }: { inspectionId: string; criterionKey: string },
  side: ScoreSide,
  given: Given,
): Promise<contract.UnitScoring> {
  const unit = await lockScoredUnit(context, inspectionId)
  const criterion = findCriterion(unit.sheet, criterionKey)
  if (!criterion) throw new Refusal('no-such-criterion')
  const { standing, criteria } = await openScoring(context, unit)
  const refusal = writeRefusal(standing, side, criterion.fieldKey)
  if (refusal) throw refusal
  const stands = criteria.find((one) => one.criterion.key === criterionKey)!
  const points = side === 'explanation' ? null : pointsOf(criterion, given)
  const choiceKey = points === null ? null : given.choiceKey
  const basis = side === 'explanation' || points === null ? null : stands.computed
  const before = stands[side]
  const isSame = before?.points === points && before.choiceKey === choiceKey && before.text === given.text
  if (isSame && !isOvertaken(before.basis, basis)) return unitScoring(context, unit)
  if ((before?.revision ?? 0) !== given.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: `“${scoreSideNames[side]}” của tiêu chí “${criterion.label}”`, who: before?.by ?? '' },
      { theirs: before },
    )
  if (side !== 'explanation')
    requireReason(
      criterion,
      side,
      { points, choiceKey, reason: given.text },
      {
        computed: stands.computed?.points ?? null,
        self: stands.self?.points ?? null,
        team: stands.team?.points ?? null,
      },
    )
  const { scoringId } = unit
  const revision = given.revision + 1
  await addScore(context, { scoringId, criterionKey, side, revision, points, choiceKey, text: given.text, basis })
  await context.record('scoring.save', scoringId, { criterionKey, side, revision }, inspectionId)
  return unitScoring(context, unit)
}
