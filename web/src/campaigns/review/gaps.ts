import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import type { DecisionProposal, ProposedDoubt } from '@cchc/domain/campaigns/decision/proposal.ts'
import { type Gap, gapsOf, openDoubts } from '@cchc/domain/campaigns/plan.ts'

export type ReviewPart = Gap['part'] | 'fields'

/** One thing left before issuing: where it is, and which of that part's open places it is, from 0. */
export interface ReviewGap {
  readonly part: Gap['part']
  readonly sentence: string
  readonly place: number
}

/** What each part of the review is called, in the order of the page. */
export const partNames: Record<ReviewPart, string> = {
  decision: 'Quyết định',
  period: 'Thời gian và thời hạn',
  team: 'Thành phần Đoàn',
  fields: 'Lĩnh vực',
  units: 'Đơn vị',
  outline: 'Đề cương',
  doubts: 'Nghi vấn',
}

/** Doubts about a value that the plan itself needs: they end when the value is given, and another gap already asks for it. */
const askedElsewhere: Readonly<Record<string, Gap['part']>> = {
  'no-number': 'decision',
  'number-blank': 'decision',
  'no-issued-on': 'decision',
  'no-issuer': 'decision',
  'no-period': 'period',
  'period-open': 'period',
  'no-data-from': 'period',
  'no-lead-working-days': 'period',
  'lead-calendar-days': 'period',
  'no-team': 'team',
  'no-units': 'units',
  'unit-slip': 'units',
  'unit-unknown': 'units',
  'no-outline': 'outline',
}

/** The part of the review that a doubt is answered in, when looking at it is not enough. */
export function answeredIn(doubt: ProposedDoubt): Gap['part'] | undefined {
  return askedElsewhere[doubt.code]
}

/** Everything left before the campaign may be issued, each thing once, in the order of the page. */
export function reviewGaps(plan: CampaignPlan, proposal: DecisionProposal): ReviewGap[] {
  const own = gapsOf(plan, proposal).filter(({ part }) => part !== 'doubts')
  const doubts = openDoubts(plan, proposal)
    .filter((doubt) => !answeredIn(doubt))
    .map(({ sentence }) => ({ part: 'doubts' as const, sentence }))
  const counts = new Map<string, number>()
  const order = Object.keys(partNames)
  return [...own, ...doubts]
    .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
    .map(({ part, sentence }) => {
      const place = counts.get(part) ?? 0
      counts.set(part, place + 1)
      return { part, sentence, place }
    })
}

/** The element of a part of the review, for links within the page. */
export const partId = (part: ReviewPart) => `part-${part}`

/**
 * Brings a gap's place into sight and puts the focus on what answers it. Open places carry `data-gap`, in the order of the
 * gaps; `data-answer` marks the answer where a place holds other controls too.
 */
export function goToGap({ part, place }: Pick<ReviewGap, 'part' | 'place'>): void {
  const card = document.getElementById(partId(part))
  const target = card?.querySelectorAll<HTMLElement>('[data-gap]')[place] ?? card
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  const control =
    target.querySelector<HTMLElement>('[data-answer]') ??
    target.querySelector<HTMLElement>('input, select, textarea, button:not([data-line-link])')
  control?.focus({ preventScroll: true })
}
