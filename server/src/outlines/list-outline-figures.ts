import type { listOutlineFigures as contract, OutlineFigures } from '@cchc/domain/outlines/contract.ts'
import { type AnswerValue, isFigure, outlineItems, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getOutlineContent } from './queries.ts'

/** Two seasons are enough to try a check on. */
const mostReports = 200

/**
 * What units of planned inspections have reported, for trying checks and formulas in the browser: reports that were sent,
 * newest campaigns first. An item's answer counts by the kind it had in the outline it was asked under.
 */
export const listOutlineFigures: Act<typeof contract> = async ({ db, viewer }) => {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .select([
      'selfReports.selfReportId',
      'selfReports.outlineVersionId',
      'campaigns.campaignId',
      'campaigns.name as campaignName',
      'inspections.year',
      'units.unitCode',
      'units.fullName as unitName',
      'units.type',
      'units.advisoryFields',
    ])
    .where('inspections.kind', '=', 'planned')
    .where('selfReports.state', 'in', ['sent', 'accepted'])
    .orderBy('inspections.year', 'desc')
    .orderBy('inspections.position')
    .orderBy('selfReports.selfReportId')
    .limit(mostReports)
    .execute()
  if (rows.length === 0) return { reports: [] }
  const answers = await db
    .selectFrom('answers')
    .select(['selfReportId', 'itemKey', 'value'])
    .where(
      'selfReportId',
      'in',
      rows.map(({ selfReportId }) => selfReportId),
    )
    .where('value', 'is not', null)
    .orderBy('itemKey')
    .execute()
  const answersOf = Map.groupBy(answers, ({ selfReportId }) => selfReportId)
  const reports: OutlineFigures['reports'] = []
  for (const { selfReportId, outlineVersionId, type, advisoryFields, ...row } of rows) {
    const usable = await usableKeys(db, outlineVersionId)
    const figures = (answersOf.get(selfReportId) ?? []).filter(({ itemKey }) => usable.has(itemKey))
    reports.push({
      ...row,
      unitKind: unitKindOf(type, advisoryFields.length > 0),
      answers: Object.fromEntries(figures.map(({ itemKey, value }) => [itemKey, value as AnswerValue])),
    })
  }
  return { reports }
}

/** Items whose answers expressions compute with: figures, dates, choices. */
async function usableKeys(db: Parameters<typeof getOutlineContent>[0], outlineVersionId: string): Promise<Set<string>> {
  const items = outlineItems(await getOutlineContent(db, outlineVersionId)).map(({ item }) => item)
  return new Set(
    items.filter((item) => isFigure(item) || item.kind === 'date' || item.kind === 'choice').map(({ key }) => key),
  )
}
