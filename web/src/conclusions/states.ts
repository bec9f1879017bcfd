import {
  type ConclusionState,
  conclusionStateNames,
  type RecommendationView,
  recommendationStateNames,
} from '@cchc/domain/conclusions/contract.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconFileOff,
  IconMessages,
  IconPencil,
  IconReplace,
  type TablerIcon,
} from '@tabler/icons-react'
import type { z } from 'zod'
import type { Tone } from '../ui/StatusBadge.tsx'

/** A state as every list and page shows it. */
export interface StateLook {
  readonly words: string
  readonly tone: Tone
  readonly icon: TablerIcon
}

/** `none`: visited, and nobody has drafted the conclusion yet. */
export type ConclusionStanding = z.infer<typeof ConclusionState> | 'none'

export const conclusionStandings: readonly ConclusionStanding[] = [
  'none',
  'drafting',
  'under-review',
  'issued',
  'replaced',
  'withdrawn',
]

export const conclusionLooks: Record<ConclusionStanding, StateLook> = {
  none: { words: 'Chưa soạn', tone: 'wait', icon: IconCircleDashed },
  drafting: { words: conclusionStateNames.drafting, tone: 'work', icon: IconPencil },
  'under-review': { words: conclusionStateNames['under-review'], tone: 'wait', icon: IconMessages },
  issued: { words: conclusionStateNames.issued, tone: 'ok', icon: IconCheck },
  replaced: { words: conclusionStateNames.replaced, tone: 'rest', icon: IconReplace },
  withdrawn: { words: conclusionStateNames.withdrawn, tone: 'late', icon: IconFileOff },
}

/** Where a recommendation stands for those who wait for it: its state, or that its date has passed. */
export type RecommendationStanding = RecommendationView['state'] | 'overdue'

export const recommendationLooks: Record<RecommendationStanding, StateLook> = {
  overdue: { words: 'Quá hạn', tone: 'late', icon: IconAlertTriangle },
  open: { words: recommendationStateNames.open, tone: 'work', icon: IconCircleDashed },
  'sent-back': { words: recommendationStateNames['sent-back'], tone: 'wait', icon: IconArrowBackUp },
  remedied: { words: recommendationStateNames.remedied, tone: 'wait', icon: IconClock },
  verified: { words: recommendationStateNames.verified, tone: 'ok', icon: IconCheck },
}

/** How far it is to the date: "còn 3 ngày làm việc"; what waits for the team is not late, and what is done has no term. */
export function dueInWords({ state, workingDaysLeft }: Pick<RecommendationView, 'state' | 'workingDaysLeft'>): string {
  if (state === 'verified') return ''
  return state === 'remedied' ? 'đơn vị đã báo cáo' : workingDaysLeftInWords(workingDaysLeft)
}

export function standingOf({ state, overdue }: Pick<RecommendationView, 'state' | 'overdue'>): RecommendationStanding {
  return overdue ? 'overdue' : state
}
