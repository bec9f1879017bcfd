import { type OutlineState, outlineStateNames } from '@cchc/domain/outlines/contract.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { outlineStateLooks } from './outline-words.ts'

export function OutlineBadge({ state }: { state: OutlineState }) {
  const { tone, icon: Icon } = outlineStateLooks[state]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
      {outlineStateNames[state]}
    </StatusBadge>
  )
}
