import type { ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { lookOf } from './words.ts'

/** Where one unit of a registration stands. */
export function StateBadge({ unit }: { unit: Pick<ThematicUnit, 'state' | 'host'> }) {
  const { words, tone, icon: Icon } = lookOf(unit)
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words}
    </StatusBadge>
  )
}
