import type { startReplacement as contract } from '@cchc/domain/conclusions/replacement-contract.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { lineCarrying, openOfReplaced } from './carried.ts'
import { changedConclusion } from './conclusion-view.ts'
import { findConclusion, getConclusionRecord, lockConclusion } from './queries.ts'

/**
 * Begins the notice that replaces an issued one, from its words; every recommendation that is not settled is a line of it, to be
 * carried on. The notice stands until the new one is issued. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.
 */
export const startReplacement: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  const { campaignId } = await getInspectionForUpdate(context, inspectionId)
  const old = await lockConclusion(context, params.conclusionId, 'replace')
  const shown = await findConclusion(context, inspectionId)
  if (shown?.conclusionId !== old.conclusionId) throw new Refusal('replacement-under-way')
  const { conclusionWorkingDays } = await getSettledCampaign(db, campaignId)
  const { conclusionId } = await db
    .insertInto('conclusions')
    .values({
      inspectionId,
      content: JSON.stringify(old.text),
      structure: JSON.stringify(old.structure),
      dueOn: addWorkingDays(today, conclusionWorkingDays, await readCalendar(db)),
      draftedBy: viewer.personId,
      draftedAt: now,
      minutesVersion: old.minutesVersion,
      replaces: old.conclusionId,
      replaceReason: body.reason,
    })
    .returning('conclusionId')
    .executeTakeFirstOrThrow()
  const open = await openOfReplaced(context, { conclusionId, replaces: old.conclusionId })
  if (open.length > 0)
    await db
      .insertInto('recommendations')
      .values(open.map((one, position) => ({ ...lineCarrying(one), conclusionId, inspectionId, position })))
      .execute()
  await record(
    'conclusion.start-replacement',
    conclusionId,
    { replaces: old.conclusionId, reason: body.reason },
    inspectionId,
  )
  return changedConclusion(context, inspectionId)
}
