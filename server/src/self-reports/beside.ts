import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { Beside } from '@cchc/domain/self-reports/beside.ts'
import type { EarlierFiguresView } from '@cchc/domain/self-reports/sending-contract.ts'
import { teamInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { readItemRemarks } from './item-remarks.ts'
import { type ReportRecord, readReportedAnswers } from './queries.ts'
import { readVersion } from './sent-versions.ts'

/** What the rules look at beside a report's own answers; the browser is given the very same. */
export async function readBeside(context: Context, report: ReportRecord): Promise<Beside> {
  return {
    earlier: await readEarlierFigures(context, report),
    remarks: await readItemRemarks(context, report.selfReportId),
  }
}

export async function readEarlierFigures(context: Context, report: ReportRecord): Promise<EarlierFiguresView> {
  return { lastYear: await readLastYear(context, report), lastSent: await readLastSent(context, report) }
}

/** Of the unit's latest accepted report of an earlier campaign, as far as the viewer may know it. */
async function readLastYear(context: Context, report: ReportRecord): Promise<EarlierFiguresView['lastYear']> {
  const { db, viewer } = context
  const earlier = await teamInspections(db, viewer)
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .select(['campaigns.year', 'selfReports.selfReportId', 'selfReports.version', 'selfReports.sentAt'])
    .where('inspections.unitCode', '=', report.unitCode)
    .where('inspections.kind', '=', 'planned')
    .where('campaigns.year', '<', report.year)
    .where('selfReports.state', '=', 'accepted')
    .orderBy('campaigns.year', 'desc')
    .orderBy('selfReports.sentAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!earlier?.year || !earlier.sentAt) return null
  const frozen = earlier.version > 0 ? await readVersion(context, earlier.selfReportId, earlier.version) : null
  const answers = frozen?.answers ?? (await readReportedAnswers(db, earlier.selfReportId))
  return {
    year: earlier.year,
    sentOn: dateInVietnam(earlier.sentAt),
    figures: { ...frozen?.computed, ...figuresOf(answers) },
  }
}

/** Of the version before the one that is being written; of a report that is with the office, before the one it has. */
async function readLastSent(context: Context, report: ReportRecord): Promise<EarlierFiguresView['lastSent']> {
  const { selfReportId, state, version } = report
  const isWithOffice = state === 'sent' || state === 'accepted'
  const before = isWithOffice ? version - 1 : version
  if (before < 1) return null
  const { sentAt, answers, computed } = await readVersion(context, selfReportId, before)
  return { version: before, sentOn: dateInVietnam(sentAt), figures: { ...computed, ...figuresOf(answers) } }
}

function figuresOf(answers: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => (typeof value === 'number' ? [[key, value]] : [])),
  )
}
