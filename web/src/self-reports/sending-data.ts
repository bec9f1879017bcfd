import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { type ExtensionsView, listExtensions } from '@cchc/domain/self-reports/extension-contract.ts'
import {
  answerItemRemark,
  getEarlierFigures,
  getSentVersion,
  listItemRemarks,
  listReportSendings,
  listSentVersions,
} from '@cchc/domain/self-reports/sending-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { selfReportQuery } from './data.ts'

/** Figures of an earlier campaign and of the version sent before; asked anew when the report is sent or opened again. */
export const earlierFiguresQuery = ({
  selfReportId,
  state,
  version,
}: Pick<SelfReportView, 'selfReportId' | 'state' | 'version'>) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'earlier-figures', state, version],
    queryFn: ({ signal }) => call(getEarlierFigures, { params: { selfReportId }, signal }),
    placeholderData: (before) => before,
  })

/** The office's remarks on items; colleagues mark them too, so they are asked again now and then. */
export const itemRemarksQuery = (selfReportId: string) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'item-remarks'],
    queryFn: ({ signal }) => call(listItemRemarks, { params: { selfReportId }, signal }),
    refetchInterval: 30_000,
  })

/** Marks a remark as done or not, and shows it wherever the report is open. */
export async function markRemark(
  { selfReportId, inspectionId }: Pick<SelfReportView, 'selfReportId' | 'inspectionId'>,
  itemRemarkId: string,
  body: { done: boolean; reply: string },
): Promise<void> {
  const after = await call(answerItemRemark, { params: { selfReportId, itemRemarkId }, body })
  queries.setQueryData(itemRemarksQuery(selfReportId).queryKey, after)
  await queries.invalidateQueries({ queryKey: selfReportQuery(inspectionId).queryKey })
}

/** Every sending of a report; `version` is the last one's number, so that a new one is asked for. */
export const sentVersionsQuery = (selfReportId: string, version: number) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'versions', 'all', version],
    queryFn: ({ signal }) => call(listSentVersions, { params: { selfReportId }, signal }),
    enabled: version > 0,
  })

/** One frozen version; it never changes. */
export const sentVersionQuery = (selfReportId: string, version: number) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'versions', version],
    queryFn: ({ signal }) => call(getSentVersion, { params: { selfReportId, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Requests for more time; asked anew when the report is sent, after which no more can be asked. */
export const extensionsQuery = ({ selfReportId, version }: Pick<SelfReportView, 'selfReportId' | 'version'>) =>
  queryOptions({
    queryKey: ['self-reports', selfReportId, 'extensions', version],
    queryFn: ({ signal }) => call(listExtensions, { params: { selfReportId }, signal }),
    refetchInterval: 60_000,
  })

/** Shows what became of a request for more time; a granted one moves the deadline everywhere. */
export async function showExtensions(view: SelfReportView, after: ExtensionsView): Promise<void> {
  queries.setQueryData(extensionsQuery(view).queryKey, after)
  await queries.invalidateQueries({ queryKey: selfReportQuery(view.inspectionId).queryKey })
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}

/** Shows a report as an act left it. */
export async function showReport(view: SelfReportView): Promise<void> {
  queries.setQueryData(selfReportQuery(view.inspectionId).queryKey, view)
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
  await queries.invalidateQueries({ queryKey: itemRemarksQuery(view.selfReportId).queryKey })
}

export const reportSendingsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'report-sendings'],
    queryFn: ({ signal }) => call(listReportSendings, { params: { campaignId }, signal }),
  })
