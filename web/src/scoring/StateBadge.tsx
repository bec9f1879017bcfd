import { type ScoringState, scoringStateNames } from '@cchc/domain/scoring/states.ts'
import { IconCheck, IconClock, IconMessage, IconPencil, IconScale, type TablerIcon } from '@tabler/icons-react'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'

const looks: Record<ScoringState, { tone: Tone; icon: TablerIcon }> = {
  open: { tone: 'rest', icon: IconPencil },
  'self-scored': { tone: 'work', icon: IconScale },
  appraised: { tone: 'wait', icon: IconMessage },
  explained: { tone: 'wait', icon: IconClock },
  agreed: { tone: 'ok', icon: IconCheck },
}

export function StateBadge({ state }: { state: ScoringState }) {
  const { tone, icon: Icon } = looks[state]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
      {scoringStateNames[state]}
    </StatusBadge>
  )
}
