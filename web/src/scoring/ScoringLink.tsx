import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCampaignId, useMay } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { scoringsQuery } from './data.ts'

/** The way from a visit to its unit's scores, where that unit is scored; nothing without a network, because scores are not carried along. */
export default function ScoringLink({ inspectionId }: { inspectionId: string }) {
  const campaignId = useCampaignId()
  const mayRead = useMay('scoring.read')
  const { data } = useQuery({
    ...scoringsQuery(campaignId ?? ''),
    enabled: campaignId !== null && mayRead,
    throwOnError: false,
  })
  if (!data?.units.some((unit) => unit.inspectionId === inspectionId)) return null
  return (
    <div>
      <ButtonLink
        to="/cham-diem/$inspectionId"
        params={{ inspectionId }}
        icon={<IconScale size={16} aria-hidden="true" />}
      >
        Chấm điểm đơn vị
      </ButtonLink>
    </div>
  )
}
