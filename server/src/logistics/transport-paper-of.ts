import { transportPaper } from '@cchc/domain/logistics/transport-paper.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { citeInFull } from '@cchc/domain/papers/wording.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { officeSignature } from '../documents/signature.ts'
import type { Context } from '../platform/context.ts'
import { readTransportDays } from './transport-days.ts'

/** The vehicles of a stretch of days as a paper without a number: it is handed to drivers and hung up, not issued. */
export async function transportPaperOf(
  context: Context,
  campaignId: string,
  { from, to }: { from: string; to: string },
): Promise<Paper> {
  const campaign = await getSettledCampaign(context.db, campaignId)
  const frame = paperFrame(context.settings, {
    year: campaign.year,
    symbol: null,
    recipients: ['Thành viên Đoàn kiểm tra', 'Lái xe'],
    signatures: [await officeSignature(context, campaignId)],
  })
  return transportPaper({
    frame,
    legalBasis: `Căn cứ ${citeInFull(citeDecision(campaign))}`,
    from,
    to,
    days: await readTransportDays(context, campaign, { from, to }),
  })
}
