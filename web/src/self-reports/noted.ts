import { formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import type { ReportSending } from '@cchc/domain/self-reports/sending-contract.ts'

/** A row of the list of reports; `sending` is absent while it is being fetched and before there is a report. */
export type ReportRow = InspectionRow & { readonly sending: ReportSending | undefined }

/** What the list says of a report beside its state and verdict, each a few words. */
export function notedOf({ sending }: ReportRow): string[] {
  if (!sending) return []
  const { versions, correction, openRemarks, extension } = sending
  return [
    ...(extension?.state === 'asked' ? [`Xin gia hạn đến ${formatDayAndMonth(extension.wishedOn)}`] : []),
    ...(extension?.state === 'granted' && extension.grantedTo
      ? [`Gia hạn đến ${formatDayAndMonth(extension.grantedTo)}`]
      : []),
    ...(extension?.state === 'refused' ? ['Không được gia hạn'] : []),
    ...(correction === 'open' ? ['Đang sửa bản đã gửi'] : []),
    ...(openRemarks > 0 ? [`${openRemarks} góp ý chưa xử lý`] : []),
    ...(versions > 1 ? [`${versions} bản đã gửi`] : []),
  ]
}

export interface NotedFilter {
  readonly value: string
  readonly label: string
  holds(row: ReportRow): boolean
}

export const notedFilters: readonly NotedFilter[] = [
  { value: 'asked', label: 'Đang xin gia hạn', holds: ({ sending }) => sending?.extension?.state === 'asked' },
  { value: 'granted', label: 'Được gia hạn', holds: ({ sending }) => sending?.extension?.state === 'granted' },
  { value: 'correcting', label: 'Đang sửa bản đã gửi', holds: ({ sending }) => sending?.correction === 'open' },
  { value: 'remarks', label: 'Còn góp ý chưa xử lý', holds: ({ sending }) => (sending?.openRemarks ?? 0) > 0 },
  { value: 'again', label: 'Đã gửi lại', holds: ({ sending }) => (sending?.versions ?? 0) > 1 },
]
