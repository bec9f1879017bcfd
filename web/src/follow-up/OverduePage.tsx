import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { rankNames } from '@cchc/domain/follow-up/escalation.ts'
import type { ClimbRow, OverdueRecommendation } from '@cchc/domain/follow-up/oversight-contract.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { IconArrowLeft, IconCheck, IconCircleDashed, IconCircleX, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCampaignId } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './FollowUp.module.css'
import { overdueQuery } from './oversight-data.ts'

/** Quá hạn: what units are late with, and whom each has climbed to. */
export default function OverduePage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...overdueQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.recommendations
  return (
    <Page
      title="Kiến nghị quá hạn"
      subtitle={rows ? summary(rows) : 'Đang tải…'}
      above={
        <Link to="/khac-phuc" className={styles.back}>
          <IconArrowLeft size={15} aria-hidden="true" /> Theo dõi khắc phục
        </Link>
      }
    >
      <p className={styles.quiet}>
        Nhắc công chức đầu mối khi còn 7 ngày làm việc, thêm lãnh đạo đơn vị khi còn 1 ngày; quá hạn 3 ngày làm việc báo
        Phó Trưởng đoàn Thường trực, quá 10 ngày báo Trưởng đoàn. Các mốc này là tham số của phần mềm. Việc chờ xác minh
        hoặc chờ quyết định gia hạn không bị nhắc.
      </p>
      <Card flush={Boolean(rows && rows.length > 0)}>
        <h2 className="hidden-visually">Danh sách</h2>
        {rows ? (
          <DataTable
            label="Kiến nghị quá hạn"
            rows={rows}
            rowKey={(row) => row.recommendationId}
            columns={columns}
            view={view}
            onView={setView}
            search="Tìm đơn vị, nội dung…"
            exportName="kien-nghi-qua-han"
            empty={
              <EmptyState icon={<IconRefresh aria-hidden="true" />} title="Không có kiến nghị nào quá hạn">
                Kiến nghị đơn vị chưa báo cáo khi hết hạn hiện ở đây, cùng những người đã được nhắc.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={8} />
        )}
      </Card>
    </Page>
  )
}

function summary(rows: readonly OverdueRecommendation[]): string {
  const units = new Set(rows.map(({ unitCode }) => unitCode)).size
  const waiting = rows.filter(({ waitsForTime }) => waitsForTime).length
  return [
    `${rows.length} kiến nghị của ${units} đơn vị`,
    ...(waiting > 0 ? [`${waiting} chờ quyết định gia hạn`] : []),
  ].join(' · ')
}

const columns: Column<OverdueRecommendation>[] = [
  {
    key: 'noi-dung',
    header: 'Kiến nghị',
    text: (row) => row.text,
    render: (row) => (
      <span className={styles.asked}>
        <Link to="/khac-phuc/$recommendationId" params={{ recommendationId: row.recommendationId }}>
          {row.text}
        </Link>
      </span>
    ),
  },
  { key: 'don-vi', header: 'Đơn vị', text: (row) => row.unitName, width: '16%' },
  {
    key: 'han',
    header: 'Hạn',
    text: (row) =>
      [formatDate(row.dueOn), workingDaysLeftInWords(row.workingDaysLeft), row.waitsForTime && 'chờ quyết định gia hạn']
        .filter(Boolean)
        .join(' · '),
    sortBy: (row) => row.dueOn,
    oneLine: true,
    width: 190,
    render: (row) => (
      <>
        {formatDate(row.dueOn)}
        <span className={styles.late}>{workingDaysLeftInWords(row.workingDaysLeft)}</span>
        {row.waitsForTime && <span className={styles.left}>chờ quyết định gia hạn</span>}
      </>
    ),
  },
  {
    key: 'bac-nhac',
    header: 'Đã báo đến đâu',
    text: (row) => row.climb.map(rungInWords).join('; '),
    sortBy: (row) => row.climb.filter(({ reached }) => reached).length,
    onCard: 'plain',
    width: '32%',
    render: (row) => (
      <ol className={styles.climb}>
        {row.climb.map((rung) => (
          <li className={styles.climbStep} key={rung.step} data-reached={rung.reached || undefined}>
            {rung.told ? (
              <IconCheck size={15} aria-hidden="true" />
            ) : rung.reached ? (
              <IconCircleX size={15} aria-hidden="true" />
            ) : (
              <IconCircleDashed size={15} aria-hidden="true" />
            )}
            <span title={rung.told?.people.join(', ')}>{rungInWords(rung)}</span>
          </li>
        ))}
      </ol>
    ),
  },
]

/** The newest of those a row reaches, and when they were told. */
function rungInWords({ to, on, reached, told }: ClimbRow): string {
  const who = upperFirst(rankNames[to.at(-1) ?? 'officers'])
  if (told) return `${who}: ${formatInstant(told.at)}`
  return reached ? `${who}: chưa nhắc (mốc ${formatDate(on)})` : `${who}: từ ${formatDate(on)}`
}
