import type { SelfReportState } from '@cchc/domain/self-reports/contract.ts'
import {
  IconArrowBackUp,
  IconCheck,
  IconChecks,
  IconClock,
  IconFileText,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '../ui/StatusBadge.tsx'

/** How the state of a report looks in lists and beside its title; its words are the domain's. */
export const reportStateLooks: Record<SelfReportState, { tone: Tone; icon: TablerIcon }> = {
  'not-started': { tone: 'rest', icon: IconFileText },
  drafting: { tone: 'work', icon: IconPencil },
  'with-head': { tone: 'work', icon: IconClock },
  sent: { tone: 'ok', icon: IconCheck },
  returned: { tone: 'wait', icon: IconArrowBackUp },
  accepted: { tone: 'ok', icon: IconChecks },
}
