import {
  addRecommendation,
  addRemark,
  ConclusionClash,
  type ConclusionText,
  type ConclusionView,
  draftConclusion,
  editRecommendation,
  getConclusion,
  issueConclusion,
  type RecommendationView,
  removeRecommendation,
  returnConclusion,
  saveConclusion,
  settleRemark,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { Refusal } from '../platform/refusal.ts'

/** The conclusion of one inspection; asked again every 30 seconds, which shows what colleagues write and remark. */
export const conclusionQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'conclusion'],
    queryFn: ({ signal }) => call(getConclusion, { params: { inspectionId }, signal }),
    refetchInterval: 30_000,
  })

/** Shows a conclusion as it has become; the page that shows its paper asks for that again. */
function show(conclusion: ConclusionView): ConclusionView {
  queries.setQueryData(conclusionQuery(conclusion.inspectionId).queryKey, { conclusion, mayDraft: false })
  for (const beside of ['board', 'structure', 'conclusion-review'])
    void queries.invalidateQueries({ queryKey: ['inspections', conclusion.inspectionId, beside] })
  return conclusion
}

/** What also changes in the lists: stages, who holds the ball, documents, recommendations. */
async function showEverywhere(conclusion: ConclusionView): Promise<void> {
  show(conclusion)
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}

export async function startDraft(inspectionId: string): Promise<void> {
  await showEverywhere(await call(draftConclusion, { params: { inspectionId } }))
}

/** Keeps the words; rejects with a refusal that `clashOf` reads when somebody saved first. */
export async function keepWords(conclusionId: string, revision: number, text: ConclusionText): Promise<ConclusionView> {
  return show(await call(saveConclusion, { params: { conclusionId }, body: { revision, text } }))
}

/** The words that the server holds instead, when a save met another's. */
export function clashOf(error: unknown): ConclusionClash['theirs'] | undefined {
  if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') return undefined
  return ConclusionClash.safeParse(error.details).data?.theirs
}

export type RecommendationWords = z.input<NonNullable<(typeof addRecommendation)['body']>>

/** Adds a recommendation, or changes the given one. */
export async function keepRecommendation(
  conclusionId: string,
  words: RecommendationWords,
  changed: RecommendationView | null,
): Promise<void> {
  const body = { ...words }
  if (!changed) {
    show(await call(addRecommendation, { params: { conclusionId }, body }))
    return
  }
  const { recommendationId, revision } = changed
  show(await call(editRecommendation, { params: { recommendationId }, body: { ...body, revision } }))
}

export async function dropRecommendation({ recommendationId, inspectionId }: RecommendationView): Promise<void> {
  await call(removeRecommendation, { params: { recommendationId } })
  await queries.invalidateQueries({ queryKey: ['inspections', inspectionId] })
}

export async function submit(conclusionId: string): Promise<void> {
  await showEverywhere(await call(submitConclusion, { params: { conclusionId } }))
}

export async function takeBack(conclusionId: string): Promise<void> {
  await showEverywhere(await call(returnConclusion, { params: { conclusionId } }))
}

export async function remark(conclusionId: string, about: string, text: string): Promise<void> {
  show(await call(addRemark, { params: { conclusionId }, body: { about, text } }))
}

export async function settle(remarkId: string, takenOver: boolean, reply: string): Promise<void> {
  show(await call(settleRemark, { params: { remarkId }, body: { takenOver, reply } }))
}

export async function issue(conclusionId: string, body: { number: string; issuedOn: string }): Promise<void> {
  const conclusion = await call(issueConclusion, { params: { conclusionId }, body })
  await showEverywhere(conclusion)
  await queries.invalidateQueries({ queryKey: ['inspections', conclusion.inspectionId] })
}
