import type { getPen as contract } from '@cchc/domain/fieldwork/pen-contract.ts'
import type { Act } from '../platform/serve.ts'
import { penView } from './pen.ts'

/** Who writes the minutes of a visit, and what the viewer may do about it. */
export const getPen: Act<typeof contract> = (context, { params }) => penView(context, params.inspectionId)
