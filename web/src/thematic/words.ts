import { formatDate } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import type { OverlapView, ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import {
  IconArrowMerge,
  IconArrowsSplit,
  IconCheck,
  IconHourglass,
  IconMapPin,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '../ui/StatusBadge.tsx'

/** How the state of one unit of a registration looks; a merged one is over when its common visit is. */
export function lookOf({ state, host }: Pick<ThematicUnit, 'state' | 'host'>): {
  words: string
  tone: Tone
  icon: TablerIcon
} {
  if (state === 'merged' && host && isOver(host.state))
    return { words: 'Đã kiểm tra (lồng ghép)', tone: 'ok', icon: IconMapPin }
  return looks[state] ?? { words: 'Đã đăng ký', tone: 'wait', icon: IconHourglass }
}

const looks: Partial<Record<InspectionState, { words: string; tone: Tone; icon: TablerIcon }>> = {
  registered: { words: 'Chờ quyết định', tone: 'wait', icon: IconHourglass },
  merged: { words: 'Lồng ghép', tone: 'work', icon: IconArrowMerge },
  separate: { words: 'Kiểm tra riêng', tone: 'work', icon: IconArrowsSplit },
  visited: { words: 'Đã kiểm tra', tone: 'ok', icon: IconMapPin },
  closed: { words: 'Đã đóng hồ sơ', tone: 'ok', icon: IconCheck },
  cancelled: { words: 'Đã rút', tone: 'rest', icon: IconX },
}

export const isOver = (state: InspectionState) => ['visited', 'concluded', 'closed'].includes(state)

/** "sáng 17/09/2026"; nothing while it has no day. */
export function dayInWords({ visitOn, halfDay }: Pick<ThematicUnit, 'visitOn' | 'halfDay'>): string {
  return visitOn ? `${halfDay ? `${halfDayNames[halfDay].toLowerCase()} ` : ''}${formatDate(visitOn)}` : ''
}

/** What was decided on a unit, as one line. */
export function decisionInWords(unit: ThematicUnit): string {
  const { state, host, exception } = unit
  if (state === 'merged' && host) {
    const whose =
      host.kind === 'planned' ? 'buổi kiểm tra theo kế hoạch' : `buổi kiểm tra của ${host.agencyName ?? 'cơ quan khác'}`
    return `Vào ${whose}${host.visitOn ? `, ${dayInWords(host)}` : ', chưa xếp ngày'}`
  }
  if (exception) return `Ngoại lệ: lần kiểm tra thứ hai trong năm (${exception.allowedBy} cho phép)`
  if (state === 'separate') return 'Cơ quan tự tổ chức'
  if (state === 'visited' || state === 'closed') return dayInWords(unit)
  return ''
}

/** Another inspection of the unit, as one line. */
export function overlapInWords({ kind, state, agencyName, title, time }: OverlapView): string {
  const when = time ? wishInWords(time) : 'chưa có ngày'
  if (kind === 'planned') return `Theo kế hoạch: ${isOver(state) ? `đã kiểm tra ${when}` : when}`
  const whose = agencyName ? `${agencyName}: ${title}` : 'Cơ quan khác cũng đăng ký'
  return time ? `${whose}, ${when}` : whose
}
