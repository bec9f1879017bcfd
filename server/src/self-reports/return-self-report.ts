import type { returnSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { beginAnew } from './corrections.ts'
import { moveReport } from './move-report.ts'

/**
 * The office returns the report for what it lacks, with a remark on the whole and on single items, each of which the unit has
 * to mend or answer. The first sending's verdict stands, see `sendSelfReport`.
 */
export const returnSelfReport: Act<typeof contract> = (context, { params, body }) =>
  moveReport(context, 'return', params.selfReportId, body.remark, async (report) => {
    const { db, viewer, now } = context
    await beginAnew(context, report.selfReportId)
    for (const { itemKey, text } of body.items) {
      await itemOfReport(db, report, itemKey)
      await db
        .insertInto('itemRemarks')
        .values({
          selfReportId: report.selfReportId,
          version: report.version,
          itemKey,
          text,
          madeBy: viewer.personId,
          madeAt: now,
        })
        .execute()
    }
  })
