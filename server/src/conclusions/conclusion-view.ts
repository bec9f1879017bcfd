import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { remedyDueDate } from '@cchc/domain/conclusions/remedy-due-date.ts'
import { unsettledWords } from '@cchc/domain/conclusions/review.ts'
import { conclusionActions, readsDrafts } from '@cchc/domain/conclusions/rules.ts'
import { isDraft } from '@cchc/domain/conclusions/states.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { type ConclusionRecord, fieldsOf, findConclusion, findingsOf } from './queries.ts'
import { recommendationView, selectRecommendations } from './recommendations.ts'
import { readUnsettled } from './unsettled.ts'

/**
 * The conclusion of an inspection as the viewer sees it, with what they may do to it now; null while there is none for
 * them: those outside the team see it once issued, without findings and remarks.
 */
export async function conclusionView(context: Context, inspectionId: string): Promise<ConclusionView | null> {
  const conclusion = await findConclusion(context, inspectionId)
  const isOut = conclusion !== undefined && !isDraft(conclusion.state)
  if (!conclusion || !(isOut || readsDrafts(context.viewer))) return null
  const { db, viewer, today } = context
  const { campaignId, inspectionState, unitName, visitOn } = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.campaignId',
      'inspections.state as inspectionState',
      'inspections.visitOn',
      'units.fullName as unitName',
    ])
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const calendar = await readCalendar(db)
  const { remedyWorkingDays } = await getSettledCampaign(db, campaignId)
  const rows = await selectRecommendations(db, viewer)
    .where('recommendations.conclusionId', '=', conclusion.conclusionId)
    .orderBy('recommendations.position')
    .execute()
  const recommendations = rows.map((row) => recommendationView(row, today, calendar))
  const remarks = readsDrafts(viewer) ? await remarksOn(context, conclusion) : []
  const { conclusionId, state, text, dueOn, revision } = conclusion
  return {
    conclusionId,
    inspectionId,
    unitName,
    visitOn,
    state,
    text,
    recommendations,
    findings: readsDrafts(viewer) ? await findingsOf(context, inspectionId) : [],
    remarks,
    dueOn,
    suggestedRemedyDueOn: remedyDueDate({ today, conclusionDueOn: dueOn }, remedyWorkingDays, calendar),
    ...(await issueOf(context, conclusion)),
    replaces: await replacedBy(context, conclusion),
    approved: conclusion.approvedAt !== null,
    minutesVersion: conclusion.minutesVersion,
    newestMinutes: await newestMinutesOf(context, inspectionId),
    revision,
    fields: await fieldsOf(context, inspectionId),
    actions: conclusionActions({
      viewer,
      state,
      inspectionState: inspectionState as InspectionState,
      text,
      recommendations,
      approved: conclusion.approvedAt !== null,
      settled: state !== 'under-review' || unsettledWords(await readUnsettled(context, conclusionId)).length === 0,
      replaces: conclusion.replaces !== null,
      today,
    }),
  }
}

/** The view after a change by somebody who may see drafts. */
export async function changedConclusion(context: Context, inspectionId: string): Promise<ConclusionView> {
  return (await conclusionView(context, inspectionId))!
}

async function remarksOn({ db }: Context, { conclusionId }: ConclusionRecord): Promise<ConclusionView['remarks']> {
  return db
    .selectFrom('conclusionRemarks')
    .innerJoin('people', 'people.personId', 'conclusionRemarks.madeBy')
    .select(['remarkId', 'madeAt as at', 'people.fullName as who', 'text', 'settled', 'reply'])
    .where('conclusionId', '=', conclusionId)
    .orderBy('remarkNo')
    .execute()
}

/** The notice whose place a conclusion takes. */
async function replacedBy({ db }: Context, { replaces, replaceReason }: ConclusionRecord) {
  if (replaces === null) return null
  const notice = await db
    .selectFrom('conclusions')
    .innerJoin('documents', 'documents.documentId', 'conclusions.documentId')
    .select(['documents.documentId', 'documents.number', 'documents.symbol', 'documents.issuedOn'])
    .where('conclusions.conclusionId', '=', replaces)
    .executeTakeFirstOrThrow()
  return {
    documentId: notice.documentId,
    number: documentCode(notice.number, notice.symbol ?? ''),
    issuedOn: notice.issuedOn,
    reason: replaceReason,
  }
}

async function newestMinutesOf({ db }: Context, inspectionId: string): Promise<ConclusionView['newestMinutes']> {
  const newest = await db
    .selectFrom('minutesVersions')
    .select(['version', 'reason'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest ?? null
}

async function issueOf(
  { db }: Context,
  { documentId }: ConclusionRecord,
): Promise<Pick<ConclusionView, 'number' | 'issuedOn' | 'documentId'>> {
  const document = documentId
    ? await db
        .selectFrom('documents')
        .select(['number', 'symbol', 'issuedOn'])
        .where('documentId', '=', documentId)
        .executeTakeFirst()
    : undefined
  return {
    documentId,
    number: document ? documentCode(document.number, document.symbol ?? '') : null,
    issuedOn: document?.issuedOn ?? null,
  }
}
