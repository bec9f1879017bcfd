import { Refusal } from '@cchc/domain/refusals.ts'
import {
  type acceptSchedule as contract,
  ProposalResult,
  type ProposalState,
  type ProposedVisit,
  proposalStateNames,
} from '@cchc/domain/scheduling/contract.ts'
import { sql } from 'kysely'
import { lockMovable, type Movable, placeVisit } from '../inspections/place-visit.ts'
import { requireSlot } from '../inspections/require-slot.ts'
import { lockHalfDays } from '../inspections/roster-facts.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { placeAndRoster } from './place-and-roster.ts'
import { lockProposal, type ProposalRecord, proposalView, standingOf } from './queries.ts'

/**
 * Puts proposed visits where the proposal has them, by the rules of scheduling one: all of these or none. A visit that has changed
 * since the proposal was asked for is refused with `proposal-outdated`; one that stands there already is left as it is.
 */
export const acceptSchedule: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { scheduleProposalId } = params
  const proposal = await lockProposal(db, scheduleProposalId)
  const plan = planOf(proposal)
  const wanted = body.inspectionIds === null ? null : new Set(body.inspectionIds)
  const standing = await standingOf(context, plan)
  const chosen = plan.visits.filter(
    ({ inspectionId }) => (wanted?.has(inspectionId) ?? true) && standing.get(inspectionId) !== 'accepted',
  )
  refuseChanged(chosen.filter(({ inspectionId }) => standing.get(inspectionId) === 'changed'))
  const movables = await lockAll(context, chosen)
  await lockHalfDays(db, chosen)
  // Whoever goes to two of these visits meanwhile must be free of one of them by the end.
  await sql`set constraints one_place_per_person_and_half_day deferred`.execute(db)
  await clearSlots(context, movables)
  for (const visit of chosen) await place(context, movables.get(visit.inspectionId)!, visit)
  await sql`set constraints one_place_per_person_and_half_day immediate`.execute(db)
  const isWhole = plan.visits.every(
    (visit) => chosen.includes(visit) || standing.get(visit.inspectionId) === 'accepted',
  )
  await db
    .updateTable('scheduleProposals')
    .set((eb) => ({ state: isWhole ? 'accepted' : 'done', revision: eb('revision', '+', 1) }))
    .where('scheduleProposalId', '=', scheduleProposalId)
    .execute()
  await record('schedule.accept', scheduleProposalId, { visits: chosen.length, of: plan.visits.length })
  return proposalView(context, scheduleProposalId)
}

function planOf({ state, result }: ProposalRecord) {
  const parsed = result === null ? null : ProposalResult.parse(result)
  if (state !== 'done' || parsed?.kind !== 'plan')
    throw new Refusal('wrong-state', {
      act: 'áp dụng',
      what: 'đề xuất lịch',
      state: proposalStateNames[state as ProposalState],
      way: 'Cho tính lại nếu cần.',
    })
  return parsed
}

function refuseChanged(changed: readonly ProposedVisit[]): void {
  if (changed.length === 0) return
  const names = changed.slice(0, 3).map(({ unitName }) => unitName)
  throw new Refusal('proposal-outdated', {
    count: changed.length,
    units: `${names.join(', ')}${changed.length > names.length ? '…' : ''}`,
  })
}

/** Locks in the order of ids, as every act that locks several does, so that none waits for another in a circle. */
async function lockAll(context: Context, chosen: readonly ProposedVisit[]): Promise<Map<string, Movable>> {
  const locked = new Map<string, Movable>()
  for (const { inspectionId, revision } of chosen.toSorted((a, b) => (a.inspectionId < b.inspectionId ? -1 : 1)))
    locked.set(inspectionId, await lockMovable(context, inspectionId, revision))
  return locked
}

/** All leave their half-days first: none may stand on another's new one, not for a moment. */
async function clearSlots({ db }: Context, movables: ReadonlyMap<string, Movable>): Promise<void> {
  if (movables.size === 0) return
  await db
    .updateTable('inspections')
    .set({ visitOn: null, halfDay: null })
    .where('inspectionId', 'in', [...movables.keys()])
    .execute()
}

async function place(context: Context, movable: Movable, { visitOn, halfDay, group }: ProposedVisit): Promise<void> {
  const { inspection } = movable
  const to = { visitOn, halfDay, teamGroup: group, reason: null }
  await requireSlot(context, inspection, to, { keepsRoster: false })
  await placeVisit(context, movable, to, await placeAndRoster(context, inspection, to))
}
