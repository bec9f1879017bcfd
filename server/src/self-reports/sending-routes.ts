import * as extensions from '@cchc/domain/self-reports/extension-contract.ts'
import * as sending from '@cchc/domain/self-reports/sending-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { answerItemRemark } from './answer-item-remark.ts'
import { askCorrection } from './ask-correction.ts'
import { askExtension } from './ask-extension.ts'
import { decideExtension } from './decide-extension.ts'
import { declineCorrection } from './decline-correction.ts'
import { getEarlierFigures } from './get-earlier-figures.ts'
import { checkFingerprint, getSentVersion, listSentVersions } from './get-sent-version.ts'
import { listExtensions } from './list-extensions.ts'
import { listItemRemarks } from './list-item-remarks.ts'
import { listReportSendings } from './list-report-sendings.ts'
import { openCorrection } from './open-correction.ts'
import { prepareExtension } from './prepare-extension.ts'
import { downloadReceipt, getReceipt } from './receipts.ts'
import { withdrawExtension } from './withdraw-extension.ts'

export function reportSendingRoutes(edge: Edge): void {
  serve(edge, sending.getEarlierFigures, getEarlierFigures)
  serve(edge, sending.listItemRemarks, listItemRemarks)
  serve(edge, sending.answerItemRemark, answerItemRemark)
  serve(edge, sending.listSentVersions, listSentVersions)
  serve(edge, sending.getSentVersion, getSentVersion)
  serve(edge, sending.checkFingerprint, checkFingerprint)
  serve(edge, sending.getReceipt, getReceipt)
  serve(edge, sending.downloadReceipt, downloadReceipt)
  serve(edge, sending.askCorrection, askCorrection)
  serve(edge, sending.openCorrection, openCorrection)
  serve(edge, sending.declineCorrection, declineCorrection)
  serve(edge, sending.listReportSendings, listReportSendings)
  serve(edge, extensions.listExtensions, listExtensions)
  serve(edge, extensions.askExtension, askExtension)
  serve(edge, extensions.withdrawExtension, withdrawExtension)
  serve(edge, extensions.prepareExtension, prepareExtension)
  serve(edge, extensions.decideExtension, decideExtension)
}
