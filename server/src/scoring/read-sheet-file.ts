import { Refusal } from '@cchc/domain/refusals.ts'
import type { readSheetFile as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import { readSheetRows } from '@cchc/domain/scoring/sheet-file.ts'
import { getSettledCampaign, namedFields } from '../campaigns/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readSheetCells } from '../thematic/read-sheet-cells.ts'

/** Reads a sheet from a workbook and keeps nothing. Refuses with `unreadable-sheet` what is no such workbook. */
export const readSheetFile: Act<typeof contract> = async ({ db }, { params: { campaignId }, file }) => {
  if (!file) throw new Refusal('no-file')
  const { year, outlineVersionId } = await getSettledCampaign(db, campaignId)
  const cells = await readSheetCells(file.bytes, file.name)
  const read = readSheetRows(cells, {
    year,
    outline: await getOutlineContent(db, outlineVersionId),
    fields: await namedFields(db, campaignId),
  })
  if ('sentence' in read) throw new Refusal('unreadable-sheet', { sentence: read.sentence })
  return { fileName: file.name, ...read }
}
