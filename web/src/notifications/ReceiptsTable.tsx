import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { visitTimeInCell } from '@cchc/domain/inspections/told-visit.ts'
import { type ReceiptRow, remindUnits } from '@cchc/domain/notifications/contract.ts'
import { IconEye, IconEyeOff, IconMailForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { receiptsQuery } from './data.ts'

/** Who has opened the notice of their visit and who has not; those who have not can be told once more. */
export function ReceiptsTable({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(receiptsQuery(campaignId))
  const [view, setView] = useTableView()
  const sending = useSending(sayFailure)
  if (error && !data) throw error
  if (!data) {
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    )
  }
  const remind = (inspectionIds: string[]) =>
    sending.send(async () => {
      const { reminded } = await call(remindUnits, { params: { campaignId }, body: { inspectionIds } })
      await queries.invalidateQueries({ queryKey: receiptsQuery(campaignId).queryKey })
      toast({ tone: 'good', text: `Đã nhắc ${reminded} đơn vị; lần nhắc được ghi vào nhật ký.` })
    })
  const waiting = data.receipts.filter(({ seen }) => seen.length === 0)
  return (
    <Stack>
      {waiting.length > 0 && (
        <Message kind="note" lead={`${waiting.length} đơn vị chưa mở thông báo.`}>
          <Button
            size="s"
            busy={sending.busy}
            icon={<IconMailForward size={15} aria-hidden="true" />}
            onClick={() => void remind(waiting.map(({ inspectionId }) => inspectionId))}
          >
            Nhắc lại tất cả
          </Button>
        </Message>
      )}
      <Card flush={data.receipts.length > 0}>
        <DataTable
          label="Đơn vị đã xem thông báo"
          rows={data.receipts}
          rowKey={(row) => row.inspectionId}
          columns={columnsWith((row) => void remind([row.inspectionId]), sending.busy)}
          filters={[
            {
              key: 'da-xem',
              label: 'Đã xem',
              options: [
                { value: 'chua', label: 'Chưa xem' },
                { value: 'roi', label: 'Đã xem' },
              ],
              holds: (row, value) => row.seen.length > 0 === (value === 'roi'),
            },
          ]}
          view={view}
          onView={setView}
          search="Tìm đơn vị, số thông báo…"
          exportName="da-xem-thong-bao"
          empty={
            <EmptyState icon={<IconEyeOff aria-hidden="true" />} title="Chưa có thông báo nào đang có hiệu lực">
              Ban hành thông báo lịch trước; đơn vị mở thông báo lúc nào được ghi ở đây.
            </EmptyState>
          }
        />
      </Card>
    </Stack>
  )
}

function columnsWith(remind: (row: ReceiptRow) => void, busy: boolean): Column<ReceiptRow>[] {
  return [
    {
      key: 'don-vi',
      header: 'Đơn vị',
      text: ({ unitName }) => unitName,
      render: ({ unitName, inspectionId }) => (
        <Link to="/lich/$inspectionId" params={{ inspectionId }}>
          {unitName}
        </Link>
      ),
    },
    {
      key: 'buoi',
      header: 'Buổi kiểm tra',
      text: ({ visitOn, halfDay }) => visitTimeInCell({ on: visitOn, halfDay }),
      sortBy: ({ visitOn }) => visitOn,
    },
    {
      key: 'thong-bao',
      header: 'Thông báo',
      text: ({ number, issuedOn }) => `${number ?? ''}, ${formatDate(issuedOn)}`,
      render: ({ number, issuedOn, documentId }) => (
        <>
          <Link to="/van-ban/$documentId" params={{ documentId }}>
            {number}
          </Link>
          , {formatDate(issuedOn)}
        </>
      ),
    },
    {
      key: 'xem',
      header: 'Đã xem',
      text: ({ seen }) =>
        seen.length === 0 ? 'Chưa xem' : seen.map(({ fullName, at }) => `${fullName} ${formatInstant(at)}`).join('; '),
      render: ({ seen }) =>
        seen.length === 0 ? (
          <StatusBadge tone="wait" icon={<IconEyeOff aria-hidden="true" />}>
            Chưa xem
          </StatusBadge>
        ) : (
          <>
            <StatusBadge tone="ok" icon={<IconEye aria-hidden="true" />}>
              Đã xem
            </StatusBadge>
            {seen.map(({ fullName, at }) => (
              <div key={fullName} style={{ color: 'var(--ink-2)', fontSize: 'var(--type-s)' }}>
                {fullName}, {formatInstant(at)}
              </div>
            ))}
          </>
        ),
    },
    {
      key: 'nhac',
      header: 'Lần nhắc',
      text: ({ reminders }) =>
        reminders.length === 0 ? '' : `${reminders.length} lần, ${formatInstant(reminders.at(-1)!.at)}`,
      width: 150,
    },
    {
      key: 'viec',
      header: '',
      headerText: 'Việc',
      text: () => '',
      width: 120,
      oneLine: true,
      render: (row) =>
        row.seen.length === 0 && row.notSeen.length > 0 ? (
          <Button size="s" busy={busy} onClick={() => remind(row)}>
            Nhắc lại
          </Button>
        ) : null,
    },
  ]
}
