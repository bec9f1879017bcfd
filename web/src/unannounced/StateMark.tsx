import type { UnannouncedRow } from '@cchc/domain/unannounced/contract.ts'
import { IconCircleCheck, IconCircleX, IconHourglass, IconProgress } from '@tabler/icons-react'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { stateLook } from './words.ts'

const icons = { wait: IconHourglass, work: IconProgress, ok: IconCircleCheck, rest: IconCircleX, late: IconHourglass }

export function StateMark({ row }: { row: Pick<UnannouncedRow, 'state' | 'ending'> }) {
  const { words, tone } = stateLook(row)
  const Icon = icons[tone]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words}
    </StatusBadge>
  )
}
