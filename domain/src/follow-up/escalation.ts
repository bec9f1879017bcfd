import type { CalendarDate } from '../dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay, nthWorkingDayBefore } from '../dates/working-days.ts'

/** How a recommendation's due date climbs: who is told so many working days before it and after. */
export const ranks = ['officers', 'head', 'standing-deputy', 'leader'] as const
export type Rank = (typeof ranks)[number]
export const rankNames: Record<Rank, string> = {
  officers: 'công chức đầu mối',
  head: 'lãnh đạo đơn vị',
  'standing-deputy': 'Phó Trưởng đoàn Thường trực',
  leader: 'Trưởng đoàn',
}

export interface Rung {
  /** Working days left; negative once the date has passed. */
  readonly step: number
  readonly to: readonly Rank[]
  /** The clause of the Decision, or `parameter` for this product's own number. */
  readonly source: string
}

/**
 * The last row that has been reached holds until the thing is done. QĐ 2251/QĐ-UBND, mục I.1 and I.2 ask that what was found be
 * mended and followed; they fix no term of reminding, so every number here is a parameter of this product.
 */
export const climb: readonly Rung[] = [
  { step: 7, to: ['officers'], source: 'parameter' },
  { step: 1, to: ['officers', 'head'], source: 'parameter' },
  { step: -3, to: ['officers', 'head', 'standing-deputy'], source: 'parameter' },
  { step: -10, to: ['officers', 'head', 'standing-deputy', 'leader'], source: 'parameter' },
]

/** Whom a reminding step of a recommendation reaches; nobody before the first row. */
export function ranksAt(step: number): readonly Rank[] {
  return climb.findLast((rung) => rung.step >= step)?.to ?? []
}

/** The day on which a row is reached for this due date. */
export function reachedOn({ step }: Rung, dueOn: CalendarDate, days: readonly CalendarDay[]): CalendarDate {
  if (step > 0) return nthWorkingDayBefore(dueOn, step, days).dueOn
  return step === 0 ? dueOn : addWorkingDays(dueOn, -step, days)
}

/** The row that a step belongs to. */
export function rungOf(step: number): Rung | undefined {
  return climb.findLast((rung) => rung.step >= step)
}

/** "còn 7 ngày làm việc: công chức đầu mối; còn 1 ngày làm việc: thêm lãnh đạo đơn vị; …": each row with whom it adds. */
export function climbInWords(): string {
  return climb
    .map(({ step, to }, row) => {
      const before = climb[row - 1]?.to ?? []
      const added = to.filter((rank) => !before.includes(rank)).map((rank) => rankNames[rank])
      return `${whenInWords(step)}: ${row > 0 ? 'thêm ' : ''}${added.join(', ')}`
    })
    .join('; ')
}

function whenInWords(step: number): string {
  if (step === 0) return 'đúng hạn'
  return step > 0 ? `còn ${step} ngày làm việc` : `quá hạn ${-step} ngày làm việc`
}
