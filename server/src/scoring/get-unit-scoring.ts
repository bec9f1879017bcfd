import type { getUnitScoring as contract } from '@cchc/domain/scoring/scores-contract.ts'
import type { Act } from '../platform/serve.ts'
import { getScoredUnit } from './scored-units.ts'
import { unitScoring } from './unit-scoring.ts'

export const getUnitScoring: Act<typeof contract> = async (context, { params }) =>
  unitScoring(context, await getScoredUnit(context, params.inspectionId))
