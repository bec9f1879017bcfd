import { findItem } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import { noteWriting } from './note-writing.ts'
import { getReport } from './queries.ts'
import { outlineOfReport } from './report-view.ts'

/** Files on the items of a self-report: changed by whoever may write the report now, seen by whoever sees its answers. */
export const evidenceOfReport: AttachmentOwner = {
  async open(context, selfReportId) {
    const report = await getReport(context, selfReportId)
    const outline = await outlineOfReport(context.db, report)
    const refusal = selfReportRefusal('write', context.viewer, report)
    return {
      inspectionId: report.inspectionId,
      refusal: (itemKey) =>
        refusal ?? (findItem(outline, itemKey) ? null : new Refusal('no-such-item', { key: itemKey })),
      hides: () => false,
    }
  },
  async changed(context, selfReportId) {
    await noteWriting(context, await getReport(context, selfReportId))
  },
}
