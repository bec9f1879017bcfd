import { z } from 'zod'
import { CountedDay } from '../calendar/contract.ts'
import { TeamMemberView } from '../campaigns/contract.ts'
import { CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, InspectionParams, Instant, Line, Revision, Text } from '../shapes.ts'
import { UnitView } from '../units/contract.ts'
import { RosterGap } from './roster.ts'
import { inspectionKinds, inspectionStates } from './states.ts'

export const HalfDay = z.enum(['morning', 'afternoon'])
export type HalfDay = z.infer<typeof HalfDay>
export const halfDayNames: Record<HalfDay, string> = { morning: 'Sáng', afternoon: 'Chiều' }

/** Where an inspection stands, as one word for lists; finer than its state because it also reads the report, conclusion and follow-up. */
export const stages = [
  'unscheduled',
  'scheduled',
  'announced',
  'report-drafting',
  'report-with-head',
  'report-returned',
  'report-late',
  'report-sent',
  'visiting',
  'concluding',
  'reviewing',
  'remedying',
  'remedy-late',
  'done',
  'cancelled',
] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

export const InspectionRow = z.object({
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  unitType: UnitView.shape.type,
  kind: z.enum(inspectionKinds),
  state: z.enum(inspectionStates),
  stage: Stage,
  /** When its first schedule notice was issued. */
  announcedOn: CalendarDate.nullable(),
  visitOn: CalendarDate.nullable(),
  halfDay: HalfDay.nullable(),
  /** Which group of the team goes, from 1. */
  teamGroup: z.number().int(),
  place: z.string().nullable(),
  reportDueOn: CalendarDate.nullable(),
  reportState: z.enum(['not-started', 'drafting', 'with-head', 'sent', 'returned', 'accepted']),
  reportSentAt: Instant.nullable(),
  reportVerdict: z.enum(['on-time', 'late']).nullable(),
  /** Share of the outline's items for this unit that are answered, 0–100. */
  reportProgress: z.number(),
  conclusionState: z.enum(['none', 'drafting', 'under-review', 'issued', 'replaced']),
  recommendationsOpen: z.number().int(),
  recommendationsTotal: z.number().int(),
  /** The next thing that is due: what, by when, signed working days from today (negative = overdue), and who holds the ball. */
  next: z
    .object({
      what: z.string(),
      on: CalendarDate.nullable(),
      workingDays: z.number().int().nullable(),
      holder: z.string(),
    })
    .nullable(),
  revision: Revision,
})
export type InspectionRow = z.infer<typeof InspectionRow>

export const RosterEntry = z.object({
  teamMemberId: Id,
  fullName: z.string().nullable(),
  post: z.string(),
  roleName: z.string(),
  agencyName: z.string().nullable(),
  fieldKeys: z.array(z.string()),
})
export type RosterEntry = z.infer<typeof RosterEntry>

export const InspectionView = InspectionRow.extend({
  campaignId: Id,
  leadWorkingDays: z.number().int(),
  /** The days counted back from the visit to the report's due date. */
  counted: z.array(CountedDay),
  why: z.string().nullable(),
  roster: z.array(RosterEntry),
  /** Notices that went out although somebody was missing on the roster; the team's own affair, so empty for the unit. */
  rosterExceptions: z.array(z.object({ at: Instant, who: z.string(), reason: z.string(), gaps: z.array(z.string()) })),
  deadlineChanges: z.array(
    z.object({ at: Instant, from: CalendarDate.nullable(), to: CalendarDate, cause: z.string() }),
  ),
  history: z.array(z.object({ at: Instant, who: z.string(), what: z.string(), reason: z.string().nullable() })),
  actions: z.array(z.enum(['schedule', 'announce', 'cancel', 'open-session', 'draft-conclusion', 'close'])),
})
export type InspectionView = z.infer<typeof InspectionView>

export const listInspections = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/inspections',
  access: 'inspection.read',
  summary: 'Every inspection the viewer may know, with stage, next deadline and who holds the ball',
  params: CampaignParams,
  reply: z.object({ inspections: z.array(InspectionRow) }),
})

export const getInspection = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId',
  access: 'inspection.read',
  summary: 'One inspection',
  params: InspectionParams,
  reply: InspectionView,
})

/** One rule that a half-day would break. `blocks` says whether a visit there is refused; the rest only warns. */
export const SlotProblem = z.object({ rule: z.string(), sentence: z.string(), blocks: z.boolean() })
export type SlotProblem = z.infer<typeof SlotProblem>

/** What moving a visit changes wherever it goes. */
export const MoveChanges = z.object({
  /** The report's deadline as it stands; null before scheduling. */
  reportDueOn: CalendarDate.nullable(),
  /** The unit has been told, so a move needs a reason. */
  needsReason: z.boolean(),
  /** Number and symbol of the schedule notice that would have to be issued anew: "215/TB-SNV". */
  notice: z.string().nullable(),
  /** Who will be told, by what they are to the visit. */
  tells: z.array(z.object({ who: z.string(), names: z.array(z.string()) })),
})
export type MoveChanges = z.infer<typeof MoveChanges>

const TeamGroup = z.coerce.number().int().min(1).max(6)

export const checkSlot = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/slot',
  access: 'inspection.schedule',
  summary:
    'What putting this inspection on that half-day would break, the report deadline it would give, and what it changes',
  params: InspectionParams,
  query: z.object({
    visitOn: CalendarDate,
    halfDay: HalfDay,
    /** Judged as if this other visit were not there, because the two are to change places. */
    without: Id.optional(),
  }),
  reply: z.object({
    problems: z.array(SlotProblem),
    reportDueOn: CalendarDate,
    counted: z.array(CountedDay),
    why: z.string(),
    changes: MoveChanges,
  }),
})

/** One half-day of a stretch, judged for one visit. */
export const SlotView = z.object({
  visitOn: CalendarDate,
  halfDay: HalfDay,
  /** `stands` is where the visit is now; `warned` may be chosen; `blocked` is refused. */
  verdict: z.enum(['stands', 'free', 'warned', 'blocked']),
  problems: z.array(SlotProblem),
  /** The report deadline that this half-day would give. */
  reportDueOn: CalendarDate,
  /** The visit that holds the half-day and could change places with this one. */
  swapWith: Id.nullable(),
})
export type SlotView = z.infer<typeof SlotView>

/** The longest stretch that is judged at once. */
export const mostDaysOfSlots = 100

export const listSlots = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/slots',
  access: 'inspection.schedule',
  summary:
    'Every half-day of a stretch of days: what this inspection would break there, and the report deadline it would get',
  params: InspectionParams,
  query: z
    .object({
      from: CalendarDate,
      to: CalendarDate,
      /** The group of the team that would go; its own unless said. */
      teamGroup: TeamGroup.optional(),
    })
    .refine(
      ({ from, to }) => from <= to && daysBetween(from, to) < mostDaysOfSlots,
      `khoảng ngày phải xuôi chiều và không quá ${mostDaysOfSlots} ngày`,
    ),
  reply: z.object({ teamGroups: z.number().int(), changes: MoveChanges, slots: z.array(SlotView) }),
})

const RosterChoice = z.object({ teamMemberId: Id, fieldKeys: z.array(z.string()) })

export const scheduleInspection = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/schedule',
  access: 'inspection.schedule',
  summary: 'Give a visit its date, half-day, place and roster; moving an announced one needs a reason',
  params: InspectionParams,
  body: z.object({
    revision: Revision,
    visitOn: CalendarDate,
    halfDay: HalfDay,
    place: Line,
    roster: z.array(RosterChoice),
    reason: Text.nullable(),
  }),
  reply: InspectionView,
})

export const addPlannedInspection = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/inspections',
  access: 'inspection.add',
  summary: 'Add a unit to the plan of a campaign that runs, by the paper that says so',
  params: CampaignParams,
  body: z.object({
    unitCode: z.string().max(20),
    /** Number and symbol of the supplementary paper: "3012/QĐ-UBND". */
    document: Line,
    issuedOn: CalendarDate,
    reason: Line,
  }),
  reply: InspectionView,
})

export const moveInspection = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/move',
  access: 'inspection.schedule',
  summary:
    'Move a scheduled visit to another half-day or group, its place and roster as they are; moving it back at once undoes the move',
  params: InspectionParams,
  body: z.object({
    revision: Revision,
    visitOn: CalendarDate,
    halfDay: HalfDay,
    /** Its own unless said. */
    teamGroup: TeamGroup.optional(),
    reason: Text.nullable(),
  }),
  reply: InspectionView,
})

export const swapInspections = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/swap',
  access: 'inspection.schedule',
  summary: 'Let two visits change their half-days and groups; a reason is needed where one of them has been announced',
  params: InspectionParams,
  body: z.object({ revision: Revision, withInspectionId: Id, withRevision: Revision, reason: Text.nullable() }),
  reply: z.object({ inspections: z.array(InspectionView) }),
})

/** A point of WGS 84, in degrees. */
const Place = z.object({ lat: z.number(), lon: z.number() })

export const listPlaces = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/places',
  access: 'home.read',
  summary: 'Where the office and every unit of the catalogue lie, for the map and the routes of the season',
  params: CampaignParams,
  reply: z.object({
    office: Place.extend({ name: z.string() }).nullable(),
    /** Road kilometres per kilometre of great circle. */
    roadFactor: z.number(),
    units: z.array(Place.extend({ unitCode: z.string() })),
  }),
})

export const checkRoster = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/roster',
  access: 'inspection.announce',
  summary:
    'The team for one half-day: who is busy or at another visit then, a roster to propose, and what the standing roster lacks; without a half-day, the visit’s own',
  params: InspectionParams,
  query: z.object({ visitOn: CalendarDate.optional(), halfDay: HalfDay.optional() }),
  reply: z.object({
    visitOn: CalendarDate.nullable(),
    halfDay: HalfDay.nullable(),
    quorum: z.number().int(),
    fields: z.array(
      z.object({
        fieldKey: z.string(),
        name: z.string(),
        leadAgencyCode: z.string().nullable(),
        standIns: z.array(Id),
      }),
    ),
    seats: z.array(
      TeamMemberView.extend({
        busy: z.object({ from: CalendarDate, to: CalendarDate, halfDay: HalfDay.nullable() }).nullable(),
        elsewhere: z.string().nullable(),
      }),
    ),
    proposed: z.array(RosterChoice),
    gaps: z.array(RosterGap),
  }),
})

export const announceInspection = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/announce',
  access: 'inspection.announce',
  summary:
    'Issue the schedule notice to the unit with its number and date; refused while a field has nobody or too few people go, unless a reason is given, which is kept',
  params: InspectionParams,
  body: IssueBody.extend({
    /** Why the visit is announced with what its roster lacks; kept as an exception, and ignored where nothing is missing. */
    rosterReason: Line.nullable().default(null),
  }),
  reply: InspectionView,
})

export const cancelInspection = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/cancel',
  access: 'inspection.schedule',
  summary: 'Cancel an inspection that has not been visited',
  params: InspectionParams,
  body: z.object({ revision: Revision, reason: Line }),
  reply: InspectionView,
})

/** Something that needs the planner today; `link` is a path of the web application. */
export const Task = z.object({
  tone: z.enum(['late', 'wait', 'info']),
  title: z.string(),
  detail: z.string(),
  action: z.string(),
  link: z.string(),
})
export type Task = z.infer<typeof Task>
export const Coverage = z.object({
  block: z.string(),
  done: z.number().int(),
  planned: z.number().int(),
  all: z.number().int(),
})
export type Coverage = z.infer<typeof Coverage>

export const getHome = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/home',
  access: 'home.read',
  summary: 'The control desk: what needs me today, coverage, and every unit with its stage and line',
  params: CampaignParams,
  reply: z.object({
    today: CalendarDate,
    periodFrom: CalendarDate,
    periodTo: CalendarDate,
    workingDaysLeft: z.number().int(),
    tasks: z.array(Task),
    coverage: z.array(Coverage),
    reports: z.object({ onTime: z.number().int(), due: z.number().int() }),
    recommendations: z.object({ done: z.number().int(), total: z.number().int() }),
    inspections: z.array(InspectionRow),
  }),
})

export const search = endpoint({
  method: 'GET',
  path: '/search',
  access: 'inspection.read',
  summary: 'Units, documents and people by name or number, with or without diacritics',
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  reply: z.object({
    hits: z.array(
      z.object({
        kind: z.enum(['inspection', 'document', 'person']),
        title: z.string(),
        detail: z.string(),
        link: z.string(),
      }),
    ),
  }),
})
