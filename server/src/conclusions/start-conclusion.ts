import { firstPlace } from '@cchc/domain/conclusions/board-rules.ts'
import { conclusionStateNames } from '@cchc/domain/conclusions/contract.ts'
import { proposedRemedies } from '@cchc/domain/conclusions/draft-conclusion.ts'
import { untied } from '@cchc/domain/conclusions/notice-structure.ts'
import { remedyDueDate } from '@cchc/domain/conclusions/remedy-due-date.ts'
import { remedyKey } from '@cchc/domain/conclusions/remedy-standings.ts'
import { mayDraftConclusion } from '@cchc/domain/conclusions/rules.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import { type InspectionState, inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { draftPoint } from './board.ts'
import { newestPatternsVersion, readPatterns } from './patterns.ts'
import { readPoints } from './points.ts'
import { findConclusion } from './queries.ts'
import { readVisitRecord } from './visit-record.ts'

const nothing = { overview: '', results: [], shortcomings: [], causes: '', execution: '' }

/**
 * Begins the conclusion of a visit that has ended: a point for every finding, one recommendation proposed for each that finds
 * fault, and a notice without words yet. Refuses with `wrong-state`. Basis: QĐ 2251/QĐ-UBND, mục IV.1.
 */
export async function startConclusion(context: Context, inspectionId: string): Promise<{ conclusionId: string }> {
  const { db, viewer, now, today } = context
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const found = await findConclusion(context, inspectionId)
  // One that was withdrawn is no conclusion any more.
  const existing = found?.state === 'withdrawn' ? undefined : found
  const state = inspection.state as InspectionState
  const { visitOn } = inspection
  if (visitOn === null || !mayDraftConclusion(viewer, state, existing !== undefined))
    throw new Refusal('wrong-state', {
      act: 'soạn dự thảo kết luận',
      ...(existing
        ? { what: 'kết luận', state: conclusionStateNames[existing.state], way: 'Mở bản đã có để xem hoặc sửa.' }
        : {
            what: 'cuộc kiểm tra',
            state: inspectionStateNames[state],
            way: 'Kết thúc buổi kiểm tra và khóa biên bản trước.',
          }),
    })
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const calendar = await readCalendar(db)
  await pointsOfFindings(context, inspectionId)
  const patternsVersion = await newestPatternsVersion(context)
  const { points } = await readPoints(context, inspectionId)
  const visit = await readVisitRecord(context, { ...inspection, visitOn }, campaign, points.flatMap(draftPoint))
  const remedies = proposedRemedies(visit, await readPatterns(context, patternsVersion))
  const minutes = await db
    .selectFrom('minutesVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  const dueOn = addWorkingDays(visitOn, campaign.conclusionWorkingDays, calendar)
  const taken = Object.fromEntries(
    remedies.map(({ pointId, text }) => [remedyKey(pointId), { part: 'recommendations', words: text }]),
  )
  const { conclusionId } = await db
    .insertInto('conclusions')
    .values({
      inspectionId,
      content: JSON.stringify(nothing),
      structure: JSON.stringify({ ...untied, patternsVersion, taken }),
      dueOn,
      draftedBy: viewer.personId,
      draftedAt: now,
      minutesVersion: minutes?.version ?? null,
    })
    .returning('conclusionId')
    .executeTakeFirstOrThrow()
  const remedyDueOn = remedyDueDate({ today, conclusionDueOn: dueOn }, campaign.remedyWorkingDays, calendar)
  if (remedies.length > 0)
    await db
      .insertInto('recommendations')
      .values(
        remedies.map(({ pointId: _, ...asked }, position) => ({
          ...asked,
          addressee: visit.unitName,
          dueOn: remedyDueOn,
          conclusionId,
          inspectionId,
          position,
        })),
      )
      .execute()
  return { conclusionId }
}

/** Makes a point of every finding of the inspection that has none; returns how many. */
export async function pointsOfFindings(context: Context, inspectionId: string): Promise<number> {
  const { db, viewer, now } = context
  const { loose } = await readPoints(context, inspectionId)
  for (const finding of loose) {
    const { findingId, fieldKey, text, cause, responsible } = finding
    const { pointId } = await db
      .insertInto('conclusionPoints')
      .values({
        inspectionId,
        place: firstPlace(finding),
        fieldKey,
        text,
        cause,
        responsible,
        changedBy: viewer.personId,
        changedAt: now,
      })
      .returning('pointId')
      .executeTakeFirstOrThrow()
    await db.insertInto('pointSources').values({ findingId, pointId, inspectionId }).execute()
  }
  return loose.length
}
