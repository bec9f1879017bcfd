import { workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import type { listReminders as contract } from '@cchc/domain/reminders/contract.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readOwed } from './owed.ts'

/** What the units owe, the most urgent first, with the reminders about its present date. */
export const listReminders: Act<typeof contract> = async (context, { params }) => {
  const { db, today } = context
  const { campaignId } = await getCampaignRecord(db, params.campaignId)
  const calendar = await readCalendar(db)
  const owed = await readOwed(context, campaignId)
  if (owed.length === 0) return { owed: [] }
  const rows = await db
    .selectFrom('reminders')
    .select(['kind', 'subjectId', 'dueOn', 'at', 'step', 'personIds'])
    .where(
      'subjectId',
      'in',
      owed.map(({ subjectId }) => subjectId),
    )
    .orderBy('at')
    .orderBy('step', 'desc')
    .execute()
  const people = await db.selectFrom('people').select(['personId', 'fullName']).execute()
  const nameOf = new Map(people.map(({ personId, fullName }) => [personId, fullName]))
  return {
    owed: owed
      .map(({ unitCode: _, toldOn: __, ...thing }) => ({
        ...thing,
        workingDaysLeft: workingDaysLeft(today, thing.dueOn, calendar),
        reminders: rows
          .filter((row) => row.kind === thing.kind && row.subjectId === thing.subjectId && row.dueOn === thing.dueOn)
          .map(({ at, step, personIds }) => ({
            at,
            step,
            people: personIds.map((id) => nameOf.get(id) ?? 'tài khoản đã xóa'),
          })),
      }))
      .sort(
        (a, b) =>
          a.workingDaysLeft - b.workingDaysLeft ||
          a.unitName.localeCompare(b.unitName, 'vi') ||
          a.kind.localeCompare(b.kind) ||
          a.title.localeCompare(b.title, 'vi') ||
          a.subjectId.localeCompare(b.subjectId),
      ),
  }
}
