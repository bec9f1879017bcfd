import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { isOwed } from '@cchc/domain/conclusions/states.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '../conclusions/StateBadge.tsx'
import { dueInWords, recommendationLooks, standingOf } from '../conclusions/states.ts'
import { useCampaignId, useMay, useViewer } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CarriedCard } from './CarriedCard.tsx'
import { recommendationsQuery } from './data.ts'
import styles from './FollowUp.module.css'
import { StandingCounts, standings } from './StandingCounts.tsx'

const title = 'Theo dõi khắc phục'

/** Khắc phục: every recommendation of issued conclusions, overdue first; a unit's own people see just theirs. */
export default function FollowUpPage() {
  const campaignId = useCampaignId()
  const viewer = useViewer()
  const own = worksForInspectedUnit(viewer)
  const oversees = useMay('recommendation.oversee')
  const { data, error } = useQuery({ ...recommendationsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.recommendations
  return (
    <Page
      title={own ? 'Kiến nghị phải khắc phục' : title}
      subtitle={rows ? summary(rows) : 'Đang tải…'}
      actions={oversees && <Link to="/khac-phuc/qua-han">Quá hạn đã báo đến đâu</Link>}
    >
      {rows && rows.length > 0 && (
        <StandingCounts
          rows={rows}
          chosen={view.filters['trang-thai'] ?? ''}
          onChoose={(standing) => setView({ ...view, filters: { ...view.filters, 'trang-thai': standing } })}
        />
      )}
      <Card flush={Boolean(rows)}>
        <h2 className="hidden-visually">Danh sách</h2>
        {rows ? (
          <DataTable
            label="Kiến nghị"
            rows={rows}
            rowKey={(row) => row.recommendationId}
            columns={own ? columns.filter(({ key }) => key !== 'don-vi') : columns}
            filters={filtersFor(rows)}
            view={view}
            onView={setView}
            search="Tìm nội dung, đơn vị, lĩnh vực…"
            exportName="theo-doi-khac-phuc"
            empty={
              <EmptyState icon={<IconRefresh aria-hidden="true" />} title="Chưa có kiến nghị nào phải khắc phục">
                {own
                  ? 'Khi thông báo kết luận của đơn vị được ban hành, các kiến nghị phải làm và hạn của từng việc hiện ở đây.'
                  : 'Kiến nghị của mỗi thông báo kết luận hiện ở đây ngay khi thông báo được ban hành.'}
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
      <CarriedCard rows={data?.carried ?? []} own={own} />
    </Page>
  )
}

function summary(rows: readonly RecommendationView[]): string {
  if (rows.length === 0) return 'Chưa có kiến nghị'
  const units = new Set(rows.map(({ unitCode }) => unitCode)).size
  const verified = rows.filter(({ state }) => state === 'verified').length
  return [`${rows.length} kiến nghị`, ...(units > 1 ? [`${units} đơn vị`] : []), `${verified} đã khắc phục xong`].join(
    ' · ',
  )
}

const isUnitOwing = ({ state, addresseeKind }: RecommendationView) => addresseeKind === 'unit' && isOwed(state)

/** What was asked and granted of more time. */
function timeInWords({ waitsForTime, extended }: RecommendationView): string {
  if (waitsForTime) return 'chờ quyết định gia hạn'
  return extended > 0 ? `đã gia hạn ${extended} lần` : ''
}

/** The choices of what waits for a decision on more time, and of what was given some. */
const waiting = 'waiting'
const given = 'given'
/** The choice of everything that waits for the unit, overdue or not. */
const owed = 'owed'

const columns: Column<RecommendationView>[] = [
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
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: (row) => (row.addresseeKind === 'unit' ? row.unitName : `${row.unitName}; gửi ${row.addressee}`),
    width: '15%',
  },
  {
    key: 'linh-vuc',
    header: 'Lĩnh vực',
    text: (row) => row.fieldName,
    width: '17%',
    render: (row) => <span className={styles.quiet}>{row.fieldName}</span>,
  },
  {
    key: 'han',
    header: 'Hạn',
    text: (row) => [formatDate(row.dueOn), dueInWords(row), timeInWords(row)].filter(Boolean).join(' · '),
    sortBy: (row) => row.dueOn,
    oneLine: true,
    width: 170,
    render: (row) => (
      <>
        {formatDate(row.dueOn)}
        <span className={row.overdue ? styles.late : styles.left}>{dueInWords(row)}</span>
        {timeInWords(row) && <span className={styles.left}>{timeInWords(row)}</span>}
      </>
    ),
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: (row) => recommendationLooks[standingOf(row)].words,
    sortBy: (row) => standings.indexOf(standingOf(row)),
    oneLine: true,
    onCard: 'aside',
    width: 176,
    render: (row) => <StateBadge look={recommendationLooks[standingOf(row)]} />,
  },
]

/** The filters with how many rows each choice holds. */
function filtersFor(rows: readonly RecommendationView[]): Filter<RecommendationView>[] {
  const counted = (label: string, count: number) => `${label} (${count})`
  const choices = (keyOf: (row: RecommendationView) => string, nameOf: (row: RecommendationView) => string) => {
    const names = new Map(rows.map((row) => [keyOf(row), nameOf(row)]))
    return [...names]
      .map(([value, name]) => ({ value, name, count: rows.filter((row) => keyOf(row) === value).length }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
      .map(({ value, name, count }) => ({ value, label: counted(name, count) }))
  }
  const units = choices(
    (row) => row.unitCode,
    (row) => row.unitName,
  )
  const fields = choices(
    (row) => row.fieldKey,
    (row) => row.fieldName,
  )
  return [
    ...(units.length > 1
      ? [
          {
            key: 'don-vi',
            label: 'Đơn vị',
            options: units,
            holds: (row: RecommendationView, value: string) => row.unitCode === value,
          },
        ]
      : []),
    {
      key: 'linh-vuc',
      label: 'Lĩnh vực',
      options: fields,
      holds: (row, value) => row.fieldKey === value,
    },
    {
      key: 'trang-thai',
      label: 'Trạng thái',
      options: [
        ...standings.map((standing) => ({
          value: standing as string,
          label: counted(
            recommendationLooks[standing].words,
            rows.filter((row) => standingOf(row) === standing).length,
          ),
        })),
        { value: owed, label: counted('Đơn vị còn phải làm', rows.filter(isUnitOwing).length) },
      ],
      holds: (row, value) => (value === owed ? isUnitOwing(row) : standingOf(row) === value),
    },
    {
      key: 'gia-han',
      label: 'Gia hạn',
      options: [
        {
          value: waiting,
          label: counted('Chờ quyết định gia hạn', rows.filter(({ waitsForTime }) => waitsForTime).length),
        },
        { value: given, label: counted('Đã được gia hạn', rows.filter(({ extended }) => extended > 0).length) },
      ],
      holds: (row, value) => (value === waiting ? row.waitsForTime : row.extended > 0),
    },
  ]
}
