import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { Done, Id, InspectionParams, Instant, Passage, Revision, Text } from '../shapes.ts'
import { Guest } from '../thematic/guest.ts'
import { SiteRecordView } from './site-contract.ts'

export const findingKinds = ['strength', 'good-practice', 'shortcoming', 'violation'] as const
export const FindingKind = z.enum(findingKinds)
export type FindingKind = z.infer<typeof FindingKind>
export const findingKindNames: Record<FindingKind, string> = {
  strength: 'Ưu điểm',
  'good-practice': 'Mô hình, cách làm hay',
  shortcoming: 'Tồn tại, hạn chế',
  violation: 'Vi phạm',
}

export const AttendanceRow = z.object({
  side: z.enum(['team', 'unit']),
  fullName: z.string().normalize('NFC').trim().min(1, 'không được để trống').max(200),
  post: z.string().normalize('NFC').trim().max(300),
  present: z.boolean(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/**
 * A figure of the self-report beside what the team verified. `reported` is null until the unit has sent its report.
 * `difference` = verified − reported, in the figure's own unit (percent points for rates); null while either is missing.
 */
export const VerifiedFigure = z.object({
  itemKey: z.string(),
  label: z.string(),
  sectionTitle: z.string(),
  fieldKey: z.string(),
  kind: z.enum(['number', 'percent', 'money']),
  unit: z.string().nullable(),
  reported: z.number().nullable(),
  verified: z.number().nullable(),
  difference: z.number().nullable(),
  reason: z.string(),
  verifiedBy: z.string().nullable(),
  revision: Revision,
})
export type VerifiedFigure = z.infer<typeof VerifiedFigure>

export const FindingView = z.object({
  findingId: Id,
  fieldKey: z.string(),
  kind: FindingKind,
  text: z.string(),
  cause: z.string(),
  responsible: z.string(),
  /** The thematic inspection inside the visit that it belongs to; null for one of the team's own. */
  registrationId: Id.nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
  /** 1 when it is first recorded. */
  revision: Revision,
  /** Whether this viewer recorded it. The recorder and the secretary may change it while the session is open. */
  mine: z.boolean(),
})
export type FindingView = z.infer<typeof FindingView>

export const SessionRecord = z.object({
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  chair: z.string(),
  secretary: z.string(),
  exchange: z.string(),
  unitOpinion: z.string(),
  revision: Revision,
})

export const VisitView = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate.nullable(),
  halfDay: HalfDay.nullable(),
  place: z.string().nullable(),
  state: z.enum(['not-started', 'open', 'closed']),
  /** Where an unannounced visit goes, with when the team came and left; empty for a planned one. */
  places: z.array(
    z.object({
      placeId: Id,
      name: z.string(),
      address: z.string(),
      arrivedAt: Instant.nullable(),
      leftAt: Instant.nullable(),
    }),
  ),
  /** Before the session starts: chair and secretary as the roster has them. */
  session: SessionRecord,
  /** Before the session starts: who is expected, nobody marked present. */
  attendance: z.array(AttendanceRow),
  /** Grows with every list that is saved. */
  attendanceRevision: Revision,
  /** What the minutes say of the unit's report: when it was sent and whether in time, or that it was not. */
  reported: z.string(),
  figures: z.array(VerifiedFigure),
  findings: z.array(FindingView),
  /** Photos, programme, documents seen, places and notes, as they were recorded; a pack of an older version has none. */
  site: z.array(SiteRecordView).default([]),
  fields: z.array(z.object({ fieldKey: z.string(), name: z.string() })),
  /** Thematic inspections that take place inside this visit. */
  thematic: z.array(Guest),
  /** The thematic inspections that this viewer was sent for; whoever is here for them alone records their findings alone. */
  guestOf: z.array(Id),
  /** Fields this viewer is assigned to at this visit. */
  myFields: z.array(z.string()),
  /** What the viewer may do now; closing may still be refused for what the minutes lack. `record-findings` goes with `record`, and guests have it alone. */
  actions: z.array(z.enum(['start', 'record', 'record-findings', 'close'])),
})
export type VisitView = z.infer<typeof VisitView>

/** What a person writes, as the acts take it; a field command carries the same. */
export const StartBody = z.object({ startedAt: Instant.nullable() })
export const AttendanceBody = z.object({ attendance: z.array(AttendanceRow).max(200) })
export const FigureBody = z.object({ verified: z.number().nullable(), reason: Text })
export const FindingBody = z.object({
  fieldKey: z.string().max(50),
  kind: FindingKind,
  text: Passage,
  cause: Text,
  responsible: Text,
  registrationId: Id.nullable().default(null),
})
export const MinutesWords = z.object({ chair: Text, secretary: Text, exchange: Text, unitOpinion: Text })

export const getVisit = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/visit',
  access: 'fieldwork.read',
  summary: 'Everything recorded at one visit',
  params: InspectionParams,
  reply: VisitView,
})
export const startVisit = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/start',
  access: 'fieldwork.record',
  summary: 'Start the session, from the day of the visit on; starting it again changes nothing',
  params: InspectionParams,
  body: StartBody,
  reply: VisitView,
})
export const saveAttendance = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/visit/attendance',
  access: 'fieldwork.record',
  summary: 'Who is present on both sides; with a stale revision it is a 409, without one the last list stands',
  params: InspectionParams,
  body: AttendanceBody.extend({ revision: Revision.optional() }),
  reply: z.object({ attendance: z.array(AttendanceRow), revision: Revision }),
})
export const verifyFigure = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/visit/figures/:itemKey',
  access: 'fieldwork.record',
  summary: 'Record the verified figure beside the reported one; a difference needs its reason',
  params: InspectionParams.extend({ itemKey: z.string().max(100) }),
  body: FigureBody.extend({ revision: Revision }),
  reply: VerifiedFigure,
})

export const recordFinding = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/findings',
  access: 'fieldwork.record',
  summary: 'Record a finding; its id is made on the device and sending it twice is harmless',
  params: InspectionParams,
  body: FindingBody.extend({ findingId: Id }),
  reply: FindingView,
})
export const editFinding = endpoint({
  method: 'PUT',
  path: '/findings/:findingId',
  access: 'fieldwork.record',
  summary: 'Change a finding',
  params: z.object({ findingId: Id }),
  body: FindingBody.extend({ revision: Revision }),
  reply: FindingView,
})
export const removeFinding = endpoint({
  method: 'DELETE',
  path: '/findings/:findingId',
  access: 'fieldwork.record',
  summary: 'Remove a finding before the minutes are closed; with a stale revision it is a 409',
  params: z.object({ findingId: Id }),
  query: z.object({ revision: z.coerce.number().int().min(0).optional() }),
  reply: Done,
})

export const saveMinutes = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/visit/minutes',
  access: 'fieldwork.record',
  summary: 'Chair, secretary, exchange and the unit’s opinion, as they will stand in the minutes',
  params: InspectionParams,
  body: MinutesWords.extend({ revision: Revision }),
  reply: VisitView,
})
export const closeVisit = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/close',
  access: 'fieldwork.record',
  summary: 'End the session and freeze the minutes',
  params: InspectionParams,
  body: z.object({ endedAt: Instant.nullable() }),
  reply: VisitView,
})
