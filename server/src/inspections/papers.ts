import { reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { halfDayTimes } from '@cchc/domain/inspections/half-day-times.ts'
import { customaryParticipants, scheduleNoticePaper } from '@cchc/domain/inspections/schedule-notice-paper.ts'
import { outlineFor } from '@cchc/domain/outlines/outline.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign, namedFields } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { officeSignature } from '../documents/signature.ts'
import { latestNotices } from '../documents/visit-notices.ts'
import { getOutlineContent, unitKind } from '../outlines/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Settings } from '../platform/settings.ts'
import { readGuests } from '../thematic/queries.ts'
import { rosterOf } from './inspection-view.ts'
import { getInspectionRecord } from './queries.ts'

/** The symbol of the office's notices: "TB-SNV". Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III. */
export function scheduleNoticeSymbol(settings: Settings): string {
  return `TB-${settings.officeSymbol}`
}

/** The schedule notice to one unit as it stands now, a draft until `issue` gives it number and date. */
export async function scheduleNoticePaperOf(
  context: Context,
  inspectionId: string,
  issue?: { number: string; issuedOn: string },
): Promise<Paper> {
  const { db, settings } = context
  const inspection = await getInspectionRecord(context, inspectionId)
  if (!inspection.visitOn || !inspection.halfDay)
    throw new Refusal('wrong-state', {
      act: 'lập thông báo lịch',
      what: 'cuộc kiểm tra',
      state: 'Chưa xếp lịch',
      way: 'Xếp lịch trước.',
    })
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const calendar = await readCalendar(db)
  const unit = await db
    .selectFrom('units')
    .select(['name', 'type'])
    .where('unitCode', '=', inspection.unitCode)
    .executeTakeFirstOrThrow()
  const type = unit.type as UnitType
  const outline = outlineFor(
    await getOutlineContent(db, campaign.outlineVersionId),
    await unitKind(db, inspection.unitCode),
  )
  const fields = await fieldNames(db, campaign.campaignId)
  const roster = await rosterOf(db, inspectionId)
  const halfDay = inspection.halfDay as 'morning' | 'afternoon'
  const deadline = reportDeadline(
    {
      visitOn: inspection.visitOn,
      leadWorkingDays: inspection.leadWorkingDays,
      extendedTo: inspection.reportExtendedTo,
    },
    calendar,
  )
  return scheduleNoticePaper({
    frame: paperFrame(settings, {
      year: campaign.year,
      symbol: scheduleNoticeSymbol(settings),
      ...issue,
      signatures: [await officeSignature(context, campaign.campaignId)],
      recipients: [authorityOf({ name: unit.name, type }), 'Thành viên Đoàn kiểm tra'],
    }),
    year: campaign.year,
    decision: citeDecision(campaign),
    unitName: authorityOf({ name: unit.name, type }),
    visit: { on: inspection.visitOn, halfDay, startsAt: halfDayTimes[halfDay].from, place: inspection.place ?? '' },
    team: roster.map((member) => ({
      name: member.fullName,
      post: member.post,
      agency: member.agencyName,
      roleName: member.roleName,
      fields: member.fieldKeys.map((key) => fields.get(key) ?? key),
    })),
    participants: customaryParticipants(type),
    contents: outline.parts.flatMap((part) => part.sections.map((section) => section.title)),
    outlineName: 'Phụ lục I kèm theo Kế hoạch',
    dataFrom: campaign.dataFrom,
    thematic: (await readGuests(context, inspectionId)).map(({ agencyName, title }) => ({
      agency: agencyName,
      subject: title,
    })),
    report: {
      dueOn: deadline.dueOn,
      counted: [...deadline.counted],
      workingDays: inspection.leadWorkingDays,
      sendTo: settings.officeName,
    },
    contact: await contactOf(db, campaign.campaignId),
    replaces: await replacedNotice(db, inspectionId),
  })
}

/** Names of the campaign's fields by key. */
export async function fieldNames(db: Db, campaignId: string): Promise<Map<string, string>> {
  return new Map((await namedFields(db, campaignId)).map(({ fieldKey, name }) => [fieldKey, name]))
}

/** Whom units ask: the team's secretary. */
export async function contactOf(db: Db, campaignId: string) {
  const secretary = await db
    .selectFrom('teamMembers')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .select(['people.fullName as name', 'teamMembers.post', 'people.phone', 'people.email'])
    .where('campaignId', '=', campaignId)
    .where('role', '=', 'secretary')
    .orderBy('position')
    .executeTakeFirst()
  return secretary ?? { name: null, post: 'Thư ký Đoàn kiểm tra', phone: null, email: null }
}

/** The newest notice, where it no longer stands, and why: the visit moved after it, or its thematic part changed. */
async function replacedNotice(db: Db, inspectionId: string) {
  const notice = (await latestNotices(db, [inspectionId])).get(inspectionId)
  if (!notice || notice.stands) return null
  const reason = (await reasonsOfChanges(db, [inspectionId])).get(inspectionId)
  return { code: notice.code, issuedOn: notice.issuedOn, reason: reason ?? 'thay đổi lịch kiểm tra' }
}

/** Why each of these visits, or its thematic part, changed last, where somebody said so. */
export async function reasonsOfChanges(db: Db, inspectionIds: readonly string[]): Promise<Map<string, string>> {
  if (inspectionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('auditEvents')
    .distinctOn('inspectionId')
    .select(['inspectionId', 'details'])
    .where('inspectionId', 'in', [...inspectionIds])
    .where('action', 'in', ['inspection.move', 'inspection.guests'])
    .orderBy('inspectionId')
    .orderBy('at', 'desc')
    .orderBy('eventOrder', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ inspectionId, details }) => {
      const { reason } = details as { reason?: string | null }
      return inspectionId && reason ? [[inspectionId, reason]] : []
    }),
  )
}
