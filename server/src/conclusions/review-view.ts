import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { fieldPart, pointsOf } from '@cchc/domain/conclusions/draft-points.ts'
import { reviewActions, unsettledWords } from '@cchc/domain/conclusions/review.ts'
import type {
  getDraftReview as contract,
  DraftReview,
  LeadView,
  RemarkView,
} from '@cchc/domain/conclusions/review-contract.ts'
import { workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { isReviewed, leadsOf, newestReviews } from './ask-leads.ts'
import { conclusionView } from './conclusion-view.ts'
import { type ConclusionRecord, getConclusionRecord } from './queries.ts'
import { readUnsettled } from './unsettled.ts'

/** Who has said what of a draft that the team may read; of a conclusion that went out, what was said of it then. */
export const getDraftReview: Act<typeof contract> = (context, { params }) => reviewView(context, params.conclusionId)

export async function reviewView(context: Context, conclusionId: string): Promise<DraftReview> {
  const { db, viewer } = context
  const conclusion = await getConclusionRecord(context, conclusionId)
  const { inspectionId, state } = conclusion
  const draft = await conclusionView(context, inspectionId)
  // What went out and was followed by another is read from the history.
  if (draft?.conclusionId !== conclusionId) throw new Refusal('no-such-conclusion')
  const { campaignId } = await visibleInspections(db, viewer)
    .select('campaignId')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const leads = await leadViews(context, draft, campaignId)
  const unsettled = await readUnsettled(context, conclusionId)
  const terms = await db
    .selectFrom('conclusionTerms')
    .select('shownToUnit')
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  return {
    conclusionId,
    inspectionId,
    leads,
    remarks: await remarkViews(context, conclusionId),
    points: pointsOf(draft).map(({ key, name, fieldKey }) => ({ key, name, fieldKey })),
    approval: await approvalOf(context, conclusion),
    unsettled: state === 'under-review' ? unsettledWords(unsettled) : [],
    actions: reviewActions({
      viewer,
      state,
      leads,
      isApproved: conclusion.approvedAt !== null,
      mayShow: terms?.shownToUnit === true && unsettled.unitUntil === null,
    }),
  }
}

async function leadViews(context: Context, draft: ConclusionView, campaignId: string): Promise<LeadView[]> {
  const { db, today } = context
  const reviews = await newestReviews(db, draft.conclusionId)
  if (reviews.length === 0) return []
  const leads = await leadsOf(context, { campaignId, inspectionId: draft.inspectionId })
  const calendar = await readCalendar(db)
  return draft.fields.filter(isReviewed).flatMap(({ fieldKey, name }): LeadView[] => {
    const review = reviews.find((each) => each.fieldKey === fieldKey)
    if (!review) return leads.has(fieldKey) ? [] : [{ ...nobody, fieldKey, fieldName: name }]
    const { personId, who, agency, dueOn, answer, answeredByName, answeredAt, seen } = review
    return [
      {
        fieldKey,
        fieldName: name,
        personId,
        who,
        agency: agency ?? '',
        dueOn,
        workingDaysLeft: answer === null ? workingDaysLeft(today, dueOn, calendar) : null,
        answer: answer as LeadView['answer'],
        answeredBy: answeredByName,
        answeredAt,
        changedSince: seen !== null && seen !== fieldPart(draft, fieldKey),
      },
    ]
  })
}

/** Of a field without a lead. */
const nobody: Omit<LeadView, 'fieldKey' | 'fieldName'> = {
  personId: null,
  who: '',
  agency: '',
  dueOn: null,
  workingDaysLeft: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  changedSince: false,
}

async function remarkViews({ db }: Context, conclusionId: string): Promise<RemarkView[]> {
  return db
    .selectFrom('conclusionRemarks')
    .innerJoin('people', 'people.personId', 'conclusionRemarks.madeBy')
    .leftJoin('people as settler', 'settler.personId', 'conclusionRemarks.settledBy')
    .select([
      'remarkId',
      'madeAt as at',
      'people.fullName as who',
      'about',
      'aboutName',
      'text',
      'settled',
      'takenOver',
      'reply',
      'settler.fullName as settledBy',
      'settledAt',
    ])
    .where('conclusionId', '=', conclusionId)
    .orderBy('remarkNo')
    .execute()
}

async function approvalOf({ db }: Context, conclusion: ConclusionRecord): Promise<DraftReview['approval']> {
  const { approvedBy, approvedAt, approvalException } = conclusion
  if (approvedBy === null || approvedAt === null) return null
  const { fullName } = await db
    .selectFrom('people')
    .select('fullName')
    .where('personId', '=', approvedBy)
    .executeTakeFirstOrThrow()
  return { by: fullName, at: approvedAt, exception: approvalException }
}
