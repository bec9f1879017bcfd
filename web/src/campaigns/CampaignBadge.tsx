import type { CampaignSummary } from '@cchc/domain/campaigns/contract.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { campaignStates } from './states.ts'

/** Where a campaign stands, as a word and an icon. */
export function CampaignBadge({ state }: { state: CampaignSummary['state'] }) {
  const { words, tone, icon: Icon } = campaignStates[state]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
      {words}
    </StatusBadge>
  )
}
