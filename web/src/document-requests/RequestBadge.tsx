import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import type { RequestView } from '@cchc/domain/document-requests/contract.ts'
import { type RequestState, requestStateNames } from '@cchc/domain/document-requests/states.ts'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconEye,
  IconHourglass,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'

const looks: Record<RequestState, { tone: Tone; icon: TablerIcon }> = {
  asked: { tone: 'wait', icon: IconHourglass },
  answered: { tone: 'work', icon: IconEye },
  returned: { tone: 'wait', icon: IconArrowBackUp },
  accepted: { tone: 'ok', icon: IconCheck },
  withdrawn: { tone: 'rest', icon: IconX },
}

/** Where a request stands, in words; what is overdue says so. */
export const standingInWords = ({ state, workingDaysLeft }: RequestView): string =>
  workingDaysLeft === null
    ? requestStateNames[state]
    : `${requestStateNames[state]}, ${workingDaysLeftInWords(workingDaysLeft)}`

export function RequestBadge({ request }: { request: RequestView }) {
  const isLate = request.workingDaysLeft !== null && request.workingDaysLeft < 0
  const { tone, icon: Icon } = isLate ? { tone: 'late' as const, icon: IconAlertTriangle } : looks[request.state]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
      {standingInWords(request)}
    </StatusBadge>
  )
}
