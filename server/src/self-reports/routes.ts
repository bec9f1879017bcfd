import * as contract from '@cchc/domain/self-reports/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { acceptSelfReport } from './accept-self-report.ts'
import { getSelfReport } from './get-self-report.ts'
import { giveBackSelfReport } from './give-back-self-report.ts'
import { handOverSelfReport } from './hand-over-self-report.ts'
import { listAnswerHistory } from './list-answer-history.ts'
import { returnSelfReport } from './return-self-report.ts'
import { saveAnswer } from './save-answer.ts'
import { saveExplanation } from './save-explanation.ts'
import { sendSelfReport } from './send-self-report.ts'

export function selfReportRoutes(edge: Edge): void {
  serve(edge, contract.getSelfReport, getSelfReport)
  serve(edge, contract.saveAnswer, saveAnswer)
  serve(edge, contract.listAnswerHistory, listAnswerHistory)
  serve(edge, contract.saveExplanation, saveExplanation)
  serve(edge, contract.handOverSelfReport, handOverSelfReport)
  serve(edge, contract.giveBackSelfReport, giveBackSelfReport)
  serve(edge, contract.sendSelfReport, sendSelfReport)
  serve(edge, contract.returnSelfReport, returnSelfReport)
  serve(edge, contract.acceptSelfReport, acceptSelfReport)
}
