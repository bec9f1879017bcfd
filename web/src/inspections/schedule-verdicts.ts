import type { InspectionRow, MoveChanges, SlotView } from '@cchc/domain/inspections/contract.ts'
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCheck,
  IconCircleX,
  IconMapPinFilled,
  type TablerIcon,
} from '@tabler/icons-react'

export interface VerdictLook {
  readonly words: string
  readonly look: 'stands' | 'free' | 'warned' | 'blocked' | 'swap'
  readonly icon: TablerIcon
}

const looks: Record<VerdictLook['look'], VerdictLook> = {
  stands: { words: 'Đang ở đây', look: 'stands', icon: IconMapPinFilled },
  free: { words: 'Được', look: 'free', icon: IconCheck },
  warned: { words: 'Cảnh báo', look: 'warned', icon: IconAlertTriangle },
  blocked: { words: 'Không được', look: 'blocked', icon: IconCircleX },
  swap: { words: 'Đổi chỗ', look: 'swap', icon: IconArrowsExchange },
}

/** How a half-day looks while a visit is lifted: always an icon and a word beside the colour. */
export function verdictLook({ verdict, swapWith }: Pick<SlotView, 'verdict' | 'swapWith'>): VerdictLook {
  return looks[swapWith ? 'swap' : verdict]
}

/** What stands beside the verdict: for two that would change places, being taken is no problem. */
export function problemsOf({ problems, swapWith }: Pick<SlotView, 'problems' | 'swapWith'>): SlotView['problems'] {
  return swapWith ? problems.filter(({ rule }) => rule !== 'slot-taken') : problems
}

/** What a move changes at one half-day: another group on the half-day that the unit knows concerns nobody outside the team. */
export function changesAt(
  changes: MoveChanges,
  { visitOn, halfDay }: Pick<InspectionRow, 'visitOn' | 'halfDay'>,
  to: Pick<SlotView, 'visitOn' | 'halfDay'>,
): MoveChanges {
  const isGroupAlone = visitOn === to.visitOn && halfDay === to.halfDay
  return isGroupAlone ? { ...changes, needsReason: false, notice: null, tells: [] } : changes
}
