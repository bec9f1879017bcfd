import { Refusal } from '@cchc/domain/refusals.ts'
import type { bePresent as contract } from '@cchc/domain/self-reports/live-contract.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { getReport } from './queries.ts'

/** Tells all processes which item a page of this person is in; nothing of it is kept. `not-permitted` in another unit's report. */
export const bePresent: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer } = context
  const report = await getReport(context, params.selfReportId)
  if (viewer.unitCode !== report.unitCode) throw new Refusal('not-permitted')
  const { tab, itemKey, here } = body
  if (itemKey !== null) await itemOfReport(db, report, itemKey)
  const { personId, fullName } = viewer
  context.tell({
    of: 'presence',
    selfReportId: report.selfReportId,
    person: { personId, fullName, tab, itemKey },
    here,
  })
  return { done: true }
}
