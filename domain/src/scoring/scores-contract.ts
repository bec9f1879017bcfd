import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, InspectionParams, Instant, Revision, Text } from '../shapes.ts'
import { Basis } from './basis.ts'
import { Points } from './points.ts'
import { audiences, Criterion, SheetKey } from './sheet.ts'
import { scoreSides, scoringActs, scoringStates } from './states.ts'

/** Scores of one unit: what it gives itself, what the team gives, what the unit says to that, what was agreed. */

export const ScoreView = z.object({
  points: Points.nullable(),
  choiceKey: z.string().nullable(),
  /** The reason of a score, or the words of an explanation. */
  text: z.string(),
  basis: Basis.nullable(),
  revision: Revision,
  by: z.string(),
  at: Instant,
})
export type ScoreView = z.infer<typeof ScoreView>

export const CriterionScores = z.object({
  criterion: Criterion,
  fieldName: z.string(),
  /** As the figures say now; null for a criterion that reads none. */
  computed: Basis.nullable(),
  self: ScoreView.nullable(),
  team: ScoreView.nullable(),
  explanation: ScoreView.nullable(),
  agreed: ScoreView.nullable(),
  /** The team scored otherwise than the unit itself. */
  differs: z.boolean(),
  /** The figures have changed since the team scored. */
  overtaken: z.boolean(),
  /** What the viewer may write here now. */
  writable: z.array(z.enum(scoreSides)),
})
export type CriterionScores = z.infer<typeof CriterionScores>

export const ScoringTotals = z.object({
  maximum: z.number(),
  computed: z.number().nullable(),
  self: z.number().nullable(),
  team: z.number().nullable(),
  agreed: z.number().nullable(),
})
export type ScoringTotals = z.infer<typeof ScoringTotals>

const Lacking = z.array(z.object({ key: z.string(), sentence: z.string() }))

export const UnitScoring = z.object({
  inspectionId: Id,
  /** What files of self-scores hang on; null before the first score. */
  scoringId: Id.nullable(),
  unitName: z.string(),
  audience: z.enum(audiences),
  sheet: z.object({ sheetId: Id, version: z.number().int(), title: z.string(), note: z.string() }),
  state: z.enum(scoringStates),
  revision: Revision,
  groups: z.array(
    z.object({ key: z.string(), title: z.string(), totals: ScoringTotals, criteria: z.array(CriterionScores) }),
  ),
  totals: ScoringTotals,
  steps: z.array(
    z.object({
      act: z.enum(scoringActs),
      from: z.enum(scoringStates),
      to: z.enum(scoringStates),
      reason: z.string(),
      by: z.string(),
      at: Instant,
    }),
  ),
  actions: z.array(z.enum(scoringActs)),
  /** What each act still lacks; an act with nothing here may be done. */
  lacking: z.object({ send: Lacking, show: Lacking, explain: Lacking, agree: Lacking }),
  /** Acts that need a reason. */
  reasons: z.array(z.enum(scoringActs)),
  /** On whose side the viewer stands. */
  side: z.enum(['unit', 'team']),
})
export type UnitScoring = z.infer<typeof UnitScoring>

export const ScoringRow = z.object({
  inspectionId: Id,
  unitName: z.string(),
  audience: z.enum(audiences),
  state: z.enum(scoringStates),
  totals: ScoringTotals,
  /** Criteria that have the team's points, of all. */
  scored: z.number().int(),
  criteria: z.number().int(),
})
export type ScoringRow = z.infer<typeof ScoringRow>

const CriterionParams = InspectionParams.extend({ criterionKey: SheetKey })
const ScoreBody = z.object({
  revision: Revision,
  points: Points.nullable(),
  choiceKey: SheetKey.nullable().default(null),
  text: Text,
})

export const listScorings = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scorings',
  access: 'scoring.read',
  summary:
    'Units with where their scores stand, as far as the viewer may know; `sheet` is null while the campaign is not scored',
  params: CampaignParams,
  reply: z.object({
    sheet: z.object({ sheetId: Id, version: z.number().int(), title: z.string() }).nullable(),
    units: z.array(ScoringRow),
  }),
})
export const getUnitScoring = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/scoring',
  access: 'scoring.read',
  summary: 'The scores of one unit, criterion by criterion',
  params: InspectionParams,
  reply: UnitScoring,
})
export const listScoreHistory = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/scoring/:criterionKey/history',
  access: 'scoring.read',
  summary: 'Every change of a criterion’s scores that the viewer may know, newest first',
  params: CriterionParams,
  reply: z.object({
    changes: z.array(
      z.object({
        side: z.enum(scoreSides),
        from: Points.nullable(),
        to: Points.nullable(),
        choice: z.string().nullable(),
        text: z.string(),
        basis: Basis.nullable(),
        by: z.string(),
        at: Instant,
      }),
    ),
  }),
})

export const saveSelfScore = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/scoring/:criterionKey/self',
  access: 'scoring.self-score',
  summary: 'The unit’s own points of a criterion; null takes them back',
  params: CriterionParams,
  body: ScoreBody,
  reply: UnitScoring,
})
export const saveTeamScore = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/scoring/:criterionKey/team',
  access: 'scoring.appraise',
  summary: 'The team’s points of a criterion, unseen by the unit until they are shown',
  params: CriterionParams,
  body: ScoreBody,
  reply: UnitScoring,
})
export const saveExplanation = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/scoring/:criterionKey/explanation',
  access: 'scoring.self-score',
  summary: 'What the unit says to the team’s points',
  params: CriterionParams,
  body: z.object({ revision: Revision, text: Text }),
  reply: UnitScoring,
})
export const saveAgreedScore = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/scoring/:criterionKey/agreed',
  access: 'scoring.agree',
  summary: 'The points that stand for a criterion; null goes back to the team’s',
  params: CriterionParams,
  body: ScoreBody,
  reply: UnitScoring,
})

const MoveBody = z.object({ revision: Revision, reason: Text })
const move = { method: 'POST', params: InspectionParams, body: MoveBody, reply: UnitScoring } as const

export const sendSelfScores = endpoint({
  ...move,
  path: '/inspections/:inspectionId/scoring/send',
  access: 'scoring.send',
  summary: 'The unit’s head sends its own points to the team',
})
export const showTeamScores = endpoint({
  ...move,
  path: '/inspections/:inspectionId/scoring/show',
  access: 'scoring.agree',
  summary: 'Show the team’s points to the unit',
})
export const sendExplanations = endpoint({
  ...move,
  path: '/inspections/:inspectionId/scoring/explain',
  access: 'scoring.send',
  summary: 'The unit’s head sends what the unit says to the team’s points',
})
export const agreeScores = endpoint({
  ...move,
  path: '/inspections/:inspectionId/scoring/agree',
  access: 'scoring.agree',
  summary: 'Settle the points; criteria without a word of their own keep the team’s',
})
export const reopenScoring = endpoint({
  ...move,
  path: '/inspections/:inspectionId/scoring/reopen',
  access: 'scoring.agree',
  summary: 'Go back one step, with the reason',
})
