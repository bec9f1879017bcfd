import { type AnswerValue, itemName } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sameValue } from '@cchc/domain/self-reports/compare-versions.ts'
import type { answerItemRemark as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { readItemRemarks } from './item-remarks.ts'
import { noteWriting } from './note-writing.ts'
import { getReport, type ReportRecord, readSavedAnswers } from './queries.ts'
import { readVersion } from './sent-versions.ts'

/**
 * The unit says that a remark is mended, or answers why the item stays as it is: an item that was not touched since wants an
 * answer in words (`remark-reply-needed`), so that the office never reads "done" where nothing was. Undone by `done: false`.
 */
export const answerItemRemark: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const report = await getReport(context, params.selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const remark = await db
    .selectFrom('itemRemarks')
    .select(['itemKey', 'version'])
    .where('selfReportId', '=', report.selfReportId)
    .where('itemRemarkId', '=', params.itemRemarkId)
    .executeTakeFirst()
  if (!remark) throw new Refusal('no-such-item-remark')
  if (body.done && body.reply === '') await requireTouched(context, report, remark)
  await db
    .updateTable('itemRemarks')
    .set({ doneBy: body.done ? viewer.personId : null, doneAt: body.done ? now : null, reply: body.reply })
    .where('itemRemarkId', '=', params.itemRemarkId)
    .execute()
  await noteWriting(context, report)
  await record('self-report.item-remark', report.selfReportId, { ...params, ...body }, report.inspectionId)
  return { remarks: await readItemRemarks(context, report.selfReportId) }
}

async function requireTouched(
  context: Context,
  report: ReportRecord,
  { itemKey, version }: { itemKey: string; version: number },
): Promise<void> {
  if (version < 1) return
  const sent = await readVersion(context, report.selfReportId, version)
  const [now] = await readSavedAnswers(context.db, report.selfReportId, [itemKey])
  const before = (sent.answers[itemKey] ?? null) as AnswerValue | null
  if (!sameValue(before, now?.value ?? null)) return
  const item = await itemOfReport(context.db, report, itemKey)
  throw new Refusal('remark-reply-needed', { label: itemName(item) })
}
