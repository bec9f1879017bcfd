import {
  type DraftShowing,
  getDraftPaper,
  getDraftShowing,
  noteDraftSeen,
  saveDraftAnswer,
  sendDraftAnswer,
  settleDraftAnswer,
  showDraft,
} from '@cchc/domain/conclusions/answer-contract.ts'
import {
  type CorrectionView,
  carryAgain,
  closeCarried,
  correctNotice,
  dropReplacement,
  getConclusionHistory,
  noteConclusionSeen,
  startReplacement,
  suggestLetterNumber,
  withdrawNotice,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import {
  answerReview,
  approveConclusion,
  type ConclusionTerms,
  getConclusionTerms,
  getDraftReview,
  saveConclusionTerms,
} from '@cchc/domain/conclusions/review-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

const soon = 30_000

/** The terms for draft conclusions; null until somebody sets them. */
export const termsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'conclusion-terms'],
    queryFn: ({ signal }) => call(getConclusionTerms, { params: { campaignId }, signal }),
  })

/** Who has said what of a draft. */
export const reviewQuery = (inspectionId: string, conclusionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'conclusion-review', conclusionId],
    queryFn: ({ signal }) => call(getDraftReview, { params: { conclusionId }, signal }),
    refetchInterval: soon,
  })

/** The draft that the unit was shown last, and its answer. */
export const showingQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'draft-showing'],
    queryFn: ({ signal }) => call(getDraftShowing, { params: { inspectionId }, signal }),
    refetchInterval: soon,
  })

/** The paper of a showing, which never changes. */
export const draftPaperQuery = (showingId: string) =>
  queryOptions({
    queryKey: ['draft-showings', showingId, 'paper'],
    queryFn: ({ signal }) => call(getDraftPaper, { params: { showingId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Every notice of an inspection and the replacement under way. */
export const historyQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'conclusion-history'],
    queryFn: ({ signal }) => call(getConclusionHistory, { params: { inspectionId }, signal }),
  })

/** What the clerk is proposed for a letter of a section, or of the one that drafted the last. */
export const letterNumberQuery = (campaignId: string, draftingUnit: string | null) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'letter-number', draftingUnit],
    queryFn: ({ signal }) =>
      call(suggestLetterNumber, { params: { campaignId }, query: draftingUnit ? { draftingUnit } : {}, signal }),
    staleTime: 0,
    gcTime: 0,
  })

/** Asks again for everything of one inspection, and for the season's lists. */
async function renew(inspectionId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['inspections', inspectionId] }),
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
  ])
}

export async function keepTerms(campaignId: string, revision: number, terms: ConclusionTerms): Promise<void> {
  await call(saveConclusionTerms, { params: { campaignId }, body: { ...terms, revision } })
  await queries.invalidateQueries({ queryKey: ['campaigns', campaignId, 'conclusion-terms'] })
}

interface Of {
  readonly conclusionId: string
  readonly inspectionId: string
}

export async function sayOfFields(
  of: Of,
  fieldKeys: string[],
  remarks: { about: string; text: string }[],
): Promise<void> {
  await call(answerReview, { params: { conclusionId: of.conclusionId }, body: { fieldKeys, remarks } })
  await renew(of.inspectionId)
}

export async function approve(of: Of, exception: string): Promise<void> {
  await call(approveConclusion, { params: { conclusionId: of.conclusionId }, body: { exception } })
  await renew(of.inspectionId)
}

export async function show(of: Of): Promise<void> {
  await call(showDraft, { params: { conclusionId: of.conclusionId } })
  await renew(of.inspectionId)
}

const keepShowing = (showing: DraftShowing) =>
  queries.setQueryData(showingQuery(showing.inspectionId).queryKey, { showing })

export async function keepAnswer(
  showingId: string,
  pointKey: string,
  body: { revision: number; stance: 'agree' | 'explain'; answer: string },
): Promise<void> {
  keepShowing(await call(saveDraftAnswer, { params: { showingId, pointKey }, body }))
}

export async function sendAnswer(showingId: string): Promise<void> {
  keepShowing(await call(sendDraftAnswer, { params: { showingId } }))
}

export async function settleAnswer(
  { showingId, inspectionId }: DraftShowing,
  pointKey: string,
  body: { outcome: 'accepted' | 'not-accepted'; reason: string },
): Promise<void> {
  keepShowing(await call(settleDraftAnswer, { params: { showingId, pointKey }, body }))
  await renew(inspectionId)
}

export const noteDraft = (showingId: string) => call(noteDraftSeen, { params: { showingId } })
export const noteNotice = (conclusionId: string) => call(noteConclusionSeen, { params: { conclusionId } })

export async function beginReplacement(of: Of, reason: string): Promise<void> {
  await call(startReplacement, { params: { conclusionId: of.conclusionId }, body: { reason } })
  await renew(of.inspectionId)
}

export async function giveUpReplacement(of: Of): Promise<void> {
  await call(dropReplacement, { params: { conclusionId: of.conclusionId } })
  await renew(of.inspectionId)
}

export async function closeOne(of: Of, recommendationId: string, reason: string): Promise<void> {
  await call(closeCarried, { params: { conclusionId: of.conclusionId }, body: { recommendationId, reason } })
  await renew(of.inspectionId)
}

export async function carryOne(of: Of, recommendationId: string): Promise<void> {
  await call(carryAgain, { params: { conclusionId: of.conclusionId, recommendationId } })
  await renew(of.inspectionId)
}

export interface Letter {
  kind: CorrectionView['kind']
  passages: { where: string; wrong: string; right: string }[]
  draftingUnit: string
}

export async function sendLetter(of: Of, letter: Letter & { number: string; issuedOn: string }): Promise<void> {
  await call(correctNotice, { params: { conclusionId: of.conclusionId }, body: letter })
  await renew(of.inspectionId)
}

export async function withdraw(of: Of, body: { reason: string; number: string; issuedOn: string }): Promise<void> {
  await call(withdrawNotice, { params: { conclusionId: of.conclusionId }, body })
  await renew(of.inspectionId)
}
