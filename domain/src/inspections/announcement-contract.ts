import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { DocumentKind, IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { Paper } from '../papers/paper.ts'
import { CampaignParams, Id, Line } from '../shapes.ts'
import { HalfDay, InspectionRow } from './contract.ts'

/** The three ways to tell units of their visits: a notice each, one notice for all, one notice of the changes. */
export const announcementWays = ['each', 'all', 'change'] as const
export const AnnouncementWay = z.enum(announcementWays)
export type AnnouncementWay = z.infer<typeof AnnouncementWay>

/** A scheduled visit at the notice desk: not told yet, told, or moved since it was told. */
export const AnnouncementRow = InspectionRow.pick({
  inspectionId: true,
  unitCode: true,
  unitName: true,
  unitType: true,
  visitOn: true,
  halfDay: true,
  place: true,
  reportDueOn: true,
}).extend({
  standing: z.enum(['ready', 'announced', 'moved']),
  /** The newest notice of the visit, with what it said; it stands only where `standing` is "announced". */
  notice: z
    .object({
      documentId: Id,
      number: z.string().nullable(),
      kind: DocumentKind,
      issuedOn: CalendarDate,
      visitOn: CalendarDate,
      halfDay: HalfDay,
    })
    .nullable(),
  /** Why the visit moved after its notice. */
  reason: z.string().nullable(),
})
export type AnnouncementRow = z.infer<typeof AnnouncementRow>

export const listAnnouncements = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/announcements',
  access: 'inspection.announce',
  summary: 'Every scheduled visit that has not been made, with the notice that told of it',
  params: CampaignParams,
  reply: z.object({ visits: z.array(AnnouncementRow) }),
})

/** Ids in a query, separated by commas. */
const IdList = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(Id).min(1).max(200))

export const previewAnnouncement = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/announcements/paper',
  access: 'inspection.announce',
  summary:
    'The notice that would be issued for the chosen visits, without number and date; a notice each shows the first',
  params: CampaignParams,
  query: z.object({ way: AnnouncementWay, inspectionIds: IdList }),
  reply: z.object({ paper: Paper }),
})

const ChosenVisit = z.object({
  inspectionId: Id,
  /** Why the visit is announced with what its roster lacks; ignored where nothing is missing. */
  rosterReason: Line.nullable().default(null),
})

export const announceVisits = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/announcements',
  access: 'inspection.announce',
  summary: 'Issue the notices of the chosen visits in one act: all of them or none',
  params: CampaignParams,
  body: z.discriminatedUnion('way', [
    z.object({
      way: z.literal('each'),
      issuedOn: CalendarDate,
      visits: z
        .array(ChosenVisit.extend({ number: IssueBody.shape.number }))
        .min(1)
        .max(200),
    }),
    z.object({
      way: z.enum(['all', 'change']),
      issuedOn: CalendarDate,
      number: IssueBody.shape.number,
      visits: z.array(ChosenVisit).min(1).max(200),
    }),
  ]),
  reply: z.object({
    announced: z.array(z.object({ inspectionId: Id, unitName: z.string(), documentId: Id, number: z.string() })),
  }),
})

/** What a refused announcement carries beside its sentence: every unit that stands in the way, with the reason. */
export const AnnouncementProblems = z.array(
  z.object({ inspectionId: Id, unitName: z.string(), code: z.string(), sentence: z.string() }),
)
export type AnnouncementProblems = z.infer<typeof AnnouncementProblems>
