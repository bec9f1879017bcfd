import type { getSynthesis as contract } from '@cchc/domain/synthesis/contract.ts'
import type { Act } from '../platform/serve.ts'
import { synthesisView } from './synthesis-view.ts'

/** Totals and rates across units, each with its sources. */
export const getSynthesis: Act<typeof contract> = (context, { params }) => synthesisView(context, params.campaignId)
