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

/** What the list says of a day, apart from which day it is. */
export const DayEntry = z.object({
  kind: CalendarDayView.shape.kind,
  name: Line,
  basis: Line,
  status: CalendarDayView.shape.status,
})
export type DayEntry = z.infer<typeof DayEntry>

/** One day that changes; null is "not in the list", before or after. `before` is what the writer saw. */
export const CalendarChange = z
  .object({ day: CalendarDate, before: DayEntry.nullable(), to: DayEntry.nullable() })
  .refine(({ before, to }) => before !== null || to !== null, 'không đổi gì')
export type CalendarChange = z.infer<typeof CalendarChange>

/** The days of one decision, such as a day off and the weekend day worked for it. */
export const CalendarChanges = z
  .array(CalendarChange)
  .min(1)
  .max(20)
  .refine((changes) => new Set(changes.map(({ day }) => day)).size === changes.length, 'có một ngày lặp lại')

/** One deadline that a change of the calendar would move; one that `keeps` stays at `from` because its report was sent. */
export const DeadlineEffect = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate,
  announced: z.boolean(),
  what: z.enum(['report', 'conclusion']),
  from: CalendarDate,
  to: CalendarDate,
  why: z.string(),
  /** Working days from today to `to`, negative when it has passed. */
  workingDaysLeft: z.number().int(),
  keeps: z.boolean(),
})
export type DeadlineEffect = z.infer<typeof DeadlineEffect>

/** A visit that would come to stand on a day off, with the rule that makes it one. */
export const VisitOnDayOff = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate,
  halfDay: z.enum(['morning', 'afternoon']),
  announced: z.boolean(),
  rule: z.string(),
})

export const CalendarEffects = z.object({
  deadlines: z.array(DeadlineEffect),
  kept: z.array(DeadlineEffect),
  visits: z.array(VisitOnDayOff),
})
export type CalendarEffects = z.infer<typeof CalendarEffects>

export const listCalendarDays = endpoint({
  method: 'GET',
  path: '/calendar/days',
  access: 'calendar.read',
  summary: 'Days off and made-up working days of a year',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  reply: z.object({ days: z.array(CalendarDayView) }),
})

export const previewCalendarDays = endpoint({
  method: 'POST',
  path: '/calendar/days/preview',
  access: 'calendar.edit',
  changesNothing: true,
  summary:
    'What changing these days would move: deadlines, deadlines kept because the report was sent, visits on a day off',
  body: z.object({ changes: CalendarChanges }),
  reply: CalendarEffects,
})

export const saveCalendarDays = endpoint({
  method: 'POST',
  path: '/calendar/days',
  access: 'calendar.edit',
  summary:
    'Change the days of one decision together; moves exactly the deadlines that the preview listed, and is refused with the new list when it has changed',
  body: z.object({
    changes: CalendarChanges,
    reason: Line,
    /** `effectsKey` of the preview that the person agreed to. */
    seen: z.string().max(100_000),
  }),
  reply: CalendarEffects,
})

export const explainDeadlineOf = endpoint({
  method: 'GET',
  path: '/calendar/deadline',
  access: 'calendar.read',
  summary: 'The latest report date before a visit, with the days counted',
  query: z.object({ visitOn: CalendarDate, days: z.coerce.number().int().min(0).max(60).default(3) }),
  reply: DeadlineView,
})
