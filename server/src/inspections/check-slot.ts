import { explainDeadline } from '@cchc/domain/dates/explain-deadline.ts'
import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { checkSlot as contract } from '@cchc/domain/inspections/contract.ts'
import { slotRefusals } from '@cchc/domain/inspections/slot.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getInspectionRecord } from './queries.ts'
import { slotTaken } from './slot-taken.ts'

/** What a half-day would break and which report deadline it would give; changes nothing. */
export const checkSlot: Act<typeof contract> = async (context, { params, query }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  const campaign = await getSettledCampaign(context.db, inspection.campaignId)
  const calendar = await readCalendar(context.db)
  const refusals = slotRefusals({
    ...campaign,
    leadWorkingDays: inspection.leadWorkingDays,
    visitOn: query.visitOn,
    today: context.today,
    calendar,
  })
  const taken = await slotTaken(context, inspection, query)
  const { dueOn, counted } = nthWorkingDayBefore(query.visitOn, inspection.leadWorkingDays, calendar)
  return {
    problems: [...refusals, ...(taken ? [taken] : [])].map(({ code, message }) => ({
      rule: code,
      sentence: message,
      blocks: true,
    })),
    reportDueOn: dueOn,
    counted,
    why: explainDeadline(query.visitOn, inspection.leadWorkingDays, calendar),
  }
}
