import { holds, type Viewer } from '@cchc/domain/access/permissions.ts'
import { SchedulingSettings } from '@cchc/domain/campaigns/scheduling-settings.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import {
  ProposalResult,
  type ProposalState,
  ScheduleAsk,
  type ScheduleProposal,
  SolvingProgress,
} from '@cchc/domain/scheduling/contract.ts'
import { type Selectable, sql } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { ScheduleProposals } from '../platform/schema.ts'

export type ProposalRecord = Selectable<ScheduleProposals>

/** Seconds without a sign of life after which a proposal under way counts as abandoned. */
const silentAfter = 30
/** True of a row under way whose worker has been silent for long: the server was stopped, or its queue stands still. */
export const isSilent = sql<boolean>`state in ('queued', 'solving') and alive_at < clock_timestamp() - make_interval(secs => ${sql.lit(silentAfter)})`

/** A proposal, locked, or `no-such-proposal`. */
export async function lockProposal(db: Db, scheduleProposalId: string): Promise<ProposalRecord> {
  const row = await db
    .selectFrom('scheduleProposals')
    .selectAll()
    .where('scheduleProposalId', '=', scheduleProposalId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-proposal')
  return row
}

/** A proposal as it is shown, or `no-such-proposal`. */
export async function proposalView(context: Context, scheduleProposalId: string): Promise<ScheduleProposal> {
  const { db, viewer } = context
  const row = await db
    .selectFrom('scheduleProposals')
    .innerJoin('people', 'people.personId', 'scheduleProposals.askedBy')
    .selectAll('scheduleProposals')
    .select(['people.fullName', isSilent.as('stalled')])
    .where('scheduleProposalId', '=', scheduleProposalId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-proposal')
  const state = row.state as ProposalState
  const result = row.result === null ? null : ProposalResult.parse(row.result)
  return {
    scheduleProposalId,
    campaignId: row.campaignId,
    state,
    askedBy: row.fullName,
    askedAt: row.askedAt,
    ask: ScheduleAsk.parse(row.ask),
    settings: SchedulingSettings.parse(row.settings),
    progress: row.progress === null ? null : SolvingProgress.parse(row.progress),
    stalled: row.stalled,
    problem: row.problem,
    result,
    standing: result?.kind === 'plan' ? Object.fromEntries(await standingOf(context, result)) : {},
    revision: row.revision,
    actions: actionsOf(state, viewer),
  }
}

type Plan = Extract<ProposalResult, { kind: 'plan' }>

/** Whether each proposed visit is where the proposal puts it, still where it was then, or changed meanwhile. */
export async function standingOf(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { visits }: Plan,
): Promise<Map<string, 'open' | 'accepted' | 'changed'>> {
  if (visits.length === 0) return new Map()
  const rows = await visibleInspections(db, viewer)
    .select(['inspectionId', 'visitOn', 'halfDay', 'teamGroup', 'revision', 'state'])
    .where(
      'inspectionId',
      'in',
      visits.map(({ inspectionId }) => inspectionId),
    )
    .execute()
  const now = new Map(rows.map((row) => [row.inspectionId, row]))
  return new Map(
    visits.map(({ inspectionId, visitOn, halfDay, group, revision }) => {
      const row = now.get(inspectionId)
      const isThere = row?.visitOn === visitOn && row.halfDay === halfDay && row.teamGroup === group
      if (isThere && row.state !== 'cancelled') return [inspectionId, 'accepted']
      return [inspectionId, row?.revision === revision ? 'open' : 'changed']
    }),
  )
}

function actionsOf(state: ProposalState, viewer: Viewer): ScheduleProposal['actions'] {
  if (!holds(viewer, 'schedule.propose')) return []
  if (state === 'queued' || state === 'solving') return ['cancel']
  if (state === 'done') return ['accept', 'discard']
  return state === 'infeasible' || state === 'failed' ? ['discard'] : []
}
