import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { addWorkingDays, type CalendarDay } from '@cchc/domain/dates/working-days.ts'
import { sendReminders } from '@cchc/domain/reminders/contract.ts'
import type { Perform } from '../../platform/serve.ts'
import { at, type Deed } from './deed.ts'
import { illustrativeToday } from './season-plan.ts'

/** The reminders of every working morning from the start of the campaign, as the daily job sends them. */
export function reminderDeeds({
  perform,
  cast,
  calendar,
}: {
  readonly perform: Perform
  readonly cast: { readonly planner: Viewer }
  readonly calendar: readonly CalendarDay[]
}): Deed[] {
  const deeds: Deed[] = []
  for (let day = '2026-06-24'; day <= illustrativeToday; day = addWorkingDays(day, 1, calendar))
    deeds.push({
      at: at(day, '07:00'),
      perform: async (now) => {
        await perform(cast.planner, sendReminders, {}, { now })
      },
    })
  return deeds
}
