import type { listSheets as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { selectSheets, sheetVersion } from './sheets.ts'

/** A campaign's versions, newest first, and published ones of other campaigns that a draft may begin with. */
export const listSheets: Act<typeof contract> = async ({ db }, { params: { campaignId } }) => {
  await getSettledCampaign(db, campaignId)
  const rows = await selectSheets(db)
    .where((eb) => eb.or([eb('sheets.campaignId', '=', campaignId), eb('sheets.state', '=', 'published')]))
    .orderBy('campaigns.year', 'desc')
    .orderBy('campaigns.name')
    .orderBy('sheets.version', 'desc')
    .execute()
  const sheets = rows.map(sheetVersion)
  const isOwn = (sheet: (typeof sheets)[number]) => sheet.campaignId === campaignId
  return { sheets: sheets.filter(isOwn), others: sheets.filter((sheet) => !isOwn(sheet)) }
}
