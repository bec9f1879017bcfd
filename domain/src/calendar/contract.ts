import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Id, Line } from '../shapes.ts'

export const CalendarDayView = z.object({
  day: CalendarDate,
  kind: z.enum(['holiday', 'substitute', 'swapOff', 'swapWork']),
  name: z.string(),
  basis: z.string(),
  status: z.enum(['final', 'statutory', 'proposed']),
})
export type CalendarDayView = z.infer<typeof CalendarDayView>

/** One day of a deadline's count, as the "Vì sao?" strip shows it. `ordinal` counts working days back from the visit; null on a day off. */
export const CountedDay = z.object({
  date: CalendarDate,
  working: z.boolean(),
  ordinal: z.number().int().nullable(),
  reason: z.string(),
})
export type CountedDay = z.infer<typeof CountedDay>

export const DeadlineView = z.object({
  visitOn: CalendarDate,
  days: z.number().int(),
  dueOn: CalendarDate,
  counted: z.array(CountedDay),
  why: z.string(),
})
export type DeadlineView = z.infer<typeof DeadlineView>

/** A deadline that moved because the calendar or the visit did. */
export const MovedDeadline = z.object({
  inspectionId: Id,
  unitName: z.string(),
  from: CalendarDate.nullable(),
  to: CalendarDate,
  cause: z.string(),
})

export const listCalendarDays = endpoint({
  method: 'GET',
  path: '/calendar/days',
  access: 'calendar.read',
  summary: 'Days off and made-up working days of a year',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  reply: z.object({ days: z.array(CalendarDayView) }),
})

export const saveCalendarDay = endpoint({
  method: 'PUT',
  path: '/calendar/days/:day',
  access: 'calendar.edit',
  summary: 'Add or change a day off or made-up working day; deadlines that move are recomputed and returned',
  params: z.object({ day: CalendarDate }),
  body: z.object({ kind: CalendarDayView.shape.kind, name: Line, basis: Line, status: CalendarDayView.shape.status }),
  reply: z.object({ day: CalendarDayView, moved: z.array(MovedDeadline) }),
})

export const removeCalendarDay = endpoint({
  method: 'DELETE',
  path: '/calendar/days/:day',
  access: 'calendar.edit',
  summary: 'Take a day out of the list; deadlines that move are recomputed and returned',
  params: z.object({ day: CalendarDate }),
  reply: z.object({ moved: z.array(MovedDeadline) }),
})

export const explainDeadlineOf = endpoint({
  method: 'GET',
  path: '/calendar/deadline',
  access: 'calendar.read',
  summary: 'The latest report date before a visit, with the days counted',
  query: z.object({ visitOn: CalendarDate, days: z.coerce.number().int().min(0).max(60).default(3) }),
  reply: DeadlineView,
})
