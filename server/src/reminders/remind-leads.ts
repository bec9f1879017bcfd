import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import { type CalendarDay, workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { dueStep } from '@cchc/domain/reminders/ladder.ts'
import { reviewWords } from '@cchc/domain/reminders/words.ts'
import { teamInspections } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'

/** Reminds the leads who have said nothing yet of a draft that goes round, by the steps of every due date; gives how many were. */
export async function remindLeads(
  context: Context,
  campaignId: string,
  calendar: readonly CalendarDay[],
): Promise<{ reminded: number; people: number }> {
  const { db, viewer, now, today } = context
  const waiting = await teamInspections(db, viewer)
    .innerJoin('conclusions', 'conclusions.inspectionId', 'inspections.inspectionId')
    .innerJoin('conclusionReviews', 'conclusionReviews.conclusionId', 'conclusions.conclusionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaignFields', (join) =>
      join
        .onRef('campaignFields.campaignId', '=', 'inspections.campaignId')
        .onRef('campaignFields.fieldKey', '=', 'conclusionReviews.fieldKey'),
    )
    .select([
      'conclusions.conclusionId',
      'inspections.inspectionId',
      'units.fullName as unitName',
      'conclusionReviews.personId',
      'conclusionReviews.dueOn',
      'conclusionReviews.askedAt',
      'campaignFields.name',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('conclusions.state', '=', 'under-review')
    .where('conclusionReviews.answer', 'is', null)
    .orderBy('campaignFields.position')
    .execute()
  let reminded = 0
  let people = 0
  for (const fields of Map.groupBy(waiting, (one) => `${one.conclusionId} ${one.dueOn}`).values()) {
    const { conclusionId, inspectionId, unitName, dueOn, askedAt } = fields[0]!
    const taken = await db
      .selectFrom('reminders')
      .select('step')
      .where('kind', '=', 'conclusion-review')
      .where('subjectId', '=', conclusionId)
      .where('dueOn', '=', dueOn)
      .execute()
    const left = workingDaysLeft(today, dueOn, calendar)
    const step = dueStep(
      left,
      taken.map((one) => one.step),
      workingDaysLeft(dateInVietnam(askedAt), dueOn, calendar),
    )
    if (step === null) continue
    const leads = [...Map.groupBy(fields, ({ personId }) => personId)]
    const kept = await db
      .insertInto('reminders')
      .values({
        kind: 'conclusion-review',
        subjectId: conclusionId,
        inspectionId,
        dueOn,
        step,
        personIds: leads.map(([personId]) => personId),
        at: now,
      })
      .onConflict((conflict) => conflict.constraint('reminded_once').doNothing())
      .returning('reminderId')
      .executeTakeFirst()
    if (!kept) continue
    for (const [personId, own] of leads) {
      const { title, body } = reviewWords({ unitName, dueOn, left, fields: own.map(({ name }) => name) })
      await tell(context, {
        personIds: [personId],
        inspectionId,
        kind: 'reminder.review',
        title,
        body,
        link: `/ket-luan/${inspectionId}`,
        includingViewer: true,
        mail: { subject: title, body },
      })
    }
    reminded += 1
    people += leads.length
  }
  return { reminded, people }
}
