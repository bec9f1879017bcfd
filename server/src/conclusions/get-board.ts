import type { getBoard as contract } from '@cchc/domain/conclusions/board-contract.ts'
import type { Act } from '../platform/serve.ts'
import { boardView } from './board.ts'

/** The board of one inspection; before anybody has begun it shows the findings alone. */
export const getBoard: Act<typeof contract> = (context, { params }) => boardView(context, params.inspectionId)
