import type { getScheduling as contract } from '@cchc/domain/scheduling/contract.ts'
import type { Act } from '../platform/serve.ts'
import { schedulingView } from './scheduling-view.ts'

export const getScheduling: Act<typeof contract> = (context, { params }) => schedulingView(context, params.campaignId)
