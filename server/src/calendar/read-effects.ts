import { type CalendarVisit, calendarEffects } from '@cchc/domain/calendar/change.ts'
import type { CalendarChange, CalendarEffects } from '@cchc/domain/calendar/contract.ts'
import { weekday } from '@cchc/domain/dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay, calendarDayKindNames } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatWeekday } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import { isStandingConclusion } from '../inspections/standing-conclusion.ts'
import type { Context } from '../platform/context.ts'
import { readCalendar } from './queries.ts'

/**
 * What these changes would move, after their own checks: a swap that falls on the wrong weekday is refused, and so is a day
 * that somebody else has changed since (`changed-meanwhile`). `lock` holds the inspections until the transaction ends.
 */
export async function readEffects(
  context: Context,
  changes: readonly CalendarChange[],
  { lock = false } = {},
): Promise<CalendarEffects> {
  const days = await readCalendar(context.db)
  for (const change of changes) requireFitting(change, days)
  return calendarEffects({ days, changes, today: context.today, visits: await readVisits(context, days, lock) })
}

function requireFitting({ day, before, to }: CalendarChange, days: readonly CalendarDay[]): void {
  const row = days.find((one) => one.day === day)
  const now = row ? entryOf(row) : null
  if (JSON.stringify(now) !== JSON.stringify(before && entryOf(before)))
    throw new Refusal('changed-meanwhile', { what: `Ngày ${formatDate(day)}` }, { day, now })
  if (!to) return
  const onWeekend = weekday(day) > 5
  const wrongWeekday = to.kind === 'swapWork' ? !onWeekend : to.kind !== 'holiday' && onWeekend
  if (wrongWeekday)
    throw new Refusal('swap-on-wrong-weekday', {
      day: formatDate(day),
      weekday: formatWeekday(day),
      kind: calendarDayKindNames[to.kind],
    })
}

function entryOf({ kind, name, basis, status }: Omit<CalendarDay, 'day'>): Omit<CalendarDay, 'day'> {
  return { kind, name, basis, status }
}

const ahead = ['scheduled', 'announced', 'separate']

async function readVisits(
  { db, viewer }: Context,
  days: readonly CalendarDay[],
  lock: boolean,
): Promise<CalendarVisit[]> {
  const query = visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoin('conclusions', (join) =>
      join.onRef('conclusions.inspectionId', '=', 'inspections.inspectionId').on(isStandingConclusion),
    )
    .select([
      'inspections.inspectionId',
      'inspections.state',
      'units.fullName as unitName',
      'visitOn',
      'halfDay',
      'inspections.leadWorkingDays',
      'reportDueOn',
      'reportExtendedTo',
      'selfReports.sentAt',
      'campaigns.conclusionWorkingDays',
      'conclusions.state as conclusionState',
      'conclusions.dueOn as conclusionDueOn',
    ])
    .where('inspections.state', 'in', [...ahead, 'visited'])
    .where('visitOn', 'is not', null)
    // One order for everybody who locks, so that two of them cannot wait for each other.
    .orderBy('inspections.inspectionId')
  const rows = await (lock ? query.forUpdate('inspections') : query).execute()
  return rows.map((row) => {
    const visitOn = row.visitOn!
    const owed = row.state === 'visited' && row.conclusionWorkingDays !== null
    return {
      inspectionId: row.inspectionId,
      unitName: row.unitName,
      visitOn,
      halfDay: row.halfDay as CalendarVisit['halfDay'],
      ahead: row.state !== 'visited',
      announced: row.state === 'announced',
      leadWorkingDays: row.leadWorkingDays,
      reportDueOn: row.reportDueOn,
      reportExtendedTo: row.reportExtendedTo,
      reportSent: row.sentAt !== null,
      conclusion: owed
        ? {
            days: row.conclusionWorkingDays!,
            dueOn: row.conclusionDueOn ?? addWorkingDays(visitOn, row.conclusionWorkingDays!, days),
          }
        : null,
    }
  })
}
