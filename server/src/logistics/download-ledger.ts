import type { downloadLedger as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { illustrativeMark } from '@cchc/domain/papers/compose-paper.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { xlsxMediaType } from '../documents/write-workbook.ts'
import type { Act } from '../platform/serve.ts'
import { ledgerView } from './ledger.ts'
import { writeLedgerXlsx } from './write-ledger-xlsx.ts'

/** The ledger that the page shows, as an Excel workbook. */
export const downloadLedger: Act<typeof contract> = async (context, { params: { campaignId } }) => {
  const { year } = await getSettledCampaign(context.db, campaignId)
  const note = context.settings.illustrative ? illustrativeMark : ''
  return {
    name: `Kinh phí kiểm tra CCHC năm ${year}.xlsx`,
    mediaType: xlsxMediaType,
    bytes: await writeLedgerXlsx(await ledgerView(context, campaignId), note),
  }
}
