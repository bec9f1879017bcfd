import { explainReportDeadline, reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import type { checkSlot as contract } from '@cchc/domain/inspections/contract.ts'
import { judgeSlot } from '@cchc/domain/inspections/slot.ts'
import type { Act } from '../platform/serve.ts'
import { moveChanges } from './move-changes.ts'
import { getInspectionRecord } from './queries.ts'
import { readSlotFacts } from './slot-facts.ts'

/** What a half-day would break, which report deadline it would give and what else it changes; changes nothing itself. */
export const checkSlot: Act<typeof contract> = async (context, { params, query }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  const { visitOn, halfDay, without } = query
  const facts = await readSlotFacts(context, inspection, { from: visitOn, to: visitOn, without, keepsRoster: false })
  const { problems } = judgeSlot(facts, { visitOn, halfDay })
  const terms = { visitOn, leadWorkingDays: inspection.leadWorkingDays, extendedTo: inspection.reportExtendedTo }
  const { dueOn, counted } = reportDeadline(terms, facts.calendar)
  return {
    problems: [...problems],
    reportDueOn: dueOn,
    counted: [...counted],
    why: explainReportDeadline(terms, facts.calendar),
    changes: await moveChanges(context, inspection),
  }
}
