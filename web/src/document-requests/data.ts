import {
  acceptRequest,
  answerRequest,
  askForDocument,
  listDocumentRequests,
  listInspectionRequests,
  type RequestDetail,
  returnRequest,
  withdrawRequest,
} from '@cchc/domain/document-requests/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { refreshAttachments } from '../evidence/data.ts'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Every request of the campaign that the viewer may know, overdue first. */
export const requestsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'document-requests'],
    queryFn: ({ signal }) => call(listDocumentRequests, { params: { campaignId }, signal }),
  })

/** The requests to one unit, each with everything said; asked again every 30 seconds. */
export const inspectionRequestsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'document-requests'],
    queryFn: ({ signal }) => call(listInspectionRequests, { params: { inspectionId }, signal }),
    refetchInterval: 30_000,
  })

/** Shows an act's outcome wherever requests are shown. */
async function after(act: Promise<RequestDetail>): Promise<RequestDetail> {
  const request = await act
  await Promise.all([
    queries.invalidateQueries({ queryKey: inspectionRequestsQuery(request.inspectionId).queryKey }),
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
    refreshAttachments(request.inspectionId),
  ])
  return request
}

export interface Asked {
  readonly kind: RequestDetail['kind']
  readonly title: string
  readonly detail: string
  readonly workingDays: number
}
type Of = Pick<RequestDetail, 'requestId' | 'revision'>
export const ask = (inspectionId: string, body: Asked) =>
  after(call(askForDocument, { params: { inspectionId }, body }))
export const answer = ({ requestId, revision }: Of, text: string) =>
  after(call(answerRequest, { params: { requestId }, body: { revision, text } }))
export const askAgain = ({ requestId, revision }: Of, reason: string, workingDays: number) =>
  after(call(returnRequest, { params: { requestId }, body: { revision, reason, workingDays } }))
export const accept = ({ requestId, revision }: Of) =>
  after(call(acceptRequest, { params: { requestId }, body: { revision } }))
export const withdraw = ({ requestId, revision }: Of, reason: string) =>
  after(call(withdrawRequest, { params: { requestId }, body: { revision, reason } }))
