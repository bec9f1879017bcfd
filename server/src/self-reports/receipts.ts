import type { Paper } from '@cchc/domain/papers/paper.ts'
import { receiptPaper } from '@cchc/domain/self-reports/receipt-paper.ts'
import type {
  downloadReceipt as downloadContract,
  getReceipt as getContract,
} from '@cchc/domain/self-reports/sending-contract.ts'
import { fileName, paperFile } from '../documents/paper-file.ts'
import { paperFrame } from '../documents/paper-frame.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { getReport } from './queries.ts'
import { readVersion } from './sent-versions.ts'

/** The receipt of one sent version; nobody signs for the system, so the line of whoever receives it is left open. */
async function receiptOf(context: Context, selfReportId: string, version: number): Promise<Paper> {
  const report = await getReport(context, selfReportId)
  const sent = await readVersion(context, report.selfReportId, version)
  return receiptPaper({
    frame: paperFrame(context.settings, {
      year: report.year ?? Number(context.today.slice(0, 4)),
      symbol: null,
      recipients: [report.unitName, 'Lưu: Hồ sơ kiểm tra'],
      signatures: [{ authority: [], post: 'Người tiếp nhận', name: null }],
    }),
    unitName: report.unitName,
    version,
    sentAt: sent.sentAt,
    sentBy: sent.sentBy,
    visitOn: sent.visitOn,
    dueOn: sent.dueOn,
    extendedTo: sent.extendedTo,
    verdict: sent.verdict,
    daysLate: sent.daysLate,
    grantedSince: sent.verdict === 'late' && report.verdict === 'on-time' ? report.dueOnWhenSent : null,
    counted: sent.counted,
    reason: sent.reason,
    answered: Object.keys(sent.answers).length,
    explained: Object.keys(sent.explanations).length,
    fingerprint: sent.fingerprint,
  })
}

export const getReceipt: Act<typeof getContract> = async (context, { params }) => ({
  paper: await receiptOf(context, params.selfReportId, params.version),
})

export const downloadReceipt: Act<typeof downloadContract> = async (context, { params, query }) => {
  const paper = await receiptOf(context, params.selfReportId, params.version)
  const name = fileName(`Phiếu tiếp nhận báo cáo - bản gửi lần ${params.version}`, query.format)
  return paperFile(name, paper, query.format)
}
