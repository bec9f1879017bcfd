import type { explainDeadlineOf as contract } from '@cchc/domain/calendar/contract.ts'
import { explainDeadline } from '@cchc/domain/dates/explain-deadline.ts'
import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { Act } from '../platform/serve.ts'
import { readCalendar } from './queries.ts'

/** The latest report date before a visit, with the days counted. Basis: QĐ 2251/QĐ-UBND, mục IV.3. */
export const explainDeadlineOf: Act<typeof contract> = async ({ db }, { query }) => {
  const calendar = await readCalendar(db)
  return {
    ...query,
    ...nthWorkingDayBefore(query.visitOn, query.days, calendar),
    why: explainDeadline(query.visitOn, query.days, calendar),
  }
}
