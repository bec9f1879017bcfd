import { holds } from '@cchc/domain/access/permissions.ts'
import {
  addWorkingDays,
  type CalendarDay,
  workingDaysBetween,
  workingDaysLeftInWords,
} from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { Task } from '@cchc/domain/inspections/contract.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import { readTransportDays } from './transport-days.ts'

/** How near a visit day must be for its missing vehicle to be a task; this product's own number, in working days. */
const within = 5

/** Visit days that lie near and have no vehicle, as tasks of whoever arranges transport; `days` are working days from today. */
export async function transportTasks(
  context: Context,
  campaign: SettledCampaign,
  calendar: readonly CalendarDay[],
): Promise<{ days: number; task: Task }[]> {
  const { viewer, today } = context
  if (!holds(viewer, 'transport.edit')) return []
  const days = await readTransportDays(context, campaign, { from: today, to: addWorkingDays(today, within, calendar) })
  return days
    .filter(({ problems }) => problems.some(({ rule }) => rule === 'no-vehicle'))
    .map(({ day, visits, people }) => {
      const left = workingDaysBetween(today, day, calendar)
      return {
        days: left,
        task: {
          tone: left <= 2 ? 'wait' : 'info',
          title: `Chưa bố trí xe ngày ${formatDate(day)}`,
          detail: `${workingDaysLeftInWords(left).replace('hạn hôm nay', 'đi hôm nay')} · ${people.length} người đến ${visits.map(({ unitName }) => unitName).join(', ')}`,
          action: 'Bố trí xe',
          link: `/hau-can/xe/${day}`,
        },
      }
    })
}
