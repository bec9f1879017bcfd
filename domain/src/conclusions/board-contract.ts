import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { FindingView, VerifiedFigure } from '../fieldwork/contract.ts'
import { Id, InspectionParams, Instant, Passage, Revision, Text } from '../shapes.ts'
import { pointPlaces } from './board-rules.ts'
import { ConclusionState, ConclusionView, RecommendationView } from './contract.ts'

export const PointPlace = z.enum(pointPlaces)

/** A point of the conclusion: its own words, and every finding that it stands on as it was recorded. */
export const PointView = z.object({
  pointId: Id,
  place: PointPlace,
  fieldKey: z.string(),
  text: z.string(),
  cause: z.string(),
  responsible: z.string(),
  /** Why it is left out; empty elsewhere. */
  reason: z.string(),
  revision: Revision,
  changedBy: z.string(),
  changedAt: Instant,
  /** In the order they were recorded; those of points merged into this one too. */
  sources: z.array(FindingView),
  /** Points that a person merged into this one, each of which can be taken out again. */
  merged: z.array(z.object({ pointId: Id, text: z.string(), revision: Revision })),
  recommendations: z.array(RecommendationView),
  /** What the office's patterns would ask for it; null for what finds no fault. */
  proposed: z.object({ text: z.string(), proofExpected: z.string() }).nullable(),
  /** What is still to be done at it, in Vietnamese. */
  undone: z.array(z.string()),
})
export type PointView = z.infer<typeof PointView>

export const BoardView = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate.nullable(),
  /** Null while nothing has been begun. */
  conclusionId: Id.nullable(),
  state: ConclusionState.nullable(),
  fields: z.array(z.object({ fieldKey: z.string(), name: z.string() })),
  points: z.array(PointView),
  /** Findings that have no point yet. */
  loose: z.array(FindingView),
  /** Thematic inspections that took place inside the visit. */
  thematic: z.array(z.object({ registrationId: Id, agencyName: z.string(), title: z.string() })),
  /** Pairs that may be one thing recorded twice; nobody has said yet that they are not. */
  likely: z.array(z.object({ one: Id, other: Id })),
  /** Who answers for the unit, as addressee of a new recommendation. */
  addressee: z.string(),
  /** The campaign's term in working days, the day it counts from, and the date it comes to. */
  remedyWorkingDays: z.number().int(),
  countsFrom: CalendarDate,
  suggestedRemedyDueOn: CalendarDate,
  actions: z.array(z.enum(['open', 'edit'])),
})
export type BoardView = z.infer<typeof BoardView>

const PointParams = z.object({ pointId: Id })

export const PointBody = z.object({
  place: PointPlace,
  fieldKey: z.string().max(50),
  text: Passage,
  cause: Text,
  responsible: Text,
  reason: Text,
})
/** Details of the 409 of `editPoint`, `mergePoint` and `splitPoint`: the point as it stands, and what was sent. */
export const PointClash = z.object({ theirs: PointView, yours: PointBody.nullable() })
export type PointClash = z.infer<typeof PointClash>

export const getBoard = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/board',
  access: 'conclusion.review',
  summary: 'The findings of one inspection as points of its conclusion',
  params: InspectionParams,
  reply: BoardView,
})
export const openBoard = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/board',
  access: 'conclusion.draft',
  summary: 'Make a point of every finding that has none yet',
  params: InspectionParams,
  reply: BoardView,
})
export const editPoint = endpoint({
  method: 'PUT',
  path: '/points/:pointId',
  access: 'conclusion.draft',
  summary: 'Change the words of a point or put it elsewhere; the findings it stands on stay as they were recorded',
  params: PointParams,
  body: PointBody.extend({ revision: Revision }),
  reply: BoardView,
})
export const mergePoint = endpoint({
  method: 'POST',
  path: '/points/:pointId/merge',
  access: 'conclusion.draft',
  summary: 'Merge a point into another one, which takes over its sources',
  params: PointParams,
  body: z.object({ into: Id, revision: Revision, intoRevision: Revision }),
  reply: BoardView,
})
export const splitPoint = endpoint({
  method: 'POST',
  path: '/points/:pointId/split',
  access: 'conclusion.draft',
  summary: 'Take a merged point out again, with the words it had',
  params: PointParams,
  body: z.object({ revision: Revision }),
  reply: BoardView,
})
export const keepPointsApart = endpoint({
  method: 'POST',
  path: '/points/:pointId/apart',
  access: 'conclusion.draft',
  summary: 'Say that two points are not the same, so that they are not pointed out again',
  params: PointParams,
  body: z.object({ from: Id }),
  reply: BoardView,
})

export const PieceView = z.object({
  key: z.string(),
  part: z.string(),
  state: z.enum(['same', 'edited', 'removed', 'changed', 'new', 'gone']),
  proposed: z.string().nullable(),
  taken: z.string().nullable(),
  now: z.string(),
  standsIn: z.string().nullable(),
  pointIds: z.array(Id),
  lacking: z.array(z.string()),
  /** For what is asked of somebody; null for the notice's words. */
  recommendationId: Id.nullable(),
})
export type PieceView = z.infer<typeof PieceView>

export const StructureView = z.object({
  pieces: z.array(PieceView),
  /** By part: the piece that each line of the notice's words came from. */
  ties: z.record(z.string(), z.array(z.string().nullable())),
  points: z.array(PointView.pick({ pointId: true, place: true, fieldKey: true, text: true, sources: true })),
  /** The figures that the overview speaks of. */
  figures: z.array(VerifiedFigure),
  patternsVersion: z.number().int(),
  newestPatternsVersion: z.number().int(),
})
export type StructureView = z.infer<typeof StructureView>

export const getStructure = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/conclusion/structure',
  access: 'conclusion.review',
  summary: 'Which points each paragraph of the draft came from, and what has changed since',
  params: InspectionParams,
  reply: StructureView,
})

/** A decision about a piece, with what was seen when it was taken: it is refused when either has changed since. */
const PieceDecision = z.object({
  key: z.string().max(200),
  decision: z.enum(['take', 'keep']),
  proposed: z.string().max(20_000).nullable(),
  now: z.string().max(20_000),
})
export const settlePieces = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/structure',
  access: 'conclusion.draft',
  summary: 'Take new sentences over into the notice, or keep the words it has',
  params: z.object({ conclusionId: Id }),
  body: z.object({ decisions: z.array(PieceDecision).min(1).max(500) }),
  reply: ConclusionView,
})
export const takeNewestPatterns = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/patterns',
  access: 'conclusion.draft',
  summary: 'Propose the sentences of a draft by the newest patterns',
  params: z.object({ conclusionId: Id }),
  reply: StructureView,
})
