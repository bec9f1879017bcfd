import { Refusal } from '@cchc/domain/refusals.ts'
import type { saveNarrative as contract, NarrativeClash } from '@cchc/domain/synthesis/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { lockNarrative, readNarrative } from './queries.ts'
import { requireNotIssued } from './require-not-issued.ts'
import { synthesisView } from './synthesis-view.ts'

/** Keeps the words of the report; refuses with `changed-meanwhile`, whose details hold both texts, when somebody saved first. */
export const saveNarrative: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { campaignId } = params
  await getSettledCampaign(db, campaignId)
  const { revision, documentId } = await lockNarrative(db, campaignId)
  requireNotIssued(documentId, 'sửa')
  const words = { overview: tidy(body.overview), assessment: tidy(body.assessment), proposals: tidy(body.proposals) }
  if (body.revision !== revision) {
    const { documentId: _, ...theirs } = await readNarrative(db, campaignId)
    const clash: NarrativeClash = { theirs, yours: words }
    throw new Refusal('changed-meanwhile', { what: 'Báo cáo tổng hợp', who: theirs.savedBy ?? '' }, clash)
  }
  await db
    .updateTable('synthesisNarratives')
    .set({ ...words, savedBy: viewer.personId, savedAt: now, revision: revision + 1 })
    .where('campaignId', '=', campaignId)
    .execute()
  await record('synthesis.save', campaignId, { revision: revision + 1 })
  return synthesisView(context, campaignId)
}

function tidy(text: string): string {
  return text.normalize('NFC').trim()
}
