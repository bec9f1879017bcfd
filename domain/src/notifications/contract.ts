import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { DocumentKind } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { CampaignParams, Done, Id, InspectionParams, Instant } from '../shapes.ts'

export const NotificationView = z.object({
  notificationId: Id,
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  /** A path of the web application. */
  link: z.string(),
  at: Instant,
  readAt: Instant.nullable(),
})
export type NotificationView = z.infer<typeof NotificationView>

export const listNotifications = endpoint({
  method: 'GET',
  path: '/notifications',
  access: 'signed-in',
  summary: 'The viewer’s own newest notifications, at most 200',
  reply: z.object({ notifications: z.array(NotificationView) }),
})

export const countUnread = endpoint({
  method: 'GET',
  path: '/notifications/unread',
  access: 'signed-in',
  summary: 'How many of the viewer’s own notifications are unread',
  reply: z.object({ unread: z.number().int() }),
})

export const readNotification = endpoint({
  method: 'POST',
  path: '/notifications/:notificationId/read',
  access: 'signed-in',
  summary: 'Mark one of the viewer’s own notifications as read',
  params: z.object({ notificationId: Id }),
  reply: Done,
})

export const readAllNotifications = endpoint({
  method: 'POST',
  path: '/notifications/read',
  access: 'signed-in',
  summary: 'Mark all of the viewer’s own notifications as read',
  reply: Done,
})

/** The newest notice of a visit and who of the unit has opened it. */
export const ReceiptRow = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate,
  halfDay: HalfDay,
  documentId: Id,
  number: z.string().nullable(),
  kind: DocumentKind,
  issuedOn: CalendarDate,
  /** The first time each person of the unit opened it. */
  seen: z.array(z.object({ fullName: z.string(), post: z.string(), at: Instant })),
  /** People of the unit who have not opened it. */
  notSeen: z.array(z.string()),
  reminders: z.array(z.object({ at: Instant, by: z.string() })),
})
export type ReceiptRow = z.infer<typeof ReceiptRow>

export const listReceipts = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/receipts',
  access: 'inspection.announce',
  summary: 'Every standing notice with the people of the unit who have opened it and who have not',
  params: CampaignParams,
  reply: z.object({ receipts: z.array(ReceiptRow) }),
})

export const noteNoticeSeen = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/receipts',
  access: 'document.read',
  summary:
    'Record that a person of the unit has opened the notice of their visit; for anybody else nothing is recorded',
  params: InspectionParams,
  reply: Done,
})

export const noteDocumentSeen = endpoint({
  method: 'POST',
  path: '/documents/:documentId/receipts',
  access: 'document.read',
  summary: 'The same, by the document that was opened',
  params: z.object({ documentId: Id }),
  reply: Done,
})

export const remindUnits = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/receipts/reminders',
  access: 'inspection.announce',
  summary: 'Tell those of the chosen units who have not opened their notice once more',
  params: CampaignParams,
  body: z.object({ inspectionIds: z.array(Id).min(1).max(200) }),
  reply: z.object({ reminded: z.number().int() }),
})

export const MailView = z.object({
  mailId: Id,
  address: z.string(),
  personName: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  attachments: z.array(z.string()),
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  attempts: z.number().int(),
  problem: z.string().nullable(),
  /** `waiting` for its reader's one mail of the morning, or `gathered` into it; null for mail that goes by itself. */
  digest: z.enum(['waiting', 'gathered']).nullable(),
})
export type MailView = z.infer<typeof MailView>

export const listMails = endpoint({
  method: 'GET',
  path: '/mails',
  access: 'mail.manage',
  summary: 'The newest mails on their way, sent and failed, at most 500, and whether mail goes out at all',
  reply: z.object({
    /** Why no mail goes out of this installation; null where it does. */
    whyNot: z.string().nullable(),
    from: z.string(),
    mails: z.array(MailView),
  }),
})

export const sendMailAgain = endpoint({
  method: 'POST',
  path: '/mails/:mailId/send',
  access: 'mail.manage',
  summary: 'Put a mail that has not been sent into the queue again',
  params: z.object({ mailId: Id }),
  reply: Done,
})

export const getCalendarFeed = endpoint({
  method: 'GET',
  path: '/calendar-feed',
  access: 'signed-in',
  summary: 'Whether the viewer has a personal calendar address, and since when; the address itself is shown once',
  reply: z.object({ since: Instant.nullable() }),
})

export const renewCalendarFeed = endpoint({
  method: 'POST',
  path: '/calendar-feed',
  access: 'signed-in',
  summary: 'Make a new secret address for the viewer’s calendar; the old one ends',
  reply: z.object({ path: z.string(), since: Instant }),
})

export const revokeCalendarFeed = endpoint({
  method: 'DELETE',
  path: '/calendar-feed',
  access: 'signed-in',
  summary: 'End the viewer’s calendar address',
  reply: Done,
})

export const readCalendarFeed = endpoint({
  method: 'GET',
  path: '/feeds/:token',
  access: 'public',
  summary: 'A person’s visits as iCalendar, by the secret address alone; the token ends with ".ics"',
  params: z.object({ token: z.string().max(120) }),
  perMinute: 60,
  reply: { bytes: 'text/calendar; charset=utf-8' },
})
