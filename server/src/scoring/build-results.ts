import { Refusal } from '@cchc/domain/refusals.ts'
import { wayInWords } from '@cchc/domain/scoring/give-points.ts'
import { completenessOf, ranksOf, totalsOf } from '@cchc/domain/scoring/results.ts'
import type { ExportedPoint, ExportedUnit, GivenPoints, ScoringExport } from '@cchc/domain/scoring/results-contract.ts'
import type { ScoreView } from '@cchc/domain/scoring/scores-contract.ts'
import { type Criterion, criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import { scoreSides } from '@cchc/domain/scoring/states.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import { readScores, type Scores, scoreAt } from './entries.ts'
import { type ScoredUnit, selectScoredUnits, withSheets } from './scored-units.ts'
import { contentOf } from './sheets.ts'

/** Everything that screen, workbook and JSON of the results are drawn from. A unit has points once they are agreed. */
export async function buildResults({ db, viewer, now, settings }: Context, campaignId: string): Promise<ScoringExport> {
  const campaign = await getSettledCampaign(db, campaignId)
  const rows = await selectScoredUnits(db, viewer).where('inspections.campaignId', '=', campaignId).execute()
  const scored = await withSheets(db, rows)
  const sheets = await db
    .selectFrom('scoringSheets')
    .select(['sheetId', 'version', 'state', 'content'])
    .where('campaignId', '=', campaignId)
    .where('state', '<>', 'draft')
    .orderBy('version', 'desc')
    .execute()
  if (sheets.length === 0) throw new Refusal('no-scoring-sheet')
  const contents = new Map(sheets.map((version) => [version.sheetId, contentOf(version)]))
  const agreed = scored.filter(({ state }) => state === 'agreed')
  const ids = agreed.flatMap(({ scoringId }) => scoringId ?? [])
  const scores = await readScores(db, ids, scoreSides)
  const settled = await readSettling(db, ids)
  const unranked = scored.map((unit): ExportedUnit => {
    const { inspectionId, unitCode, unitName, audience, sheetId, state } = unit
    const points = state === 'agreed' ? pointsOf(unit, scores.get(unit.scoringId ?? '') ?? new Map()) : []
    const given = new Map(points.map((point) => [point.criterionKey, point.points]))
    const totals = totalsOf(contents.get(sheetId)!, audience, given)
    const by = state === 'agreed' ? settled.get(unit.scoringId!) : undefined
    return {
      ...{ inspectionId, unitCode, unitName, audience, sheetId, state, points, maximum: totals.maximum },
      byGroup: state === 'agreed' ? totals.byGroup : [],
      total: state === 'agreed' ? totals.total : null,
      rank: null,
      agreedBy: by?.by ?? null,
      agreedAt: by?.at ?? null,
    }
  })
  const ranks = ranksOf(unranked)
  const used = new Set(scored.map(({ sheetId }) => sheetId))
  return {
    format: 'kiem-tra-cchc/scoring-results',
    formatVersion: 1,
    illustrative: settings.illustrative,
    campaign: {
      campaignId,
      name: campaign.name,
      year: campaign.year,
      decision: `${campaign.number}/${campaign.symbol}`,
    },
    madeAt: now,
    completeness: completenessOf(unranked),
    sheets: sheets
      .filter(({ sheetId, state }) => used.has(sheetId) || state === 'published')
      .map(({ sheetId, version }) => ({ sheetId, version, content: contents.get(sheetId)! })),
    units: unranked.map((unit) => ({ ...unit, rank: ranks.get(unit.inspectionId) ?? null })),
  }
}

function pointsOf({ sheet }: ScoredUnit, scores: Scores): ExportedPoint[] {
  return criteriaOf(sheet).flatMap(({ group, criterion }): ExportedPoint[] => {
    const at = (side: 'self' | 'team' | 'explanation' | 'agreed') => scoreAt(scores, criterion.key, side)
    const agreed = at('agreed')
    if (agreed?.points == null) return []
    const [team, self, explanation] = [at('team'), at('self'), at('explanation')]
    return [
      {
        criterionKey: criterion.key,
        groupKey: group.key,
        label: criterion.label,
        maximum: criterion.maximum,
        rule: wayInWords(criterion),
        points: agreed.points,
        agreed: givenPoints(criterion, agreed),
        team: team && givenPoints(criterion, team),
        self: self && givenPoints(criterion, self),
        explanation: explanation && { text: explanation.text, by: explanation.by, at: explanation.at },
      },
    ]
  })
}

function givenPoints({ way }: Criterion, { points, choiceKey, text, by, at, basis }: ScoreView): GivenPoints {
  const choice = way.kind === 'choice' ? (way.choices.find(({ key }) => key === choiceKey)?.label ?? null) : null
  return { points, choice, reason: text, by, at, basis }
}

/** Who settled each, and when, last. */
async function readSettling(db: Context['db'], scoringIds: readonly string[]) {
  if (scoringIds.length === 0) return new Map<string, { by: string; at: string }>()
  const rows = await db
    .selectFrom('scoringSteps')
    .innerJoin('people', 'people.personId', 'scoringSteps.doneBy')
    .select(['scoringId', 'people.fullName as by', 'doneAt as at'])
    .where('scoringId', 'in', [...scoringIds])
    .where('act', '=', 'agree')
    .orderBy('stepId')
    .execute()
  return new Map(rows.map(({ scoringId, by, at }) => [scoringId, { by, at }]))
}
