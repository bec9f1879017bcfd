import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { type MailView, sendMailAgain } from '@cchc/domain/notifications/contract.ts'
import { IconAlertTriangle, IconCheck, IconClock, IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { mailsQuery } from './data.ts'

const states = {
  waiting: 'Đang chờ',
  failed: 'Chưa gửi được',
  sent: 'Đã gửi',
  held: 'Chờ gộp buổi sáng',
  gathered: 'Đã gộp',
} as const
const stateOf = ({ sentAt, problem, digest }: MailView): keyof typeof states => {
  if (digest) return digest === 'waiting' ? 'held' : 'gathered'
  return sentAt ? 'sent' : problem ? 'failed' : 'waiting'
}

/** Thư điện tử: the outbox. What waits, what failed and why, what went; a failed one can be sent again. */
export default function MailsPage() {
  const { data, error } = useQuery(mailsQuery)
  const [view, setView] = useTableView()
  const [opened, setOpened] = useState<MailView | null>(null)
  if (error && !data) throw error
  const columns: Column<MailView>[] = [
    {
      key: 'den',
      header: 'Gửi đến',
      text: ({ personName, address }) => [personName, address].filter(Boolean).join(' · '),
      render: (mail) => (
        <>
          {mail.personName ?? mail.address}
          {mail.personName && <div style={{ color: 'var(--ink-2)', fontWeight: 400 }}>{mail.address}</div>}
        </>
      ),
    },
    { key: 've', header: 'Về việc', text: ({ subject }) => subject },
    {
      key: 'luc',
      header: 'Tạo lúc',
      text: ({ queuedAt }) => formatInstant(queuedAt),
      sortBy: (m) => m.queuedAt,
      oneLine: true,
      width: 140,
    },
    {
      key: 'trang-thai',
      header: 'Trạng thái',
      text: (mail) => states[stateOf(mail)],
      oneLine: true,
      width: 150,
      onCard: 'aside',
      render: (mail) => <MailBadge mail={mail} />,
    },
    {
      key: 'viec',
      header: '',
      headerText: 'Việc',
      text: () => '',
      width: 90,
      render: (mail) => (
        <Button size="s" onClick={() => setOpened(mail)}>
          Xem thư
        </Button>
      ),
    },
  ]
  return (
    <Page title="Thư điện tử" subtitle={data ? `Gửi từ ${data.from}` : 'Đang tải…'}>
      <Stack>
        {data?.whyNot && (
          <Message kind="note" lead="Thư chưa gửi ra ngoài.">
            {data.whyNot}
          </Message>
        )}
        <Card flush={Boolean(data && data.mails.length > 0)}>
          <h2 className="hidden-visually">Danh sách thư</h2>
          {data ? (
            <DataTable
              label="Thư điện tử"
              rows={data.mails}
              rowKey={(mail) => mail.mailId}
              columns={columns}
              filters={[
                {
                  key: 'trang-thai',
                  label: 'Trạng thái',
                  options: Object.entries(states).map(([value, label]) => ({ value, label })),
                  holds: (mail, value) => stateOf(mail) === value,
                },
              ]}
              view={view}
              onView={setView}
              search="Tìm người nhận, việc…"
              exportName="thu-dien-tu"
              empty={
                <EmptyState icon={<IconMail aria-hidden="true" />} title="Chưa có thư nào">
                  Thư được tạo khi thông báo lịch, đổi lịch, mời hoặc nhắc; người nhận cần có địa chỉ thư trong tài
                  khoản.
                </EmptyState>
              }
            />
          ) : (
            <Skeleton lines={8} />
          )}
        </Card>
      </Stack>
      {opened && <MailDialog mail={opened} canSend={!data?.whyNot} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function MailBadge({ mail }: { mail: MailView }) {
  const state = stateOf(mail)
  const look = {
    sent: ['ok', <IconCheck key="i" aria-hidden="true" />],
    failed: ['late', <IconAlertTriangle key="i" aria-hidden="true" />],
    waiting: ['wait', <IconClock key="i" aria-hidden="true" />],
    held: ['wait', <IconClock key="i" aria-hidden="true" />],
    gathered: ['ok', <IconCheck key="i" aria-hidden="true" />],
  } as const
  const [tone, icon] = look[state]
  return (
    <StatusBadge tone={tone} icon={icon}>
      {states[state]}
    </StatusBadge>
  )
}

function MailDialog({ mail, canSend, onClose }: { mail: MailView; canSend: boolean; onClose: () => void }) {
  const sending = useSending()
  const again = () =>
    sending.send(async () => {
      await call(sendMailAgain, { params: { mailId: mail.mailId } })
      await queries.invalidateQueries({ queryKey: mailsQuery.queryKey })
      toast({ tone: 'good', text: 'Đã đưa thư vào hàng chờ gửi.' })
      onClose()
    })
  return (
    <Dialog
      title={mail.subject}
      onClose={onClose}
      actions={
        <>
          <Problem of={sending} />
          <Button onClick={onClose}>Đóng</Button>
          {mail.sentAt === null && canSend && (
            <Button kind="primary" busy={sending.busy} onClick={() => void again()}>
              Gửi lại
            </Button>
          )}
        </>
      }
    >
      <Stack gap={3}>
        {mail.problem && (
          <Message kind="error" lead={`Đã thử ${mail.attempts} lần, chưa gửi được.`}>
            Máy chủ thư trả lời: {mail.problem}
          </Message>
        )}
        <p>
          Gửi đến {mail.address}
          {mail.sentAt && `, đã gửi lúc ${formatInstant(mail.sentAt)}`}
        </p>
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mail.body}</p>
        {mail.attachments.length > 0 && <p>Kèm theo: {mail.attachments.join('; ')}</p>}
      </Stack>
    </Dialog>
  )
}
