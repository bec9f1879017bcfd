import type { CampaignPlan, ReviewView } from '@cchc/domain/campaigns/contract.ts'
import type { Source } from '@cchc/domain/campaigns/decision/proposal.ts'
import { createContext, useContext } from 'react'

export type Lines = Source['lines']

/** What the parts of the review page share. */
export interface Review {
  readonly view: ReviewView
  /** The plan as it is being corrected. */
  readonly plan: CampaignPlan
  /** Changes part of the plan; saved by itself a moment later. */
  change(part: Partial<CampaignPlan>): void
  /** Marks lines of the paper and brings them into sight beside the proposal. */
  mark(lines: Lines): void
  /** The same, and goes there: the focus follows, and a phone turns to the text. */
  goToLines(lines: Lines): void
  /** One line of the paper as it is shown, for those who do not see both sides at once. */
  quote(lines: Lines): string
}

export const ReviewContext = createContext<Review | null>(null)

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('useReview is for parts of the review page')
  return review
}
