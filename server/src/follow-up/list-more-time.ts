import type { listMoreTime as contract } from '@cchc/domain/follow-up/extension-contract.ts'
import type { Act } from '../platform/serve.ts'
import { moreTimeView } from './more-time.ts'

/** What was asked and decided about more time for one recommendation. */
export const listMoreTime: Act<typeof contract> = (context, { params }) =>
  moreTimeView(context, params.recommendationId)
