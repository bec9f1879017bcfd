import type { Slot } from '@cchc/domain/inspections/slot.ts'
import { addDays, addMonths } from '../ui/calendar-month.ts'
import { mondayOf } from './schedule-month.ts'

type Step = (at: Slot) => Slot

const onDay = ({ halfDay }: Slot, visitOn: string): Slot => ({ visitOn, halfDay })

/** Where each key leads: as the eye sees it on a board whose days lie side by side and whose weeks lie one under another. */
const steps: Record<string, Step> = {
  ArrowLeft: (at) => onDay(at, addDays(at.visitOn, -1)),
  ArrowRight: (at) => onDay(at, addDays(at.visitOn, 1)),
  ArrowDown: ({ visitOn, halfDay }) =>
    halfDay === 'morning' ? { visitOn, halfDay: 'afternoon' } : { visitOn: addDays(visitOn, 7), halfDay: 'morning' },
  ArrowUp: ({ visitOn, halfDay }) =>
    halfDay === 'afternoon' ? { visitOn, halfDay: 'morning' } : { visitOn: addDays(visitOn, -7), halfDay: 'afternoon' },
  PageUp: (at) => onDay(at, addMonths(at.visitOn, -1)),
  PageDown: (at) => onDay(at, addMonths(at.visitOn, 1)),
  Home: (at) => onDay(at, mondayOf(at.visitOn)),
  End: (at) => onDay(at, addDays(mondayOf(at.visitOn), 6)),
}

/**
 * The half-day that a key leads to from another; null for a key that moves nothing. Nobody leaves the campaign's period: what
 * would lead out of it ends at its first or last day.
 */
export function moveSlot(at: Slot, key: string, { from, to }: { from: string; to: string }): Slot | null {
  if (!Object.hasOwn(steps, key)) return null
  const next = steps[key]!(at)
  if (next.visitOn < from) return key.startsWith('Arrow') ? at : onDay(next, from)
  if (next.visitOn > to) return key.startsWith('Arrow') ? at : onDay(next, to)
  return next
}

/** A half-day as an element of the board is marked with it, and back. */
export const slotKey = ({ visitOn, halfDay }: Slot) => `${visitOn} ${halfDay}`
export function slotOfKey(key: string): Slot {
  const [visitOn = '', halfDay] = key.split(' ')
  return { visitOn, halfDay: halfDay === 'afternoon' ? 'afternoon' : 'morning' }
}
