import type { UnitToPlace } from '@cchc/domain/scheduling/problem.ts'
import { allUnits, decisionUnits, season } from '../../server/src/scheduling/cases/hai-phong.ts'
import { solveInThread } from '../../server/src/scheduling/solve-in-thread.ts'
import type { Bench, Figure } from './bench.ts'

/**
 * An automatic schedule as a person waits for it, from the season's data to the checked plan with what binds, its thread and the
 * solver loaded anew: the 27 units of the decision, and all 128 of the catalogue.
 */
const bench: Bench = async () => [
  ...(await measure('schedule.27', decisionUnits(), 5)),
  ...(await measure('schedule.128', allUnits(), 60)),
]
export default bench

async function measure(name: string, units: readonly UnitToPlace[], mostSeconds: number): Promise<Figure[]> {
  const begun = performance.now()
  const answer = await solveInThread(season(units), [], () => undefined, new AbortController().signal)
  const seconds = (performance.now() - begun) / 1000
  if ('conflict' in answer) throw new Error(answer.conflict.sentence)
  return [
    { name: `${name}.seconds`, value: seconds, unit: 's', most: mostSeconds },
    { name: `${name}.gap`, value: answer.plan.gap, unit: 'share', most: 0.02 },
  ]
}
