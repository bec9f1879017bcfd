import { type CampaignPlan, ReviewView, saveReview } from '@cchc/domain/campaigns/contract.ts'
import { call } from '../../platform/api.ts'
import { queries } from '../../platform/queries.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Clash, Saver } from '../../platform/saver.ts'
import { unsentPlace } from '../../platform/unsent.ts'
import { campaignsQuery, reviewQuery } from '../data.ts'

export type ReviewSaver = Saver<CampaignPlan, ReviewView>

/** A review is saved as one thing, because its parts are judged together. */
export const planKey = 'plan'

const savers = new Map<string, ReviewSaver>()

/** The saver of one draft for one person; it outlives the page, so that a save on its way ends well. */
export function reviewSaverOf(view: ReviewView, personId: string): ReviewSaver {
  const name = `${personId}.${view.campaignId}`
  const known = savers.get(name)
  if (known) return known
  const saver: ReviewSaver = new Saver({
    send: (_, plan, revision) => send(view.campaignId, plan, revision),
    blank: view.plan,
    valueOf: ({ plan }) => plan,
    revisionOf: ({ revision }) => revision,
    same: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    unsent: unsentPlace(`review.${name}`),
  })
  savers.set(name, saver)
  return saver
}

async function send(campaignId: string, plan: CampaignPlan, revision: number): Promise<ReviewView> {
  try {
    const saved = await call(saveReview, { params: { campaignId }, body: { revision, plan } })
    queries.setQueryData(reviewQuery(campaignId).queryKey, saved)
    void queries.invalidateQueries({ queryKey: campaignsQuery.queryKey })
    return saved
  } catch (error) {
    const isStale = error instanceof Refusal && error.code === 'changed-meanwhile'
    const theirs = isStale ? ReviewView.safeParse(error.details) : null
    if (theirs?.success) throw new Clash(theirs.data)
    throw error
  }
}
