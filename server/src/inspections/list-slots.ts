import type { listSlots as contract, SlotView } from '@cchc/domain/inspections/contract.ts'
import { judgeStretch, type Slot, type SlotVerdict, slotRefusals } from '@cchc/domain/inspections/slot.ts'
import { nextInspectionState } from '@cchc/domain/inspections/states.ts'
import type { Act } from '../platform/serve.ts'
import { moveChanges } from './move-changes.ts'
import { getInspectionRecord } from './queries.ts'
import { readSlotFacts, type VisitFacts } from './slot-facts.ts'

/** Every half-day of a stretch as it would be for this visit; changes nothing. */
export const listSlots: Act<typeof contract> = async (context, { params, query }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  const facts = await readSlotFacts(context, inspection, { ...query, keepsRoster: true })
  const staysInGroup = facts.teamGroup === inspection.teamGroup
  return {
    teamGroups: facts.teamGroups,
    changes: await moveChanges(context, inspection),
    slots: judgeStretch(facts, query.from, query.to).map((slot) => viewOf(facts, slot, staysInGroup)),
  }
}

function viewOf(
  facts: VisitFacts,
  { visitOn, halfDay, ...verdict }: SlotVerdict & Slot,
  staysInGroup: boolean,
): SlotView {
  const { standsOn } = facts
  const stands = staysInGroup && standsOn?.visitOn === visitOn && standsOn.halfDay === halfDay
  const problems = stands ? [] : [...verdict.problems]
  return {
    visitOn,
    halfDay,
    verdict: stands ? 'stands' : verdict.refusals.length > 0 ? 'blocked' : problems.length > 0 ? 'warned' : 'free',
    problems,
    reportDueOn: verdict.reportDueOn,
    swapWith: stands ? null : swapPartner(facts, verdict),
  }
}

/** The visit that holds the half-day, where nothing but it is in the way and it could stand where this one stands. */
function swapPartner(facts: VisitFacts, { takenBy, problems }: SlotVerdict): string | null {
  if (!takenBy || !facts.standsOn) return null
  if (problems.some(({ rule, blocks }) => blocks && rule !== 'slot-taken')) return null
  const other = facts.others.find(({ inspectionId }) => inspectionId === takenBy.inspectionId)
  if (!other || other.state === 'planned' || !nextInspectionState(other.state, 'schedule')) return null
  const isSameDay = other.visitOn === facts.standsOn.visitOn
  const refusals = slotRefusals({
    ...facts,
    ...facts.standsOn,
    leadWorkingDays: other.leadWorkingDays,
    reportSentOn: null,
  }).filter(({ code }) => !(isSameDay && code === 'report-due-passed'))
  return refusals.length === 0 ? other.inspectionId : null
}
