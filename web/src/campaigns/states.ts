import type { CampaignSummary } from '@cchc/domain/campaigns/contract.ts'
import { IconFileCheck, IconLock, IconPencil, IconPlayerPlay, type TablerIcon } from '@tabler/icons-react'
import type { Tone } from '../ui/StatusBadge.tsx'

type CampaignState = CampaignSummary['state']

/** How each state of a campaign looks, in the order a campaign goes through them. */
export const campaignStates: Record<CampaignState, { words: string; tone: Tone; icon: TablerIcon }> = {
  draft: { words: 'Dự thảo', tone: 'wait', icon: IconPencil },
  issued: { words: 'Đã ban hành', tone: 'work', icon: IconFileCheck },
  running: { words: 'Đang chạy', tone: 'ok', icon: IconPlayerPlay },
  closed: { words: 'Đã kết thúc', tone: 'rest', icon: IconLock },
}
