import { StatusBadge } from '../ui/StatusBadge.tsx'
import type { StateLook } from './states.ts'

/** A state of a conclusion or a recommendation as its word and icon. */
export function StateBadge({ look: { words, tone, icon: Icon } }: { look: StateLook }) {
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
      {words}
    </StatusBadge>
  )
}
