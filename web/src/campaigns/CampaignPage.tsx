import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useCampaignId, useMay } from '../platform/session.ts'
import { SheetCard } from '../scoring/SheetCard.tsx'
import { Card } from '../ui/Card.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CampaignActions } from './CampaignActions.tsx'
import { DecisionCard, TermsCard, UnitsCard } from './CampaignFacts.tsx'
import { CampaignSteps } from './CampaignSteps.tsx'
import { campaignQuery, unitsQuery } from './data.ts'
import { OutlineCard } from './OutlineCard.tsx'

/** One year's campaign: what the decision settled, where it stands, what to do next. */
export default function CampaignPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const { data: campaign, error } = useQuery(campaignQuery(campaignId))
  const { data: catalogue } = useQuery(unitsQuery)
  const mayEditSheet = useMay('scoring.edit-sheet')
  const mayScore = useCampaignId() === campaignId && mayEditSheet
  if (error && !campaign) throw error
  const above = <Link to="/dot-kiem-tra">Đợt kiểm tra</Link>
  if (!campaign) {
    return (
      <Page title="Đợt kiểm tra" above={above} subtitle="Đang tải…">
        <Card>
          <Skeleton lines={8} />
        </Card>
      </Page>
    )
  }
  return (
    <Page
      title={campaign.name}
      tabTitle={`Đợt kiểm tra ${campaign.year ?? ''}`}
      above={above}
      actions={<CampaignActions campaign={campaign} />}
    >
      <Card>
        <CampaignSteps state={campaign.state} />
      </Card>
      <Columns at="minmax(0, 1fr) minmax(0, 1fr)">
        <Stack>
          <DecisionCard campaign={campaign} />
          <TermsCard plan={campaign.plan} />
          {campaign.plan.outlineVersionId && <OutlineCard outlineVersionId={campaign.plan.outlineVersionId} />}
          {mayScore && campaign.state !== 'draft' && <SheetCard />}
        </Stack>
        <UnitsCard plan={campaign.plan} catalogue={catalogue?.units ?? []} />
      </Columns>
    </Page>
  )
}
