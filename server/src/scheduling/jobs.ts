import { z } from 'zod'
import type { Tasks } from '../platform/worker.ts'
import { workOutProposal } from './work-out-proposal.ts'

const Payload = z.object({ scheduleProposalId: z.guid() })

export const schedulingTasks: Tasks = {
  'schedule.solve': {
    run: (ground, viewer, payload, signal) =>
      workOutProposal(ground, viewer, Payload.parse(payload).scheduleProposalId, signal),
  },
}
