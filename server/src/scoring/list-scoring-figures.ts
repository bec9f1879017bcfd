import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { emptySheet } from '@cchc/domain/scoring/sheet.ts'
import type { listScoringFigures as contract, TriedUnit } from '@cchc/domain/scoring/sheet-contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { figuresOfUnit, selectScoredUnits } from './scored-units.ts'

/** Figures of the units whose reports were sent, verified ones before reported ones, for trying a draft in the browser. */
export const listScoringFigures: Act<typeof contract> = async (context, { params: { campaignId } }) => {
  const { db, viewer } = context
  const { year } = await getSettledCampaign(db, campaignId)
  const rows = await selectScoredUnits(db, viewer)
    .where('inspections.campaignId', '=', campaignId)
    .where('selfReports.sentAt', 'is not', null)
    .execute()
  const units: TriedUnit[] = []
  for (const row of rows) {
    const { figures } = await figuresOfUnit(context, {
      ...row,
      sheetId: '',
      sheetVersion: 0,
      sheet: emptySheet(year),
      audience: 'commune',
      state: 'self-scored',
      revision: 0,
    })
    units.push({
      inspectionId: row.inspectionId,
      unitName: row.unitName,
      unitKind: unitKindOf(row.unitType, row.advisoryFields.length > 0),
      figures: [...figures.values()],
    })
  }
  return { units }
}
