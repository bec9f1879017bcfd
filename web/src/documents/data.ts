import {
  type DocumentKind,
  getDocument,
  getInspectionPaper,
  listDocuments,
  suggestNumber,
} from '@cchc/domain/documents/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'

/** Every issued document of the campaign that the viewer may know. */
export const documentsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'documents'],
    queryFn: ({ signal }) => call(listDocuments, { params: { campaignId }, signal }),
  })

/** One issued document with its frozen paper; asked again every few seconds until its file has been made. */
export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['documents', documentId],
    queryFn: ({ signal }) => call(getDocument, { params: { documentId }, signal }),
    refetchInterval: ({ state }) => (state.data?.document.sha256 === null ? 3_000 : false),
  })

export type InspectionPaperKind = 'schedule-notice' | 'minutes' | 'conclusion-notice'

/** A paper of one inspection as it stands now: the issued one, else the draft. */
export const inspectionPaperQuery = (inspectionId: string, kind: InspectionPaperKind) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'papers', kind],
    queryFn: ({ signal }) => call(getInspectionPaper, { params: { inspectionId, kind }, signal }),
  })

/** The next free number for a kind of document; never remembered, since anybody may take it meanwhile. */
export const numberQuery = (campaignId: string, kind: DocumentKind) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'next-number', kind],
    queryFn: ({ signal }) => call(suggestNumber, { params: { campaignId }, query: { kind }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
