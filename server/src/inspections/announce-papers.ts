import { changeNoticePaper } from '@cchc/domain/inspections/change-notice-paper.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { noticeForAllPaper } from '@cchc/domain/inspections/notice-for-all-paper.ts'
import { customaryParticipants } from '@cchc/domain/inspections/schedule-notice-paper.ts'
import type { ToldVisit } from '@cchc/domain/inspections/told-visit.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { officeSignature } from '../documents/signature.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Announced } from './announce-visit.ts'
import { contactOf, reasonsOfChanges, scheduleNoticeSymbol } from './papers.ts'
import type { InspectionRecord } from './queries.ts'

type Issue = { readonly number: string; readonly issuedOn: string }

/** One notice with the visits of many units; a draft until `issue` gives it number and date. */
export async function noticeForAllOf(
  context: Context,
  campaign: SettledCampaign,
  made: readonly Announced[],
  issue?: Issue,
): Promise<Paper> {
  const { db, settings } = context
  const units = await unitsOf(context, made)
  const outline = await getOutlineContent(db, campaign.outlineVersionId)
  const visits = made
    .map(({ inspection, before }) => ({ ...toldVisit(inspection), unit: units.get(inspection.unitCode)!, before }))
    .toSorted((a, b) => (a.on === b.on ? (a.halfDay === 'morning' ? -1 : 1) : a.on < b.on ? -1 : 1))
  const hasCommunes = visits.some(({ unit }) => unit.type !== 'department')
  return noticeForAllPaper({
    frame: await frameOf(context, campaign, issue, ['Các cơ quan, đơn vị, địa phương được kiểm tra']),
    year: campaign.year,
    decision: citeDecision(campaign),
    visits: visits.map(({ unit, ...visit }) => ({ ...visit, unitName: unit.fullName })),
    participants: customaryParticipants(hasCommunes ? 'commune' : 'department').map((who) =>
      hasCommunes && who.startsWith('Lãnh đạo Trung tâm') ? `${who} (đối với phường, xã, đặc khu)` : who,
    ),
    contents: outline.parts.flatMap((part) => part.sections.map((section) => section.title)),
    outlineName: 'Phụ lục I kèm theo Kế hoạch',
    dataFrom: campaign.dataFrom,
    report: { workingDays: campaign.leadWorkingDays, sendTo: settings.officeName },
    contact: await contactOf(db, campaign.campaignId),
    replaces: unique(
      visits.flatMap(({ before }) => (before ? [{ code: before.code, issuedOn: before.issuedOn }] : [])),
    ),
  })
}

/** One notice of the changes to visits that moved after they had been told of. */
export async function changeNoticeOf(
  context: Context,
  campaign: SettledCampaign,
  made: readonly Announced[],
  issue?: Issue,
): Promise<Paper> {
  const units = await unitsOf(context, made)
  const reasons = await reasonsOfChanges(
    context.db,
    made.map(({ inspection }) => inspection.inspectionId),
  )
  const recipients = made.map(({ inspection }) => units.get(inspection.unitCode)!.authority)
  return changeNoticePaper({
    frame: await frameOf(
      context,
      campaign,
      issue,
      recipients.length > 3 ? ['Các cơ quan, đơn vị, địa phương có tên trên'] : recipients,
    ),
    year: campaign.year,
    decision: citeDecision(campaign),
    contact: await contactOf(context.db, campaign.campaignId),
    visits: made.map(({ inspection, before }) => {
      if (!before) throw new Refusal('nothing-changed', { unit: units.get(inspection.unitCode)!.fullName })
      const after = toldVisit(inspection)
      return {
        unitName: units.get(inspection.unitCode)!.authority,
        notice: { code: before.code, issuedOn: before.issuedOn },
        before: {
          on: before.visitOn,
          halfDay: before.halfDay,
          place: before.place,
          reportDueOn: before.reportDueOn ?? after.reportDueOn,
        },
        after,
        reason: reasons.get(inspection.inspectionId) ?? 'Thay đổi lịch kiểm tra',
      }
    }),
  })
}

async function frameOf(context: Context, campaign: SettledCampaign, issue: Issue | undefined, recipients: string[]) {
  return paperFrame(context.settings, {
    year: campaign.year,
    symbol: scheduleNoticeSymbol(context.settings),
    ...issue,
    signatures: [await officeSignature(context, campaign.campaignId)],
    recipients: [...recipients, 'Thành viên Đoàn kiểm tra'],
  })
}

function toldVisit({ visitOn, halfDay, place, reportDueOn }: InspectionRecord): ToldVisit {
  if (!visitOn || !halfDay)
    throw new Refusal('wrong-state', {
      act: 'lập thông báo lịch',
      what: 'cuộc kiểm tra',
      state: 'Chưa xếp lịch',
      way: 'Xếp lịch trước.',
    })
  return { on: visitOn, halfDay: halfDay as HalfDay, place: place ?? '', reportDueOn: reportDueOn ?? visitOn }
}

async function unitsOf({ db }: Context, made: readonly Announced[]) {
  const rows = await db
    .selectFrom('units')
    .select(['unitCode', 'name', 'fullName', 'type'])
    .where(
      'unitCode',
      'in',
      made.map(({ inspection }) => inspection.unitCode),
    )
    .execute()
  return new Map(
    rows.map(({ unitCode, name, fullName, type }) => [
      unitCode,
      { fullName, type: type as UnitType, authority: authorityOf({ name, type: type as UnitType }) },
    ]),
  )
}

function unique<N extends { code: string }>(notices: readonly N[]): N[] {
  return [...new Map(notices.map((notice) => [notice.code, notice])).values()]
}
