import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Id, InspectionParams, Instant, Line, Revision, Text } from '../shapes.ts'

/** SHA-256 in hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a photo was taken, by the device; kept only where whoever took it wanted that for this photo. */
export const Spot = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** In metres. */
  accuracy: z.number().min(0),
})
export type Spot = z.infer<typeof Spot>

/** A photo; its file comes by itself, known by the hash of what the device sent. */
export const SitePhoto = z.object({
  topic: z.literal('photo'),
  /** The finding that it shows; null for one that shows none, or none yet. */
  findingId: Id.nullable(),
  sha256: Sha256,
  size: z.number().int().min(1),
  /** By the clock of the device that took it. */
  takenAt: Instant,
  caption: Text,
  spot: Spot.nullable(),
})
/** One item of the session's programme. */
export const SiteAgenda = z.object({
  topic: z.literal('agenda'),
  title: Line,
  /** 1, 2, 3… */
  position: z.number().int().min(1).max(99),
  doneAt: Instant.nullable(),
})
/** A document that the unit showed. */
export const SiteDocument = z.object({
  topic: z.literal('document'),
  name: Line,
  /** Number and symbol as printed: "12/BC-UBND"; empty where it has none. */
  number: Text,
  date: CalendarDate.nullable(),
  /** What it shows, in the words of whoever read it. */
  shows: Text,
  findingId: Id.nullable(),
})
/** A place that the team went to, with when it came and left. */
export const SitePlace = z.object({
  topic: z.literal('place'),
  name: Line,
  address: Text,
  arrivedAt: Instant.nullable(),
  leftAt: Instant.nullable(),
})
/** A note for oneself and the team; it goes into no paper. */
export const SiteNote = z.object({ topic: z.literal('note'), text: Text, takenAt: Instant })

/** What is written down on site besides findings and figures, each as a small record with an id made on the device. */
export const SiteContent = z.discriminatedUnion('topic', [SitePhoto, SiteAgenda, SiteDocument, SitePlace, SiteNote])
export type SiteContent = z.infer<typeof SiteContent>
export type SiteTopic = SiteContent['topic']
export type SitePhoto = z.infer<typeof SitePhoto>
export type ContentOf<T extends SiteTopic> = Extract<SiteContent, { topic: T }>

export const SiteRecordView = z.object({
  recordId: Id,
  content: SiteContent,
  /** The file of a photo, once it has come. */
  attachmentId: Id.nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
  /** 1 when it is first recorded. */
  revision: Revision,
  /** Whether this viewer recorded it. */
  mine: z.boolean(),
})
export type SiteRecordView = z.infer<typeof SiteRecordView>

export const listVisitFiles = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/visit/files',
  access: 'fieldwork.record',
  summary: 'Hashes of the files that have come to a visit, so that a device sends none of them again',
  params: InspectionParams,
  reply: z.object({ sha256: z.array(Sha256) }),
})
