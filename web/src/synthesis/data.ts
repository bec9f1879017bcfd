import {
  getSynthesis,
  getSynthesisPaper,
  issueSynthesis,
  NarrativeClash,
  type SynthesisView,
  saveNarrative,
} from '@cchc/domain/synthesis/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Draft } from '../documents/draft-desk.ts'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { Refusal } from '../platform/refusal.ts'

/** The season summed up: every figure with its sources, what was found, the report's own words. */
export const synthesisQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'synthesis'],
    queryFn: ({ signal }) => call(getSynthesis, { params: { campaignId }, signal }),
  })

/** The synthesis report as it stands, as data. */
export const synthesisPaperQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'synthesis', 'paper'],
    queryFn: ({ signal }) => call(getSynthesisPaper, { params: { campaignId }, signal }),
  })

/** The texts that the office writes itself, in printed order, as the screen calls them. */
export const narrativeParts = {
  overview: 'Khái quát tình hình',
  assessment: 'Đánh giá chung',
  proposals: 'Đề xuất, kiến nghị',
} as const

export function draftOf({ revision, overview, assessment, proposals }: SynthesisView['narrative']): Draft {
  return { revision, parts: { overview, assessment, proposals } }
}

function show(view: SynthesisView): SynthesisView {
  queries.setQueryData(synthesisQuery(view.campaignId).queryKey, view)
  return view
}

/** Keeps the words; rejects with a refusal that `clashOf` reads when somebody saved first. */
export async function keepNarrative(campaignId: string, { revision, parts }: Draft): Promise<Draft> {
  const { overview = '', assessment = '', proposals = '' } = parts
  const body = { revision, overview, assessment, proposals }
  return draftOf(show(await call(saveNarrative, { params: { campaignId }, body })).narrative)
}

/** The words that the server holds instead, when a save met another's. */
export function clashOf(error: unknown): Draft | undefined {
  if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') return undefined
  const clash = NarrativeClash.safeParse(error.details)
  return clash.success ? draftOf(clash.data.theirs) : undefined
}

export async function issue(campaignId: string, body: { number: string; issuedOn: string }): Promise<void> {
  show(await call(issueSynthesis, { params: { campaignId }, body }))
  await queries.invalidateQueries({ queryKey: ['campaigns', campaignId] })
}
