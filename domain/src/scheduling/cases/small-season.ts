import type { CalendarDay } from '../../dates/working-days.ts'
import { type SchedulingProblem, SchedulingWeights, type UnitToPlace } from '../problem.ts'

const swaps: CalendarDay[] = [
  { day: '2026-08-22', kind: 'swapWork', name: 'Làm bù', basis: 'thử', status: 'final' },
  { day: '2026-08-31', kind: 'swapOff', name: 'Nghỉ hoán đổi', basis: 'thử', status: 'final' },
]

export const unit = (code: string, changes: Partial<UnitToPlace> = {}): UnitToPlace => ({
  code,
  name: `Xã ${code}`,
  position: 0,
  place: { lat: 20.9, lon: 106.6 },
  busy: [],
  ...changes,
})

/** Two units in the week from Monday 17/8/2026, asked for on the Friday before; nothing stands in the way. */
export function smallSeason(changes: Partial<SchedulingProblem> = {}): SchedulingProblem {
  return {
    today: '2026-08-14',
    periodFrom: '2026-08-17',
    periodTo: '2026-08-21',
    calendar: swaps,
    leadWorkingDays: 1,
    noticeWorkingDays: 0,
    bufferWorkingDays: 0,
    teamGroups: 1,
    roadFactor: 1,
    office: { lat: 20.85, lon: 106.7 },
    weights: SchedulingWeights.parse({}),
    units: [unit('A'), unit('B')],
    fixed: [],
    seats: [],
    needs: [],
    ...changes,
  }
}

export const busyAll = (from: string, to: string) => [{ from, to, halfDay: null, reason: '' }]
