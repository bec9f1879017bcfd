import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import {
  IconCalendarOff,
  IconChevronRight,
  IconCircleCheck,
  IconClock,
  IconFileOff,
  IconFileText,
  IconSend,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCampaignId, useMay, useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { matches } from '../ui/fold.ts'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { inspectionsQuery } from './data.ts'
import styles from './Visits.module.css'

const PacksPanel = lazy(() => import('./PacksPanel.tsx'))

/** Buổi kiểm tra: today's sessions first, then those to come, then those that are over. */
export default function VisitsPage() {
  const { today } = useSession()
  const mayRecord = useMay('fieldwork.record')
  const { data, error } = useQuery(inspectionsQuery(useCampaignId() ?? ''))
  const { tim = '' } = useSearch({ strict: false }) as { tim?: string }
  const navigate = useNavigate()
  const find = (text: string) =>
    void navigate({ to: '.', search: text ? { tim: text } : {}, replace: true, resetScroll: false })
  if (error && !data) throw error

  const rows = data?.inspections.filter(hasVisit).sort(byTime)
  const found = rows?.filter((row) => !tim || matches([row.unitName, row.place].join(' '), String(tim)))
  return (
    <Page title="Buổi kiểm tra" subtitle={rows ? summary(rows, today) : 'Đang tải…'}>
      {!rows || !found ? (
        <Card>
          <Skeleton lines={8} />
        </Card>
      ) : rows.length === 0 ? (
        <Card>
          <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Chưa có buổi kiểm tra nào được xếp lịch">
            Khi thư ký Đoàn xếp lịch, các buổi kiểm tra sẽ hiện ở đây theo ngày.
          </EmptyState>
        </Card>
      ) : (
        <>
          <input
            type="search"
            className={styles.search}
            placeholder="Tìm đơn vị, địa điểm…"
            aria-label="Tìm buổi kiểm tra"
            value={String(tim)}
            onChange={(event) => find(event.target.value)}
          />
          {found.length === 0 && (
            <Card>
              <EmptyState title="Không có buổi nào khớp" action={<Button onClick={() => find('')}>Bỏ tìm</Button>} />
            </Card>
          )}
          <Group title="Hôm nay" rows={found.filter((row) => row.visitOn === today && !isOver(row))} />
          <Group title="Chưa kết thúc" rows={found.filter((row) => row.visitOn < today && !isOver(row))} />
          <Group title="Sắp tới" rows={found.filter((row) => row.visitOn > today && !isOver(row))} />
          {mayRecord && (
            <Suspense>
              <PacksPanel rows={rows} />
            </Suspense>
          )}
          <Group title="Đã kiểm tra" rows={found.filter(isOver).reverse()} />
        </>
      )}
    </Page>
  )
}

type Visit = InspectionRow & { visitOn: string }

const hasVisit = (row: InspectionRow): row is Visit => row.visitOn !== null && row.state !== 'cancelled'
const isOver = ({ state }: InspectionRow) => ['visited', 'concluded', 'closed'].includes(state)
const halfOrder = (row: Visit) => (row.halfDay === 'afternoon' ? '2' : '1')
const byTime = (a: Visit, b: Visit) => (a.visitOn + halfOrder(a) < b.visitOn + halfOrder(b) ? -1 : 1)

function summary(rows: readonly Visit[], today: string): string {
  const todays = rows.filter((row) => row.visitOn === today).length
  const coming = rows.filter((row) => row.visitOn > today).length
  const over = rows.filter(isOver).length
  return `${todays > 0 ? `${todays} buổi hôm nay` : 'hôm nay không có buổi nào'} · ${coming} buổi sắp tới · ${over} buổi đã kiểm tra`
}

function Group({ title, rows }: { title: string; rows: readonly Visit[] }) {
  if (rows.length === 0) return null
  return (
    <Card title={title} aside={`${rows.length} buổi`}>
      <ul className={styles.visits}>
        {rows.map((row) => (
          <li key={row.inspectionId}>
            <Link
              className={styles.visit}
              to="/kiem-tra/$inspectionId/buoi-kiem-tra"
              params={{ inspectionId: row.inspectionId }}
            >
              <span className={styles.when}>
                {upperFirst(formatDateWithWeekday(row.visitOn))}
                <span className={styles.quiet}>{row.halfDay && halfDayNames[row.halfDay]}</span>
              </span>
              <span className={styles.where}>
                <strong>{row.unitName}</strong>
                <span className={styles.quiet}>{row.place}</span>
              </span>
              <Standing row={row} />
              <IconChevronRight className={styles.quiet} size={18} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What matters to who goes there: whether the visit is announced, begun or over, and whether the report has come. */
function Standing({ row }: { row: Visit }) {
  if (isOver(row)) return badge('ok', IconCircleCheck, 'Đã kiểm tra')
  if (row.state === 'opened') return badge('work', IconClock, 'Đột xuất, đang kiểm tra')
  if (row.stage === 'visiting') return badge('work', IconClock, 'Đang kiểm tra')
  if (row.state === 'scheduled') return badge('rest', IconSend, 'Chưa thông báo')
  if (row.reportSentAt) return badge('ok', IconFileText, 'Đã có báo cáo')
  return row.stage === 'report-late'
    ? badge('late', IconFileOff, 'Quá hạn gửi báo cáo')
    : badge('rest', IconFileOff, 'Chưa có báo cáo')
}

function badge(tone: 'ok' | 'work' | 'late' | 'rest', Icon: typeof IconClock, words: string) {
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words}
    </StatusBadge>
  )
}
