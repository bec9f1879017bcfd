import { conclusionNoticePaper } from '@cchc/domain/conclusions/conclusion-notice-paper.ts'
import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { insideList } from '@cchc/domain/conclusions/finding-words.ts'
import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { AttendanceRow } from '@cchc/domain/fieldwork/contract.ts'
import { agenciesPresent } from '@cchc/domain/fieldwork/expected-attendance.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { symbolOf } from '../documents/queries.ts'
import { officeSignature } from '../documents/signature.ts'
import { rosterOf } from '../inspections/inspection-view.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { readGuests } from '../thematic/queries.ts'
import { conclusionView } from './conclusion-view.ts'

/**
 * The conclusion notice of an inspection as it stands now, a draft until `issue` gives it number and date; or `no-such-conclusion`.
 * `marked` says on every page that it is a draft.
 */
export async function conclusionPaperOf(
  context: Context,
  inspectionId: string,
  issue?: { number: string; issuedOn: string },
  marked = false,
): Promise<Paper> {
  const { db, settings } = context
  const view = await conclusionView(context, inspectionId)
  if (!view?.visitOn) throw new Refusal('no-such-conclusion')
  const { campaignId, unitCode, reportDueOn, kind } = await getInspectionRecord(context, inspectionId)
  const campaign = await getSettledCampaign(db, campaignId)
  const unit = await db
    .selectFrom('units')
    .select(['name', 'type'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const unitName = authorityOf({ name: unit.name, type: unit.type as UnitType })
  return conclusionNoticePaper({
    frame: {
      ...paperFrame(settings, {
        year: campaign.year,
        symbol: symbolOf(settings, 'conclusion-notice'),
        ...issue,
        recipients: ['Trưởng Đoàn kiểm tra (để báo cáo)', `${unitName} (để thực hiện)`, 'Thành viên Đoàn kiểm tra'],
        signatures: [await officeSignature(context, campaignId)],
      }),
      ...(marked && { draft: true }),
    },
    year: campaign.year,
    decision: citeDecision(campaign),
    unitName,
    visitOn: view.visitOn,
    teamAgencies: agenciesPresent(await rosterOf(db, inspectionId), await attendanceAt(context, inspectionId)),
    fieldNames: inspectedFields(view),
    thematic: (await readGuests(context, inspectionId)).map(({ agencyName, title }) => ({ agency: agencyName, title })),
    dataFrom: campaign.dataFrom,
    report: kind === 'unannounced' ? null : await reportOf(context, inspectionId, reportDueOn ?? view.visitOn),
    ...wordsOf(view),
    recommendations: view.recommendations,
    replaces: view.replaces && { ...view.replaces, code: view.replaces.number },
    reportBackOn: null,
  })
}

/** The fields as a sentence lists them; the outline's closing assessment is no field of its own. */
function inspectedFields({ fields }: ConclusionView): string[] {
  return fields.filter(({ fieldKey }) => fieldKey !== 'general').map(({ name }) => insideList(name))
}

/** The notice's words with the names of the fields they stand under. */
function wordsOf({ text, fields }: ConclusionView) {
  const named = (parts: ConclusionView['text']['results']) =>
    parts.map(({ fieldKey, text: words }) => ({
      fieldName: fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey,
      text: words,
    }))
  return { ...text, results: named(text.results), shortcomings: named(text.shortcomings) }
}

async function attendanceAt({ db }: Context, inspectionId: string): Promise<AttendanceRow[]> {
  const visit = await db
    .selectFrom('visits')
    .select('attendance')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return (visit?.attendance ?? []) as unknown as AttendanceRow[]
}

async function reportOf({ db }: Context, inspectionId: string, dueOn: string) {
  const report = await db
    .selectFrom('selfReports')
    .select(['sentAt', 'dueOnWhenSent', 'verdict'])
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return {
    sentOn: report?.sentAt ? dateInVietnam(report.sentAt) : null,
    dueOn: report?.dueOnWhenSent ?? dueOn,
    verdict: (report?.verdict ?? null) as 'on-time' | 'late' | null,
  }
}
