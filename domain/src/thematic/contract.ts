import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { inspectionKinds, inspectionStates } from '../inspections/states.ts'
import { CampaignParams, Done, Id, InspectionParams, Instant, Line, Passage, Revision, Text } from '../shapes.ts'
import { UnitView } from '../units/contract.ts'
import { MatchCandidate, MatchVerdict } from '../units/match.ts'
import { Guest, ThematicPerson } from './guest.ts'
import { overlapGrades } from './overlaps.ts'
import { WishedTime } from './wished-time.ts'

export const RegistrationBody = z.object({
  title: Line,
  content: Passage,
  legalBasis: Text,
  fieldKeys: z.array(z.string().max(50)).max(30),
  people: z.array(ThematicPerson).max(30),
  units: z
    .array(z.object({ unitCode: z.string().max(20), wish: WishedTime }))
    .min(1, 'cần ít nhất một đơn vị')
    .max(200),
})
export type RegistrationBody = z.infer<typeof RegistrationBody>

const State = z.enum(inspectionStates)

/** Another inspection of the same unit in the year. A department is not told whose another thematic one is, nor a day that the unit has not been told. */
export const OverlapView = z.object({
  inspectionId: Id,
  kind: z.enum(inspectionKinds),
  state: State,
  grade: z.enum(overlapGrades),
  agencyName: z.string().nullable(),
  title: z.string().nullable(),
  time: WishedTime.nullable(),
  mayHost: z.boolean(),
})
export type OverlapView = z.infer<typeof OverlapView>

export const ThematicUnit = z.object({
  inspectionId: Id,
  registrationId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  unitType: UnitView.shape.type,
  state: State,
  wish: WishedTime,
  revision: Revision,
  /** Day of a separate visit. */
  visitOn: CalendarDate.nullable(),
  halfDay: HalfDay.nullable(),
  /** The common visit that it is merged into. */
  host: z
    .object({
      inspectionId: Id,
      kind: z.enum(inspectionKinds),
      state: State,
      agencyName: z.string().nullable(),
      visitOn: CalendarDate.nullable(),
      halfDay: HalfDay.nullable(),
      place: z.string().nullable(),
    })
    .nullable(),
  exception: z.object({ allowedBy: z.string(), allowedAt: Instant, reason: z.string() }).nullable(),
  decision: z.object({ by: z.string(), at: Instant, note: z.string() }).nullable(),
  /** What the secretary proposed to the standing deputy. */
  proposed: z
    .object({
      act: z.enum(['merge', 'separate']),
      hostId: Id.nullable(),
      by: z.string(),
      at: Instant,
      note: z.string(),
    })
    .nullable(),
  result: z
    .object({
      text: z.string(),
      by: z.string(),
      at: Instant,
      file: z.object({ fileId: Id, name: z.string() }).nullable(),
    })
    .nullable(),
  findings: z.number().int(),
  overlaps: z.array(OverlapView),
  /** What the product proposes while it waits; null once it is decided, and for whoever does not decide. */
  advice: z
    .object({ act: z.enum(['merge', 'separate']), hostId: Id.nullable(), needsException: z.boolean() })
    .nullable(),
  actions: z.array(z.enum(['propose', 'merge', 'separate', 'unmerge', 'visit', 'result', 'close'])),
})
export type ThematicUnit = z.infer<typeof ThematicUnit>

export const RegistrationView = z.object({
  registrationId: Id,
  campaignId: Id,
  agencyCode: z.string(),
  agencyName: z.string(),
  title: z.string(),
  content: z.string(),
  legalBasis: z.string(),
  fieldKeys: z.array(z.string()),
  people: z.array(ThematicPerson),
  createdBy: z.string(),
  createdAt: Instant,
  revision: Revision,
  units: z.array(ThematicUnit),
  actions: z.array(z.enum(['edit', 'edit-people', 'withdraw'])),
})
export type RegistrationView = z.infer<typeof RegistrationView>

/** A finding recorded inside the common visit for one registration. */
export const ThematicFinding = z.object({
  findingId: Id,
  unitName: z.string(),
  kindName: z.string(),
  fieldKey: z.string(),
  text: z.string(),
  cause: z.string(),
  responsible: z.string(),
  recordedBy: z.string(),
  recordedAt: Instant,
})
export type ThematicFinding = z.infer<typeof ThematicFinding>

const RegistrationParams = z.object({ registrationId: Id })
const RegistrationReply = RegistrationView.extend({ foundOnSite: z.array(ThematicFinding) })
export type RegistrationDetail = z.infer<typeof RegistrationReply>

export const listRegistrations = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/thematic',
  access: 'thematic.read',
  summary: 'Thematic registrations with the state and overlaps of each unit; a department sees its own',
  params: CampaignParams,
  reply: z.object({ registrations: z.array(RegistrationView) }),
})
export const getRegistration = endpoint({
  method: 'GET',
  path: '/thematic/:registrationId',
  access: 'thematic.read',
  summary: 'One registration with what was found for it inside common visits',
  params: RegistrationParams,
  reply: RegistrationReply,
})
export const listColleagues = endpoint({
  method: 'GET',
  path: '/thematic/colleagues',
  access: 'thematic.register',
  summary: 'Accounts of the viewer’s own department, to link the people of a registration to',
  reply: z.object({ people: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string() })) }),
})
export const registerThematic = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/thematic',
  access: 'thematic.register',
  summary: 'Register a thematic inspection of the viewer’s department at one or more units',
  params: CampaignParams,
  body: RegistrationBody,
  reply: RegistrationReply,
})
export const editRegistration = endpoint({
  method: 'PUT',
  path: '/thematic/:registrationId',
  access: 'thematic.register',
  summary: 'Change a registration; what has been decided stays as it was registered',
  params: RegistrationParams,
  body: RegistrationBody.extend({ revision: Revision }),
  reply: RegistrationReply,
})
export const withdrawRegistration = endpoint({
  method: 'POST',
  path: '/thematic/:registrationId/withdraw',
  access: 'thematic.register',
  summary: 'Withdraw the units of a registration that nobody has decided on',
  params: RegistrationParams,
  body: z.object({ revision: Revision, reason: Line }),
  reply: RegistrationReply,
})

export const proposeDecision = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/proposal',
  access: 'thematic.propose',
  summary: 'Propose to the standing deputy that a registered inspection be merged or held separately',
  params: InspectionParams,
  body: z.object({ act: z.enum(['merge', 'separate']), hostId: Id.nullable(), note: Text }),
  reply: RegistrationReply,
})
export const mergeThematic = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/merge',
  access: 'thematic.decide',
  summary: 'Merge a registered inspection into the common visit of its unit',
  params: InspectionParams,
  body: z.object({ revision: Revision, hostId: Id, note: Text }),
  reply: RegistrationReply,
})
export const separateThematic = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/separate',
  access: 'thematic.decide',
  summary:
    'Let a registered inspection be held separately; a second one of the year needs an exception with its reason',
  params: InspectionParams,
  body: z.object({ revision: Revision, note: Text, exceptionReason: Text.nullable() }),
  reply: RegistrationReply,
})
export const unmergeThematic = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/unmerge',
  access: 'thematic.decide',
  summary: 'Take a decision back: the inspection is registered again',
  params: InspectionParams,
  body: z.object({ revision: Revision, reason: Line }),
  reply: RegistrationReply,
})
export const recordThematicVisit = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/visit',
  access: 'thematic.register',
  summary: 'Say on which half-day a separate inspection took place',
  params: InspectionParams,
  body: z.object({ revision: Revision, visitOn: CalendarDate, halfDay: HalfDay }),
  reply: RegistrationReply,
})
export const uploadThematicFile = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/file',
  access: 'thematic.register',
  summary: 'Keep the department’s own conclusion (PDF, picture, Word or Excel, 20 MB)',
  params: InspectionParams,
  upload: { maxBytes: 20 * 1024 * 1024 },
  reply: RegistrationReply,
})
export const downloadThematicFile = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/thematic/file',
  access: 'thematic.read',
  summary: 'The department’s own conclusion',
  params: InspectionParams,
  reply: { bytes: 'application/octet-stream' },
})
export const saveThematicResult = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/thematic/result',
  access: 'thematic.register',
  summary: 'Say what a thematic inspection came to',
  params: InspectionParams,
  body: z.object({ revision: Revision, text: Passage }),
  reply: RegistrationReply,
})
export const closeThematic = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/thematic/close',
  access: 'thematic.register',
  summary: 'Close a separate inspection whose result is kept',
  params: InspectionParams,
  body: z.object({ revision: Revision }),
  reply: RegistrationReply,
})

export const listGuests = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/thematic',
  access: 'inspection.read',
  summary: 'The thematic inspections that are merged into one visit',
  params: InspectionParams,
  reply: z.object({ guests: z.array(Guest) }),
})

const SheetProblem = z.object({ sentence: z.string(), blocks: z.boolean() })
/** One row of a sheet as it was read; `blocks` says that it cannot be registered before it is mended. */
export const SheetRow = z.object({
  /** The row's number in the sheet, counted from 1. */
  line: z.number().int(),
  title: z.string(),
  content: z.string(),
  legalBasis: z.string(),
  fieldsText: z.string(),
  fieldKeys: z.array(z.string()),
  unitText: z.string(),
  verdict: MatchVerdict,
  unitCode: z.string().nullable(),
  candidates: z.array(MatchCandidate),
  timeText: z.string(),
  wish: WishedTime.nullable(),
  people: z.array(ThematicPerson),
  problems: z.array(SheetProblem),
})
export type SheetRow = z.infer<typeof SheetRow>

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/thematic/template',
  access: 'thematic.register',
  summary: 'The Excel sheet to fill in',
  params: CampaignParams,
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})
export const previewSheet = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/thematic/sheet',
  access: 'thematic.register',
  summary: 'Read a filled-in sheet; nothing is kept',
  params: CampaignParams,
  upload: { maxBytes: 2 * 1024 * 1024 },
  reply: z.object({ fileName: z.string(), rows: z.array(SheetRow) }),
})
export const importRegistrations = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/thematic/import',
  access: 'thematic.register',
  summary: 'Register the rows of a sheet that a person has confirmed, all of them or none',
  params: CampaignParams,
  body: z.object({ registrations: z.array(RegistrationBody).min(1).max(100) }),
  reply: Done.extend({ registrations: z.number().int(), units: z.number().int() }),
})
