import type { getScheduleProposal as contract } from '@cchc/domain/scheduling/contract.ts'
import type { Act } from '../platform/serve.ts'
import { proposalView } from './queries.ts'

export const getScheduleProposal: Act<typeof contract> = (context, { params }) =>
  proposalView(context, params.scheduleProposalId)
