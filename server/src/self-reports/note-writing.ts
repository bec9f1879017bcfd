import { countAsked } from '@cchc/domain/self-reports/progress.ts'
import { nextSelfReportState, selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { lockReport, type ReportRecord, readAnsweredKeys } from './queries.ts'
import { unitKindOfReport } from './report-view.ts'
import type { WrittenAnswer } from './write-answers.ts'

/**
 * After answers were written: the report is being drafted now, and its progress is counted anew where a question got its answer
 * or lost it. The report may have been sent while the writing was on its way; then this refuses, and the writing with it.
 *
 * Whoever only changes what was answered already holds the report beside all others who do (`writeAnswers`); only one who
 * changes the report itself waits for them. Each takes one kind of hold, after the answers, so that nobody waits in a circle.
 */
export async function noteAnswers(
  context: Context,
  known: ReportRecord,
  written: readonly WrittenAnswer[],
): Promise<void> {
  const held = written[0]?.heldState
  if (!held || nextSelfReportState(held, 'write') !== held) return noteWriting(context, known)
  const refusal = selfReportRefusal('write', context.viewer, { ...known, state: held })
  if (refusal) throw refusal
}

/** The same after anything was written. */
export async function noteWriting(context: Context, { selfReportId }: ReportRecord): Promise<void> {
  const { db, viewer, record } = context
  const report = await lockReport(context, selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const state = nextSelfReportState(report.state, 'write')!
  const progress = await progressOf(context, report)
  if (state === report.state && progress === report.progress) return
  await db.updateTable('selfReports').set({ state, progress }).where('selfReportId', '=', selfReportId).execute()
  if (state !== report.state)
    await record('self-report.write', selfReportId, { from: report.state, to: state }, report.inspectionId)
}

/** Whole percent of this unit's questions that are answered, rounded down so that 100 means every one. */
async function progressOf({ db }: Context, report: ReportRecord): Promise<number> {
  const outline = await getOutlineContent(db, report.outlineVersionId)
  const { answered, asked } = countAsked(
    outline,
    unitKindOfReport(report),
    new Set(await readAnsweredKeys(db, report.selfReportId)),
  )
  return asked === 0 ? 100 : Math.floor((answered * 100) / asked)
}
