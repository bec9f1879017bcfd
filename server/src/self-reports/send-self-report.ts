import { createHash } from 'node:crypto'
import { type Answers, outlineFor } from '@cchc/domain/outlines/outline.ts'
import type { sendSelfReport as contract } from '@cchc/domain/self-reports/contract.ts'
import { fingerprintText } from '@cchc/domain/self-reports/fingerprint.ts'
import { judgeTimeliness } from '@cchc/domain/self-reports/on-time.ts'
import { outstanding } from '@cchc/domain/self-reports/progress.ts'
import { sendingRefusal } from '@cchc/domain/self-reports/sending.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { readBeside } from './beside.ts'
import { closeCorrection } from './corrections.ts'
import { withdrawOpenExtension } from './extensions.ts'
import { lockReportFor } from './move-report.ts'
import { getReport, type ReportRecord, readAnswers, readExplanations } from './queries.ts'
import { currentReportView, unitKindOfReport } from './report-view.ts'
import { freezeVersion } from './sent-versions.ts'
import { tellOfReport } from './tell-of-report.ts'

/**
 * The head sends the report to the office. The checks run again here; what stands in the way is refused with all of it in
 * the details. The outline is kept as it was asked, and a fingerprint of what was answered.
 *
 * A report is judged once: instant, due date and verdict are those of its first sending, because a return for supplement is
 * the office's wish and not the unit's delay. A request for more time that is open then is needed no more where the report is
 * in time; where it is late it waits for its decision, which may still settle the verdict (`decideExtension`). Each sending is frozen as a version with its own instant and verdict. Basis: QĐ 2251/QĐ-UBND, mục IV.3; that the first sending counts is this product's reading.
 */
export const sendSelfReport: Act<typeof contract> = async (context, { params }) => {
  const { db, now, record } = context
  await lockReportFor(context, 'send', params.selfReportId)
  // Read anew: a deadline that was decided while this waited for the lock counts.
  const report = await getReport(context, params.selfReportId)
  const outline = await getOutlineContent(db, report.outlineVersionId)
  const unitKind = unitKindOfReport(report)
  const answers = await readAnswers(db, report.selfReportId)
  const explanations = await readExplanations(db, report.selfReportId)
  const beside = await readBeside(context, report)
  const refusal = sendingRefusal(outstanding(outline, answers, explanations, unitKind, beside))
  if (refusal) throw refusal

  const isFirst = report.sentAt === null
  const judged = await judge(context, report)
  const fingerprint = fingerprintOf(report.outlineVersionId, answers, explanations)
  const reason = isFirst ? '' : await closeCorrection(context, report)
  const version = await freezeVersion(context, report, { answers, explanations, fingerprint, reason, ...judged })
  await db
    .updateTable('selfReports')
    .set({
      state: 'sent',
      version,
      correcting: false,
      fingerprint,
      outlineAsAsked: JSON.stringify(outlineFor(outline, unitKind)),
      ...(isFirst ? { sentAt: now, ...judged } : {}),
    })
    .where('selfReportId', '=', report.selfReportId)
    .execute()
  if (isFirst && judged.verdict === 'on-time')
    await withdrawOpenExtension(context, report, 'Báo cáo đã gửi đúng hạn, không cần gia hạn nữa.')
  await record(
    'self-report.send',
    report.selfReportId,
    { ...judged, fingerprint, version, reason: reason || null },
    report.inspectionId,
  )
  await tellOfReport(context, { ...report, verdict: isFirst ? judged.verdict : report.verdict }, 'send', reason)
  return currentReportView(context, report.selfReportId)
}

/** SHA-256 (hex) over the outline version, the answers and the explanations in canonical form. */
export function fingerprintOf(
  outlineVersionId: string,
  answers: Answers,
  explanations: Readonly<Record<string, string>>,
): string {
  return createHash('sha256')
    .update(`${outlineVersionId}\n${fingerprintText(answers, explanations)}`, 'utf8')
    .digest('hex')
}

async function judge({ db, now }: Context, { reportDueOn }: ReportRecord) {
  if (reportDueOn === null) return { dueOnWhenSent: null, verdict: null, daysLate: null }
  const { verdict, daysLate } = judgeTimeliness(reportDueOn, now, await readCalendar(db))
  return { dueOnWhenSent: reportDueOn, verdict, daysLate }
}
