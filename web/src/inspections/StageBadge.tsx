import type { Stage } from '@cchc/domain/inspections/contract.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { stageLooks } from './stages.ts'

/** Where an inspection stands, as the word and icon every list uses. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { words, tone, icon: Icon } = stageLooks[stage]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
      {words}
    </StatusBadge>
  )
}
