import { Refusal } from '@cchc/domain/refusals.ts'
import type { listScoreHistory as contract } from '@cchc/domain/scoring/scores-contract.ts'
import { findCriterion } from '@cchc/domain/scoring/sheet.ts'
import { type ScoreSide, sidesKnown } from '@cchc/domain/scoring/states.ts'
import type { Act } from '../platform/serve.ts'
import { readChanges } from './entries.ts'
import { getScoredUnit } from './scored-units.ts'

/** Every change of one criterion's scores that the viewer may know, newest first; a change says what stood before it. */
export const listScoreHistory: Act<typeof contract> = async (context, { params: { inspectionId, criterionKey } }) => {
  const { db, viewer } = context
  const unit = await getScoredUnit(context, inspectionId)
  const criterion = findCriterion(unit.sheet, criterionKey)
  if (!criterion) throw new Refusal('no-such-criterion')
  if (unit.scoringId === null) return { changes: [] }
  const { way } = criterion
  const choiceOf = (key: string | null) =>
    way.kind === 'choice' ? (way.choices.find((choice) => choice.key === key)?.label ?? null) : null
  const before = new Map<ScoreSide, number | null>()
  const changes = (await readChanges(db, unit.scoringId, criterionKey, sidesKnown({ viewer, ...unit }))).map(
    (change) => {
      const from = before.get(change.side) ?? null
      before.set(change.side, change.points)
      const { side, points, choiceKey, text, basis, by, at } = change
      return { side, from, to: points, choice: choiceOf(choiceKey), text, basis, by, at }
    },
  )
  return { changes: changes.reverse() }
}
