import { type Basis, isOvertaken } from '@cchc/domain/scoring/basis.ts'
import { sumPoints } from '@cchc/domain/scoring/points.ts'
import { differsFromSelf, lackingFor } from '@cchc/domain/scoring/score.ts'
import type { CriterionScores, ScoringTotals, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { type Criterion, criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import {
  isOfScoredUnit,
  needsReason,
  type ScoringStanding,
  scoreSides,
  scoringActions,
  sidesKnown,
  writeRefusal,
} from '@cchc/domain/scoring/states.ts'
import { workOut } from '@cchc/domain/scoring/work-out.ts'
import { namedFields } from '../campaigns/queries.ts'
import { readRoster } from '../fieldwork/queries.ts'
import type { Context } from '../platform/context.ts'
import { readScores, type Scores, scoreAt } from './entries.ts'
import { figuresOfUnit, type ScoredUnit, type UnitFigures } from './scored-units.ts'

/** What the rules are asked by, for this viewer at this unit. */
export async function standingOf({ db, viewer }: Context, unit: ScoredUnit): Promise<ScoringStanding> {
  const roster = await readRoster(db, unit.inspectionId)
  const seat = roster.find(({ personId }) => personId === viewer.personId)
  return { viewer, unitCode: unit.unitCode, state: unit.state, fieldKeys: seat?.fieldKeys ?? [] }
}

/** Everything that is known of one unit's scores, for its view and for its acts. */
export interface OpenScoring {
  readonly unit: ScoredUnit
  readonly standing: ScoringStanding
  readonly criteria: readonly (CriterionScores & { readonly groupKey: string })[]
}

export async function openScoring(context: Context, unit: ScoredUnit): Promise<OpenScoring> {
  const standing = await standingOf(context, unit)
  const ids = unit.scoringId === null ? [] : [unit.scoringId]
  const scores = (await readScores(context.db, ids, sidesKnown(standing))).get(unit.scoringId ?? '') ?? new Map()
  const figures = await figuresOfUnit(context, unit)
  const fields = await namedFields(context.db, unit.campaignId)
  const fieldName = (key: string) => fields.find(({ fieldKey }) => fieldKey === key)?.name ?? key
  return {
    unit,
    standing,
    criteria: criteriaOf(unit.sheet).map(({ group, criterion }) => ({
      groupKey: group.key,
      fieldName: fieldName(criterion.fieldKey),
      ...scoresOf(criterion, scores, figures),
      writable: scoreSides.filter((side) => writeRefusal(standing, side, criterion.fieldKey) === null),
    })),
  }
}

/** One criterion's scores beside what its figures give now. */
export function scoresOf(
  criterion: Criterion,
  scores: Scores,
  { outline, figures, reportVersion, minutesVersion }: UnitFigures,
): Omit<CriterionScores, 'fieldName' | 'writable'> {
  const at = (side: 'self' | 'team' | 'explanation' | 'agreed') => scoreAt(scores, criterion.key, side)
  const computed: Basis | null = workOut(criterion, outline, figures, { reportVersion, minutesVersion })
  const [self, team] = [at('self'), at('team')]
  return {
    criterion,
    computed,
    self,
    team,
    explanation: at('explanation'),
    agreed: at('agreed'),
    differs: differsFromSelf({ self, team }),
    overtaken: team?.points != null && isOvertaken(team.basis, computed),
  }
}

/** The view of one unit's scores. */
export async function unitScoring(context: Context, unit: ScoredUnit): Promise<UnitScoring> {
  return viewOf(context, await openScoring(context, unit))
}

async function viewOf({ db }: Context, { unit, standing, criteria }: OpenScoring): Promise<UnitScoring> {
  const all = criteria.map((one) => ({ ...one, explanation: one.explanation && { text: one.explanation.text } }))
  const actions = scoringActions(standing)
  const differs = criteria.some((one) => one.differs)
  return {
    inspectionId: unit.inspectionId,
    scoringId: unit.scoringId,
    unitName: unit.unitName,
    audience: unit.audience,
    sheet: { sheetId: unit.sheetId, version: unit.sheetVersion, title: unit.sheet.title, note: unit.sheet.note },
    state: unit.state,
    revision: unit.revision,
    groups: unit.sheet.groups.map(({ key, title }) => {
      const own = criteria.filter(({ groupKey }) => groupKey === key)
      return { key, title, totals: totalsOf(own), criteria: own.map(({ groupKey: _, ...one }) => one) }
    }),
    totals: totalsOf(criteria),
    steps: unit.scoringId === null ? [] : await readSteps(db, unit.scoringId),
    actions,
    lacking: {
      send: lackingFor('send', all),
      show: lackingFor('show', all),
      explain: lackingFor('explain', all),
      agree: lackingFor('agree', all),
    },
    reasons: actions.filter((act) => needsReason(unit.state, act, differs)),
    side: isOfScoredUnit(standing) ? 'unit' : 'team',
  }
}

/** Sums of what there is; null where there is nothing yet. */
export function totalsOf(
  criteria: readonly Pick<CriterionScores, 'criterion' | 'computed' | 'self' | 'team' | 'agreed'>[],
): ScoringTotals {
  const sum = (points: readonly (number | null | undefined)[]) => {
    const there = points.filter((one) => one !== null && one !== undefined)
    return there.length === 0 ? null : sumPoints(there)
  }
  return {
    maximum: sumPoints(criteria.map(({ criterion }) => criterion.maximum)),
    computed: sum(criteria.map(({ computed }) => computed?.points)),
    self: sum(criteria.map(({ self }) => self?.points)),
    team: sum(criteria.map(({ team }) => team?.points)),
    agreed: sum(criteria.map(({ agreed }) => agreed?.points)),
  }
}

async function readSteps(db: Context['db'], scoringId: string): Promise<UnitScoring['steps']> {
  const rows = await db
    .selectFrom('scoringSteps')
    .innerJoin('people', 'people.personId', 'scoringSteps.doneBy')
    .select(['act', 'fromState as from', 'toState as to', 'reason', 'people.fullName as by', 'doneAt as at'])
    .where('scoringId', '=', scoringId)
    .orderBy('stepId', 'desc')
    .execute()
  return rows as UnitScoring['steps']
}
