import { isSameSlot, judgeSlot, type Slot } from '@cchc/domain/inspections/slot.ts'
import type { Context } from '../platform/context.ts'
import { undoneMove } from './place-visit.ts'
import type { InspectionRecord } from './queries.ts'
import { lockHalfDays } from './roster-facts.ts'
import { readSlotFacts, slotOf } from './slot-facts.ts'

const rulesOfPeople = ['slot-taken', 'person-elsewhere']

/**
 * Refuses a half-day that may not be, by the rule that the screen shows; warnings refuse nothing, nor is a visit asked to leave
 * where it stands. Taking back one's own move asks only whether the place is still free. On races the database has the last word.
 */
export async function requireSlot(
  context: Context,
  inspection: InspectionRecord,
  { visitOn, halfDay, teamGroup }: Slot & { teamGroup: number },
  { keepsRoster, without }: { keepsRoster: boolean; without?: string },
): Promise<void> {
  const staysInGroup = teamGroup === inspection.teamGroup
  const slot = { visitOn, halfDay }
  if (isSameSlot(slotOf(inspection), slot) && staysInGroup) return
  await lockHalfDays(context.db, [slot])
  const facts = await readSlotFacts(context, inspection, {
    from: visitOn,
    to: visitOn,
    teamGroup,
    without,
    keepsRoster,
  })
  const { refusals } = judgeSlot(facts, slot)
  const undone = refusals.length > 0 && (await undoneMove(context, inspection, { ...slot, teamGroup }))
  const refusal = undone ? refusals.find(({ code }) => rulesOfPeople.includes(code)) : refusals[0]
  if (refusal) throw refusal
}
