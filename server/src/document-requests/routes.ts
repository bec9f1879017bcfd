import * as contract from '@cchc/domain/document-requests/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { answerRequest } from './answer-request.ts'
import { askForDocument } from './ask-for-document.ts'
import { listDocumentRequestsAct, listInspectionRequestsAct } from './list-requests.ts'
import { returnRequest } from './return-request.ts'
import { acceptRequestAct, withdrawRequestAct } from './settle-request.ts'

export function documentRequestRoutes(edge: Edge): void {
  serve(edge, contract.listDocumentRequests, listDocumentRequestsAct)
  serve(edge, contract.listInspectionRequests, listInspectionRequestsAct)
  serve(edge, contract.askForDocument, askForDocument)
  serve(edge, contract.answerRequest, answerRequest)
  serve(edge, contract.returnRequest, returnRequest)
  serve(edge, contract.acceptRequest, acceptRequestAct)
  serve(edge, contract.withdrawRequest, withdrawRequestAct)
}
