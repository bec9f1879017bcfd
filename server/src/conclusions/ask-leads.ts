import { holds, type Role, type Viewer } from '@cchc/domain/access/permissions.ts'
import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { fieldPart } from '@cchc/domain/conclusions/draft-points.ts'
import { leadOf, type Seat } from '@cchc/domain/conclusions/review.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { sql } from 'kysely'
import { readCalendar } from '../calendar/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import { readTerms } from './terms.ts'

/** The outline's closing assessment is no field of its own: it has no lead. */
export const isReviewed = ({ fieldKey }: { readonly fieldKey: string }) => fieldKey !== 'general'

/**
 * Asks the lead of every field about the draft: those who have not been asked, whose part was changed since, or who had remarks.
 * Who agreed to what still stands is left in peace; who has not answered gets the new day.
 */
export async function askLeads(context: Context, draft: ConclusionView): Promise<void> {
  const { db, viewer, now, today, record } = context
  const { conclusionId, inspectionId } = draft
  const { campaignId } = await visibleInspections(db, viewer)
    .select('campaignId')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const { reviewWorkingDays } = await readTerms(db, campaignId)
  const dueOn = addWorkingDays(today, reviewWorkingDays, await readCalendar(db))
  const leads = await leadsOf(context, { campaignId, inspectionId })
  const before = await newestReviews(db, conclusionId)
  const asked: { fieldKey: string; personId: string }[] = []
  for (const { fieldKey } of draft.fields.filter(isReviewed)) {
    const personId = leads.get(fieldKey)
    const last = before.find((review) => review.fieldKey === fieldKey)
    if (!personId) continue
    if (last?.answer === 'agreed' && last.seen === fieldPart(draft, fieldKey)) continue
    if (last && last.answer === null)
      await db
        .updateTable('conclusionReviews')
        .set({ askedAt: now, dueOn, personId })
        .where('reviewNo', '=', last.reviewNo)
        .execute()
    else
      await db
        .insertInto('conclusionReviews')
        .values({ conclusionId, inspectionId, fieldKey, personId, askedAt: now, dueOn })
        .execute()
    asked.push({ fieldKey, personId })
  }
  if (asked.length === 0) return
  await record('conclusion.ask-leads', conclusionId, { dueOn, asked }, inspectionId)
  for (const [personId, fields] of Map.groupBy(asked, (one) => one.personId)) {
    const names = fields.map(
      ({ fieldKey }) => draft.fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey,
    )
    const title = `Góp ý dự thảo kết luận kiểm tra ${draft.unitName} đến ${formatDate(dueOn)}`
    const body = `Lĩnh vực: ${names.join('; ')}. Đề nghị thống nhất hoặc góp ý trong phần mềm.`
    await tell(context, {
      personIds: [personId],
      inspectionId,
      kind: 'conclusion.ask-leads',
      title,
      body,
      link: `/ket-luan/${inspectionId}`,
      mail: { subject: title, body },
    })
  }
}

/** Who leads each field, as far as they may review and, of an unannounced inspection, have been told of it. */
export async function leadsOf(
  { db }: Pick<Context, 'db'>,
  { campaignId, inspectionId }: { campaignId: string; inspectionId: string },
): Promise<Map<string, string>> {
  const members = db
    .selectFrom('teamMembers')
    .innerJoin('people', 'people.personId', 'teamMembers.personId')
    .where('teamMembers.campaignId', '=', campaignId)
    .where('people.disabled', '=', false)
    .where(sql<boolean>`not is_kept_from(people.person_id, ${inspectionId})`)
  const columns = ['people.personId', 'people.roles', 'teamMembers.agencyCode'] as const
  const roster = await members
    .innerJoin('inspectionRoster', 'inspectionRoster.teamMemberId', 'teamMembers.teamMemberId')
    .select([...columns, 'inspectionRoster.fieldKeys'])
    .where('inspectionRoster.inspectionId', '=', inspectionId)
    .orderBy('inspectionRoster.position')
    .execute()
  const team = await members
    .select([...columns, 'teamMembers.fieldKeys'])
    .orderBy('teamMembers.position')
    .execute()
  const seats: Seat[] = [
    ...roster.map((row) => ({ ...row, from: 'roster' as const })),
    ...team.map((row) => ({ ...row, from: 'team' as const })),
  ].filter(({ roles }) => holds({ roles: roles as Role[] } satisfies Pick<Viewer, 'roles'>, 'conclusion.review'))
  const fields = await db
    .selectFrom('campaignFields')
    .select(['fieldKey', 'leadAgencyCode'])
    .where('campaignId', '=', campaignId)
    .execute()
  return new Map(
    fields.flatMap(({ fieldKey, leadAgencyCode }) => {
      const lead = leadOf(fieldKey, leadAgencyCode, seats)
      return lead ? [[fieldKey, lead.personId] as const] : []
    }),
  )
}

/** The newest asking of each field. */
export async function newestReviews(db: Context['db'], conclusionId: string) {
  return db
    .selectFrom('conclusionReviews')
    .innerJoin('people', 'people.personId', 'conclusionReviews.personId')
    .leftJoin('units', 'units.unitCode', 'people.unitCode')
    .leftJoin('people as answerer', 'answerer.personId', 'conclusionReviews.answeredBy')
    .distinctOn('fieldKey')
    .selectAll('conclusionReviews')
    .select(['people.fullName as who', 'units.fullName as agency', 'answerer.fullName as answeredByName'])
    .where('conclusionId', '=', conclusionId)
    .orderBy('fieldKey')
    .orderBy('reviewNo', 'desc')
    .execute()
}
