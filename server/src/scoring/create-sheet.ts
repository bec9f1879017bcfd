import { Refusal } from '@cchc/domain/refusals.ts'
import { emptySheet, type ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type { createSheet as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { contentOf, sheetView } from './sheets.ts'

/** Begins a draft, empty or with all that a published sheet holds, under the same keys. One draft a campaign at a time. */
export const createSheet: Act<typeof contract> = async (context, { params: { campaignId }, body: { from } }) => {
  const { db, viewer, now, record } = context
  const { year } = await getSettledCampaign(db, campaignId)
  const content = from === null ? emptySheet(year) : await copyOf(context, from, year)
  const last = await db
    .selectFrom('scoringSheets')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const { sheetId } = await db
    .insertInto('scoringSheets')
    .values({ campaignId, version, content: JSON.stringify(content), savedAt: now, savedBy: viewer.personId })
    .returning('sheetId')
    .executeTakeFirstOrThrow()
  await record('scoring-sheet.create', sheetId, { campaignId, version, from })
  return sheetView(context, sheetId)
}

async function copyOf({ db }: Context, sheetId: string, year: number): Promise<ScoringSheet> {
  const row = await db
    .selectFrom('scoringSheets')
    .innerJoin('campaigns', 'campaigns.campaignId', 'scoringSheets.campaignId')
    .select(['sheetId', 'scoringSheets.state', 'content', 'campaigns.year'])
    .where('sheetId', '=', sheetId)
    .where('scoringSheets.state', '<>', 'draft')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-sheet')
  const sheet = contentOf(row)
  return { ...sheet, title: row.year === null ? sheet.title : sheet.title.replaceAll(String(row.year), String(year)) }
}
