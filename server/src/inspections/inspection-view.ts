import { holds, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { teamRoleNames } from '@cchc/domain/campaigns/contract.ts'
import { explainReportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { addWorkingDays, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { nextInspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { rosterExceptionsOf } from './roster-exceptions.ts'
import { inspectionRow, selectInspectionRows } from './rows.ts'

/** What happened to an inspection, in the words of its history. */
const historyWords: Record<string, string> = {
  'unannounced.propose': 'Đề xuất kiểm tra đột xuất',
  'unannounced.edit': 'Sửa đề xuất',
  'unannounced.tell': 'Báo cho người được biết',
  'unannounced.untell': 'Thôi cho xem',
  'unannounced.decline': 'Trưởng đoàn không chấp thuận',
  'inspection.order': 'Trưởng đoàn ra lệnh kiểm tra',
  'inspection.open': 'Công bố tại chỗ',
  'inspection.schedule': 'Xếp lịch',
  'inspection.move': 'Dời lịch',
  'inspection.announce': 'Ban hành thông báo lịch',
  'inspection.cancel': 'Hủy cuộc kiểm tra',
  'inspection.add': 'Bổ sung vào kế hoạch',
  'inspection.guests': 'Thay đổi nội dung lồng ghép',
  'inspection.deadline': 'Hạn gửi báo cáo thay đổi',
  'inspection.visit': 'Kết thúc buổi kiểm tra',
  'inspection.conclude': 'Ban hành kết luận',
  'inspection.close': 'Đóng hồ sơ',
  'self-report.send': 'Gửi báo cáo',
  'self-report.return': 'Trả lại báo cáo để bổ sung',
  'self-report.accept': 'Tiếp nhận báo cáo',
  'self-report.open-correction': 'Đơn vị mở bản sửa báo cáo đã gửi',
  'self-report.ask-extension': 'Đề nghị gia hạn gửi báo cáo',
  'self-report.withdraw-extension': 'Rút đề nghị gia hạn gửi báo cáo',
  'self-report.decide-extension': 'Quyết định đề nghị gia hạn',
}

/** One inspection as the viewer sees it, with what they may do to it now; or `no-such-inspection`. */
export async function inspectionView(context: Context, inspectionId: string): Promise<InspectionView> {
  const { db, viewer, today } = context
  const row = await selectInspectionRows(db, viewer, today)
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  const [calendar, campaign, roster, deadlineChanges, history] = [
    await readCalendar(db),
    await getSettledCampaign(db, row.campaignId),
    await rosterOf(db, inspectionId),
    await db
      .selectFrom('deadlineChanges')
      .select(['at', 'fromDue as from', 'toDue as to', 'cause'])
      .where('inspectionId', '=', inspectionId)
      .orderBy('at')
      .orderBy('changeOrder')
      .execute(),
    await historyOf(db, inspectionId),
  ]
  const conclusionDueOn =
    row.state === 'visited' && row.visitOn
      ? addWorkingDays(row.visitOn, campaign.conclusionWorkingDays, calendar)
      : null
  return {
    ...inspectionRow(row, calendar, conclusionDueOn),
    campaignId: row.campaignId,
    leadWorkingDays: row.leadWorkingDays,
    counted: row.visitOn ? nthWorkingDayBefore(row.visitOn, row.leadWorkingDays, calendar).counted : [],
    why: row.visitOn
      ? explainReportDeadline(
          { visitOn: row.visitOn, leadWorkingDays: row.leadWorkingDays, extendedTo: row.reportExtendedTo },
          calendar,
        )
      : null,
    roster,
    rosterExceptions: worksForInspectedUnit(viewer) ? [] : await rosterExceptionsOf(context, inspectionId),
    deadlineChanges,
    history,
    actions: actionsOf(context, row),
  }
}

function actionsOf(
  { viewer, today }: Context,
  row: { state: string; visitOn: string | null; noticeStands: unknown },
): InspectionView['actions'] {
  const state = row.state as InspectionView['state']
  const may = (act: 'schedule' | 'announce' | 'cancel' | 'close') => nextInspectionState(state, act) !== undefined
  const actions: InspectionView['actions'] = []
  if (holds(viewer, 'inspection.schedule') && may('schedule')) actions.push('schedule')
  if (holds(viewer, 'inspection.announce') && may('announce') && !row.noticeStands) actions.push('announce')
  if (holds(viewer, 'inspection.schedule') && may('cancel')) actions.push('cancel')
  if (
    holds(viewer, 'fieldwork.record') &&
    nextInspectionState(state, 'visit') !== undefined &&
    row.visitOn !== null &&
    row.visitOn <= today
  )
    actions.push('open-session')
  if (holds(viewer, 'conclusion.draft') && state === 'visited') actions.push('draft-conclusion')
  return actions
}

/** Who goes to the visit, in the order of the roster. */
export async function rosterOf(db: Db, inspectionId: string): Promise<InspectionView['roster']> {
  const rows = await db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .leftJoin('units', 'units.unitCode', 'teamMembers.agencyCode')
    .select([
      'inspectionRoster.teamMemberId',
      'people.fullName',
      'teamMembers.post',
      'teamMembers.role',
      'units.fullName as agencyName',
      'inspectionRoster.fieldKeys',
    ])
    .where('inspectionRoster.inspectionId', '=', inspectionId)
    .orderBy('inspectionRoster.position')
    .execute()
  return rows.map(({ role, ...row }) => ({ ...row, roleName: teamRoleNames[role as keyof typeof teamRoleNames] }))
}

/** What happened to an inspection, newest first. */
export async function historyOf(db: Db, inspectionId: string): Promise<InspectionView['history']> {
  const events = await db
    .selectFrom('auditEvents')
    .leftJoin('people', 'people.personId', 'auditEvents.personId')
    .select(['at', 'people.fullName', 'action', 'details'])
    .where('inspectionId', '=', inspectionId)
    .where('action', 'in', Object.keys(historyWords))
    .orderBy('at', 'desc')
    .orderBy('eventOrder', 'desc')
    .limit(100)
    .execute()
  return events.map(({ at, fullName, action, details }) => {
    const { reason, cause } = details as { reason?: string | null; cause?: string }
    return { at, who: fullName ?? 'Hệ thống', what: historyWords[action] ?? action, reason: reason ?? cause ?? null }
  })
}
