import { handleViolation, listViolations, type ViolationFlag } from '@cchc/domain/follow-up/violation-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconAlertOctagon, IconArrowBackUp, IconCheck, IconClock } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { useCampaignId } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './FollowUp.module.css'

const ViolationRolesDialog = lazy(() => import('./ViolationRolesDialog.tsx'))

const violationsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'violation-flags'],
    queryFn: ({ signal }) => call(listViolations, { params: { campaignId }, signal }),
  })

/** Vi phạm cần xử lý: seen by those who handle them, and nobody else. */
export default function ViolationsPage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...violationsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  const [opened, setOpened] = useState<ViolationFlag | null>(null)
  const [choosing, setChoosing] = useState(false)
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.flags
  const waiting = rows?.filter(({ handledAt, withdrawnAt }) => handledAt === null && withdrawnAt === null).length
  return (
    <Page
      title="Vi phạm cần xử lý"
      subtitle={rows ? `${rows.length} vi phạm · ${waiting} chưa xử lý` : 'Đang tải…'}
      actions={
        <Button aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          Ai xem trang này
        </Button>
      }
    >
      <p className={styles.quiet}>
        Chỉ người có thẩm quyền thấy trang này; đơn vị, thành viên Đoàn và cả người báo đều không thấy.
      </p>
      <Card flush={Boolean(rows && rows.length > 0)}>
        <h2 className="hidden-visually">Danh sách</h2>
        {rows ? (
          <DataTable
            label="Vi phạm cần xử lý"
            rows={rows}
            rowKey={({ flagId }) => flagId}
            columns={columns(setOpened)}
            view={view}
            onView={setView}
            search="Tìm đơn vị, nội dung…"
            exportName="vi-pham-can-xu-ly"
            empty={
              <EmptyState icon={<IconAlertOctagon aria-hidden="true" />} title="Không có vi phạm nào được chuyển đến">
                Thành viên Đoàn chuyển vi phạm từ phần Phát hiện của buổi kiểm tra; nội dung hiện ở đây.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </Card>
      {opened && campaignId && <OutcomeDialog flag={opened} campaignId={campaignId} onClose={() => setOpened(null)} />}
      {choosing && (
        <Suspense>
          <ViolationRolesDialog onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </Page>
  )
}

const columns = (open: (flag: ViolationFlag) => void): Column<ViolationFlag>[] => [
  { key: 'don-vi', header: 'Đơn vị', text: ({ unitName }) => unitName, width: '16%' },
  {
    key: 'noi-dung',
    header: 'Vi phạm',
    text: ({ about, why }) => `${about}. Vì sao cần xử lý: ${why}`,
    onCard: 'plain',
    render: ({ about, why }) => (
      <>
        <b>{about}</b>
        <span className={styles.left}>{why}</span>
      </>
    ),
  },
  {
    key: 'nguoi-bao',
    header: 'Người báo',
    text: ({ flaggedBy, flaggedAt }) => `${flaggedBy}, ${formatInstant(flaggedAt)}`,
    sortBy: ({ flaggedAt }) => flaggedAt,
    width: '18%',
  },
  {
    key: 'xu-ly',
    header: 'Xử lý',
    text: ({ handledBy, handledAt, outcome, withdrawnAt, withdrawnWhy }) =>
      handledAt
        ? `${outcome} (${handledBy}, ${formatInstant(handledAt)})`
        : withdrawnAt
          ? `đã rút: ${withdrawnWhy}`
          : 'chưa xử lý',
    width: '26%',
    render: (flag) => (
      <>
        <Standing flag={flag} />
        {flag.withdrawnWhy && <span className={styles.left}>Lý do rút: {flag.withdrawnWhy}</span>}
        {flag.outcome && <span className={styles.left}>{flag.outcome}</span>}
        <div>
          <Button size="s" aria-haspopup="dialog" onClick={() => open(flag)}>
            {flag.handledAt ? 'Sửa kết quả' : 'Ghi kết quả'}
          </Button>
        </div>
      </>
    ),
  },
]

function Standing({ flag: { handledAt, withdrawnAt } }: { flag: ViolationFlag }) {
  if (handledAt === null && withdrawnAt !== null)
    return (
      <StatusBadge tone="rest" icon={<IconArrowBackUp aria-hidden="true" />}>
        Người báo đã rút
      </StatusBadge>
    )
  return (
    <StatusBadge
      tone={handledAt ? 'ok' : 'late'}
      icon={handledAt ? <IconCheck aria-hidden="true" /> : <IconClock aria-hidden="true" />}
    >
      {handledAt ? 'Đã xử lý' : 'Chưa xử lý'}
    </StatusBadge>
  )
}

function OutcomeDialog({
  flag,
  campaignId,
  onClose,
}: {
  flag: ViolationFlag
  campaignId: string
  onClose: () => void
}) {
  const save = async (outcome: string) => {
    const body = { revision: flag.revision, outcome }
    await call(handleViolation, { params: { flagId: flag.flagId }, body })
    await queries.invalidateQueries({ queryKey: violationsQuery(campaignId).queryKey })
    toast({ tone: 'good', text: 'Đã ghi kết quả xử lý.' })
  }
  return (
    <ConfirmDialog
      title={`Kết quả xử lý vi phạm tại ${flag.unitName}`}
      confirmLabel="Ghi kết quả"
      reasonLabel="Đã xử lý thế nào"
      onConfirm={save}
      onClose={onClose}
    >
      {flag.about}
      {flag.outcome && <p className={styles.quiet}>Đang ghi: {flag.outcome}</p>}
    </ConfirmDialog>
  )
}
