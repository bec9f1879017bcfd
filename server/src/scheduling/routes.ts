import * as contract from '@cchc/domain/scheduling/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { acceptSchedule } from './accept-schedule.ts'
import { askSchedule } from './ask-schedule.ts'
import { cancelSchedule, discardSchedule } from './end-schedule.ts'
import { getScheduleProposal } from './get-schedule-proposal.ts'
import { getScheduling } from './get-scheduling.ts'
import { saveScheduling } from './save-scheduling.ts'

export function schedulingRoutes(edge: Edge): void {
  serve(edge, contract.getScheduling, getScheduling)
  serve(edge, contract.saveScheduling, saveScheduling)
  serve(edge, contract.askSchedule, askSchedule)
  serve(edge, contract.getScheduleProposal, getScheduleProposal)
  serve(edge, contract.cancelSchedule, cancelSchedule)
  serve(edge, contract.acceptSchedule, acceptSchedule)
  serve(edge, contract.discardSchedule, discardSchedule)
}
