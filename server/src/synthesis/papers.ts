import type { Paper } from '@cchc/domain/papers/paper.ts'
import { reportOfView } from '@cchc/domain/synthesis/report-of-view.ts'
import { synthesisReportPaper } from '@cchc/domain/synthesis/synthesis-report-paper.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { symbolOf } from '../documents/queries.ts'
import { officeSignature } from '../documents/signature.ts'
import type { Context } from '../platform/context.ts'
import { synthesisView } from './synthesis-view.ts'

/** The synthesis report as it stands now, from the view that the screen shows; a draft until `issue` gives it number and date. */
export async function synthesisPaperOf(
  context: Context,
  campaignId: string,
  issue?: { number: string; issuedOn: string },
): Promise<Paper> {
  const { db, settings } = context
  const campaign = await getSettledCampaign(db, campaignId)
  const frame = paperFrame(settings, {
    year: campaign.year,
    symbol: symbolOf(settings, 'synthesis-report'),
    ...issue,
    recipients: ['Như trên', 'Thành viên Đoàn kiểm tra'],
    signatures: [await officeSignature(context, campaignId)],
  })
  return synthesisReportPaper(
    reportOfView(await synthesisView(context, campaignId), {
      frame,
      year: campaign.year,
      decision: citeDecision(campaign),
      addressee: `Ủy ban nhân dân ${settings.provinceName}`,
    }),
  )
}
