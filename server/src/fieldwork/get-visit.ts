import type { getVisit as contract } from '@cchc/domain/fieldwork/contract.ts'
import type { Act } from '../platform/serve.ts'
import { visitView } from './visit-view.ts'

/** Everything recorded at one visit; before it starts, what is expected of it. */
export const getVisit: Act<typeof contract> = (context, { params }) => visitView(context, params.inspectionId)
