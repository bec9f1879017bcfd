import { holds, type Viewer } from '@cchc/domain/access/permissions.ts'
import type { CampaignPlan, CampaignSummary, CampaignView, ReviewView } from '@cchc/domain/campaigns/contract.ts'
import type { DecisionProposal } from '@cchc/domain/campaigns/decision/proposal.ts'
import { gapsOf } from '@cchc/domain/campaigns/plan.ts'
import { Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { publishedOutlines } from '../outlines/queries.ts'
import type { Db } from '../platform/context.ts'
import type { CampaignRecord } from './queries.ts'

/** A campaign as lists show it. */
export function campaignSummary(row: CampaignRecord): CampaignSummary {
  return {
    campaignId: row.campaignId,
    name: row.name,
    year: row.year,
    decision: row.number ? `${row.number}/${row.symbol}` : 'chưa có số',
    state: row.state as CampaignSummary['state'],
    unitCount: planOf(row).units.length,
    createdAt: row.createdAt,
  }
}

/** A campaign with its plan and what this viewer may do to it now. */
export function campaignView(row: CampaignRecord, viewer: Viewer): CampaignView {
  return {
    ...campaignSummary(row),
    plan: planOf(row),
    sourceFileName: row.sourceFileName,
    revision: row.revision,
    actions: actionsOf(row, viewer),
  }
}

/** A draft beside the text it was read from, with what still stands between it and issuing. */
export async function reviewView(db: Db, row: CampaignRecord, viewer: Viewer): Promise<ReviewView> {
  const versions = await publishedOutlines(db)
  const proposal = proposalOf(row)
  return {
    ...campaignView(row, viewer),
    lines: row.lines as string[],
    proposal,
    outlines: versions.map(({ content, ...version }) => ({
      ...version,
      itemCount: outlineItems(Outline.parse(content)).filter(({ item }) => item.kind !== 'heading').length,
    })),
    missing: row.state === 'draft' ? gapsOf(planOf(row), proposal) : [],
  }
}

export const planOf = (row: CampaignRecord) => row.plan as CampaignPlan
export const proposalOf = (row: CampaignRecord) => row.proposal as DecisionProposal

function actionsOf({ state }: CampaignRecord, viewer: Viewer): CampaignView['actions'] {
  const prepares = holds(viewer, 'campaign.prepare')
  const decides = holds(viewer, 'campaign.decide')
  if (state === 'draft')
    return [...(prepares ? (['review', 'discard'] as const) : []), ...(decides ? (['issue'] as const) : [])]
  if (state === 'issued') return decides ? ['start'] : []
  return state === 'running' && decides ? ['close'] : []
}
