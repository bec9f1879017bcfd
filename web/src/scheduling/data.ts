import {
  acceptSchedule,
  askSchedule,
  cancelSchedule,
  discardSchedule,
  getScheduleProposal,
  getScheduling,
  type ScheduleAsk,
  type ScheduleProposal,
  type SchedulingView,
  saveScheduling,
} from '@cchc/domain/scheduling/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

export const schedulingQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['scheduling', campaignId],
    queryFn: ({ signal }) => call(getScheduling, { params: { campaignId }, signal }),
    staleTime: 0,
  })

const isUnderWay = ({ state }: ScheduleProposal) => state === 'queued' || state === 'solving'

/** A proposal, asked for every second as long as it is worked out. */
export const proposalQuery = (scheduleProposalId: string) =>
  queryOptions({
    queryKey: ['schedule-proposals', scheduleProposalId],
    queryFn: ({ signal }) => call(getScheduleProposal, { params: { scheduleProposalId }, signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? 1000 : false),
  })

/** Keeps changed settings first, then asks for a schedule by them. */
export async function ask(
  view: SchedulingView,
  settings: SchedulingView['settings'],
  body: ScheduleAsk,
): Promise<void> {
  const { campaignId, revision } = view
  const params = { campaignId }
  if (JSON.stringify(settings) !== JSON.stringify(view.settings)) {
    const saved = await call(saveScheduling, { params, body: { revision, settings } })
    queries.setQueryData(schedulingQuery(campaignId).queryKey, saved)
  }
  keep(await call(askSchedule, { params, body }))
  await queries.invalidateQueries({ queryKey: ['scheduling'] })
}

export async function cancel(scheduleProposalId: string): Promise<void> {
  keep(await call(cancelSchedule, { params: { scheduleProposalId } }))
  await queries.invalidateQueries({ queryKey: ['scheduling'] })
}

export async function discard(scheduleProposalId: string): Promise<void> {
  keep(await call(discardSchedule, { params: { scheduleProposalId } }))
  await queries.invalidateQueries({ queryKey: ['scheduling'] })
}

/** Puts proposed visits on the calendar: those named, or all of them. */
export async function accept(scheduleProposalId: string, inspectionIds: string[] | null): Promise<ScheduleProposal> {
  try {
    const proposal = await call(acceptSchedule, { params: { scheduleProposalId }, body: { inspectionIds } })
    keep(proposal)
    return proposal
  } finally {
    await Promise.all(
      [['schedule-proposals'], ['scheduling'], ['inspections'], ['home']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  }
}

function keep(proposal: ScheduleProposal): void {
  queries.setQueryData(proposalQuery(proposal.scheduleProposalId).queryKey, proposal)
}
