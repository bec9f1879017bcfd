import type { getTransportPaper as contract } from '@cchc/domain/logistics/contract.ts'
import type { Act } from '../platform/serve.ts'
import { transportPaperOf } from './transport-paper-of.ts'

/** The vehicles of a day or a week as they will print. */
export const getTransportPaper: Act<typeof contract> = async (context, { params, query }) => ({
  paper: await transportPaperOf(context, params.campaignId, query),
})
