import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Done, Id, Revision } from '../shapes.ts'
import { BusyTime } from './busy-time.ts'

/** A busy time as its own page and the team's show it. */
export const BusyTimeView = z.object({
  busyTimeId: Id,
  from: CalendarDate,
  to: CalendarDate,
  halfDay: BusyTime.shape.halfDay,
  /** Null for those whom it does not concern: they see that somebody is busy, not why. */
  reason: z.string().nullable(),
  /** It came from a calendar file; importing that file again sets it anew. */
  imported: z.boolean(),
  revision: Revision,
})
export type BusyTimeView = z.infer<typeof BusyTimeView>

/** Whose a busy time is: a person of the team, or an inspected unit. */
const subject = { personId: Id.nullable(), unitCode: z.string().max(20).nullable() }
const ofOne = [
  ({ personId, unitCode }: { personId: string | null; unitCode: string | null }) =>
    (personId === null) !== (unitCode === null),
  'phải của một người hoặc một đơn vị',
] as const

const days = {
  from: CalendarDate,
  to: CalendarDate,
  halfDay: BusyTime.shape.halfDay,
  /** May be left empty: nobody has to say why. */
  reason: z
    .string()
    .max(300)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    ),
}
type Days = Pick<BusyTime, 'from' | 'to' | 'halfDay'>
const inOrder = [({ from, to }: Days) => from <= to, 'ngày cuối phải sau ngày đầu'] as const
const halfOfOneDay = [
  ({ from, to, halfDay }: Days) => halfDay === null || from === to,
  'nửa ngày chỉ đi với một ngày',
] as const
export type BusyTimeBody = Days & { reason: string }

export const PersonBusy = z.object({
  personId: Id,
  fullName: z.string(),
  post: z.string(),
  times: z.array(BusyTimeView),
})
export type PersonBusy = z.infer<typeof PersonBusy>
export const UnitBusy = z.object({ unitCode: z.string(), unitName: z.string(), times: z.array(BusyTimeView) })
export type UnitBusy = z.infer<typeof UnitBusy>

export const listOwnBusyTimes = endpoint({
  method: 'GET',
  path: '/busy-times',
  access: 'busy-time.keep',
  summary: 'The viewer’s own busy times, or their unit’s where they work for an inspected unit',
  reply: z.object({ person: PersonBusy.nullable(), unit: UnitBusy.nullable() }),
})

export const listTeamBusyTimes = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/busy-times',
  access: 'busy-time.read',
  summary: 'Busy times of everybody in the team and of the campaign’s units; why only to whom it concerns',
  params: CampaignParams,
  reply: z.object({
    /** Whether the viewer may change what is listed. */
    mayManage: z.boolean(),
    people: z.array(PersonBusy),
    units: z.array(UnitBusy),
  }),
})

export const addBusyTime = endpoint({
  method: 'POST',
  path: '/busy-times',
  access: 'busy-time.keep',
  summary: 'Enter when a person or a unit cannot take part in a visit',
  body: z
    .object({ ...subject, ...days })
    .refine(...ofOne)
    .refine(...inOrder)
    .refine(...halfOfOneDay),
  reply: BusyTimeView,
})

export const changeBusyTime = endpoint({
  method: 'PUT',
  path: '/busy-times/:busyTimeId',
  access: 'busy-time.keep',
  summary: 'Change a busy time',
  params: z.object({ busyTimeId: Id }),
  body: z
    .object({ revision: Revision, ...days })
    .refine(...inOrder)
    .refine(...halfOfOneDay),
  reply: BusyTimeView,
})

export const removeBusyTime = endpoint({
  method: 'DELETE',
  path: '/busy-times/:busyTimeId',
  access: 'busy-time.keep',
  summary: 'Remove a busy time',
  params: z.object({ busyTimeId: Id }),
  reply: Done,
})

/** What importing a calendar file does with one of its events. */
export const ImportedEvent = z.object({
  uid: z.string(),
  title: z.string(),
  /** `removed`: it was imported before and has been cancelled since, or moved out of the period. */
  change: z.enum(['new', 'changed', 'same', 'removed']),
  times: z.array(z.object({ from: CalendarDate, to: CalendarDate, halfDay: BusyTime.shape.halfDay })),
})
export type ImportedEvent = z.infer<typeof ImportedEvent>

export const CalendarImport = z.object({
  events: z.array(ImportedEvent),
  /** Events that were left out, by why. */
  leftOut: z.object({ cancelled: z.number().int(), free: z.number().int(), outside: z.number().int() }),
})
export type CalendarImport = z.infer<typeof CalendarImport>

/** The largest calendar file: some ten thousand events. */
export const mostCalendarBytes = 4 * 1024 * 1024

/** Whose calendar it is; without either, the viewer's own. */
const OfWhom = z.object({ personId: Id.optional(), unitCode: z.string().max(20).optional() })

export const previewCalendarFile = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/busy-times/calendar/preview',
  access: 'busy-time.keep',
  summary: 'Read a calendar file (.ics) and say what importing it would add, change and remove; keeps nothing',
  params: CampaignParams,
  query: OfWhom,
  upload: { maxBytes: mostCalendarBytes },
  reply: CalendarImport,
})

export const importCalendarFile = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/busy-times/calendar',
  access: 'busy-time.keep',
  summary: 'Import the busy times of a calendar file (.ics) within the campaign’s period; importing again changes them',
  params: CampaignParams,
  query: OfWhom,
  upload: { maxBytes: mostCalendarBytes },
  reply: CalendarImport,
})
