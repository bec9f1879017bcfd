import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type scheduleInspection as contract, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { slotRefusals } from '@cchc/domain/inspections/slot.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { replaceIssuedNotice } from '../documents/replace-notice.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionView } from './inspection-view.ts'
import { getInspectionForUpdate, type InspectionRecord, requireNoOpenSession, stateAfter } from './queries.ts'
import { slotTaken } from './slot-taken.ts'

type Body = Parameters<Act<typeof contract>>[1]['body']

/**
 * Gives a visit its half-day, place and roster, or moves it. A move recomputes the report's deadline and keeps why; a visit
 * whose notice is out needs a reason and then a new notice. Basis: QĐ 2251/QĐ-UBND, mục III.1, III.2a, IV.1, IV.3.
 */
export const scheduleInspection: Act<typeof contract> = async (context, { params, body }) => {
  const { db } = context
  const inspection = await getInspectionForUpdate(context, params.inspectionId)
  const state = stateAfter(inspection, 'schedule')
  await requireNoOpenSession(context, inspection.inspectionId, 'dời lịch')
  if (inspection.revision !== body.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Lịch kiểm tra' },
      await inspectionView(context, params.inspectionId),
    )
  const slotChanges = inspection.visitOn !== body.visitOn || inspection.halfDay !== body.halfDay
  const isMove = inspection.visitOn !== null && slotChanges
  if (inspection.state === 'announced' && isMove && !body.reason) throw new Refusal('reason-needed')
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const calendar = await readCalendar(db)
  if (slotChanges) {
    const question = {
      ...campaign,
      leadWorkingDays: inspection.leadWorkingDays,
      visitOn: body.visitOn,
      today: context.today,
      calendar,
    }
    const refusal = slotRefusals(question)[0] ?? (await slotTaken(context, inspection, body))
    if (refusal) throw refusal
  }
  const reportDueOn = slotChanges
    ? nthWorkingDayBefore(body.visitOn, inspection.leadWorkingDays, calendar).dueOn
    : inspection.reportDueOn
  await db
    .updateTable('inspections')
    .set((eb) => ({
      state,
      visitOn: body.visitOn,
      halfDay: body.halfDay,
      place: body.place,
      reportDueOn,
      revision: eb('revision', '+', 1),
    }))
    .where('inspectionId', '=', inspection.inspectionId)
    .execute()
  await replaceRoster(context, inspection, body)
  await keepDeadlineChange(context, inspection, reportDueOn, body)
  if (isMove) await replaceIssuedNotice(context, inspection.inspectionId)
  const details = {
    from: { visitOn: inspection.visitOn, halfDay: inspection.halfDay },
    to: { visitOn: body.visitOn, halfDay: body.halfDay },
    reason: body.reason,
  }
  await context.record(
    isMove ? 'inspection.move' : 'inspection.schedule',
    inspection.inspectionId,
    details,
    inspection.inspectionId,
  )
  return inspectionView(context, inspection.inspectionId)
}

async function replaceRoster(
  { db }: Context,
  { inspectionId, campaignId }: InspectionRecord,
  { roster }: Body,
): Promise<void> {
  const known = await db.selectFrom('teamMembers').select('teamMemberId').where('campaignId', '=', campaignId).execute()
  const seats = new Set(known.map(({ teamMemberId }) => teamMemberId))
  if (roster.some(({ teamMemberId }) => !seats.has(teamMemberId))) throw new Refusal('no-such-team-member')
  await db.deleteFrom('inspectionRoster').where('inspectionId', '=', inspectionId).execute()
  if (roster.length === 0) return
  await db
    .insertInto('inspectionRoster')
    .values(roster.map((entry, position) => ({ ...entry, inspectionId, position })))
    .execute()
}

async function keepDeadlineChange(
  { db, now }: Context,
  inspection: InspectionRecord,
  to: string | null,
  body: Body,
): Promise<void> {
  if (to === null || to === inspection.reportDueOn) return
  const cause =
    inspection.visitOn === null
      ? 'Xếp lịch lần đầu'
      : `Dời buổi kiểm tra sang ${halfDayNames[body.halfDay].toLowerCase()} ${formatDate(body.visitOn)}${body.reason ? `: ${body.reason}` : ''}`
  await db
    .insertInto('deadlineChanges')
    .values({ inspectionId: inspection.inspectionId, at: now, fromDue: inspection.reportDueOn, toDue: to, cause })
    .execute()
}
