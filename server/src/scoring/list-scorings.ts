import type { listScorings as contract } from '@cchc/domain/scoring/scores-contract.ts'
import { criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import { scoreSides, sidesKnown } from '@cchc/domain/scoring/states.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readScores, scoreAt } from './entries.ts'
import { selectScoredUnits, withSheets } from './scored-units.ts'
import { contentOf, sheetInForce } from './sheets.ts'
import { totalsOf } from './unit-scoring.ts'

/** Where the scores of each unit stand. Sums are over what the viewer may know of that unit. */
export const listScorings: Act<typeof contract> = async ({ db, viewer }, { params: { campaignId } }) => {
  await getSettledCampaign(db, campaignId)
  const inForce = await sheetInForce(db, campaignId)
  if (!inForce) return { sheet: null, units: [] }
  const rows = await selectScoredUnits(db, viewer).where('inspections.campaignId', '=', campaignId).execute()
  const units = await withSheets(db, rows)
  const scores = await readScores(
    db,
    units.flatMap(({ scoringId }) => scoringId ?? []),
    scoreSides,
  )
  return {
    sheet: { sheetId: inForce.sheetId, version: inForce.version, title: contentOf(inForce).title },
    units: units.map((unit) => {
      const own = scores.get(unit.scoringId ?? '') ?? new Map()
      const known = sidesKnown({ viewer, unitCode: unit.unitCode, state: unit.state })
      const at = (key: string, side: 'self' | 'team' | 'agreed') =>
        known.includes(side) ? scoreAt(own, key, side) : null
      const criteria = criteriaOf(unit.sheet).map(({ criterion }) => ({
        criterion,
        computed: null,
        self: at(criterion.key, 'self'),
        team: at(criterion.key, 'team'),
        agreed: at(criterion.key, 'agreed'),
      }))
      return {
        inspectionId: unit.inspectionId,
        unitName: unit.unitName,
        audience: unit.audience,
        state: unit.state,
        totals: totalsOf(criteria),
        scored: criteria.filter(({ team }) => team?.points != null).length,
        criteria: criteria.length,
      }
    }),
  }
}
