import { Refusal } from '@cchc/domain/refusals.ts'
import type { previewSheet as contract } from '@cchc/domain/thematic/contract.ts'
import { pairKey, readSheet } from '@cchc/domain/thematic/sheet.ts'
import { namedFields } from '../campaigns/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { readCatalogue } from '../units/queries.ts'
import { openCampaign, ownDepartment } from './keep-registration.ts'
import { readSheetCells } from './read-sheet-cells.ts'

/** Reads a sheet row by row against the catalogue; keeps nothing. Refuses with `unreadable-sheet`. */
export const previewSheet: Act<typeof contract> = async (context, { params, file }) => {
  if (!file) throw new Refusal('no-file')
  const { year } = await openCampaign(context, params.campaignId)
  ownDepartment(context)
  const cells = await readSheetCells(file.bytes, file.name)
  const fields = await namedFields(context.db, params.campaignId)
  const catalogue = await readCatalogue(context.db)
  const read = readSheet(cells, {
    year,
    catalogue,
    fields,
    registered: await registeredPairs(context, params.campaignId),
  })
  if ('sentence' in read) throw new Refusal('unreadable-sheet', { sentence: read.sentence })
  return { fileName: file.name, rows: read.rows }
}

async function registeredPairs({ db, viewer }: Context, campaignId: string): Promise<Set<string>> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .select(['thematicRegistrations.title', 'inspections.unitCode'])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.state', '<>', 'cancelled')
    .where('thematicRegistrations.agencyCode', '=', viewer.unitCode)
    .execute()
  return new Set(rows.map(({ title, unitCode }) => pairKey(title, unitCode)))
}
