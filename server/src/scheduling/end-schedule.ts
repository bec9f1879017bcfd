import { Refusal } from '@cchc/domain/refusals.ts'
import {
  type cancelSchedule as cancelContract,
  type discardSchedule as discardContract,
  type ProposalState,
  proposalStateNames,
  type ScheduleProposal,
} from '@cchc/domain/scheduling/contract.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { lockProposal, proposalView } from './queries.ts'

const endings = {
  cancel: { from: ['queued', 'solving'], to: 'cancelled', act: 'dừng', way: 'Lần tính này đã xong.' },
  discard: {
    from: ['done', 'infeasible', 'failed'],
    to: 'discarded',
    act: 'bỏ đề xuất',
    way: 'Tải lại trang để xem bước hiện tại.',
  },
} as const

/** Stops a schedule that is being worked out; its thread ends within a second or two. */
export const cancelSchedule: Act<typeof cancelContract> = (context, { params }) =>
  end(context, params.scheduleProposalId, 'cancel')

/** Throws a proposal away; what of it has been put on the calendar stays there. */
export const discardSchedule: Act<typeof discardContract> = (context, { params }) =>
  end(context, params.scheduleProposalId, 'discard')

async function end(context: Context, scheduleProposalId: string, how: keyof typeof endings): Promise<ScheduleProposal> {
  const { db, record } = context
  const { state } = await lockProposal(db, scheduleProposalId)
  const { from, to, act, way } = endings[how]
  if (!from.some((each) => each === state))
    throw new Refusal('wrong-state', {
      act,
      what: 'đề xuất lịch',
      state: proposalStateNames[state as ProposalState],
      way,
    })
  await db
    .updateTable('scheduleProposals')
    .set((eb) => ({ state: to, progress: null, revision: eb('revision', '+', 1) }))
    .where('scheduleProposalId', '=', scheduleProposalId)
    .execute()
  await record(`schedule.${how}`, scheduleProposalId)
  return proposalView(context, scheduleProposalId)
}
