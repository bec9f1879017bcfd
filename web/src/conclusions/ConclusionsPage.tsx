import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import type { DocumentView } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconGavel, IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { documentsQuery } from '../documents/data.ts'
import { useCampaignId, useMay, useSession, useViewer } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { inspectionsQuery } from '../self-reports/data.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './Conclusions.module.css'
import { StateBadge } from './StateBadge.tsx'
import { conclusionLooks, conclusionStandings } from './states.ts'
import { TermsDialog } from './TermsDialog.tsx'

const title = 'Kết luận kiểm tra'

/** Kết luận: every visited unit with its conclusion, by when it is due and who holds the ball; a unit's people are led to theirs. */
export default function ConclusionsPage() {
  const { ownInspectionId } = useSession()
  const viewer = useViewer()
  if (worksForInspectedUnit(viewer)) {
    if (ownInspectionId)
      return <Navigate to="/ket-luan/$inspectionId" params={{ inspectionId: ownInspectionId }} replace />
    return (
      <Page title={title}>
        <Card>
          <EmptyState icon={<IconHourglass aria-hidden="true" />} title="Đơn vị chưa được kiểm tra">
            Thông báo kết luận của đơn vị hiện ở đây khi được ban hành.
          </EmptyState>
        </Card>
      </Page>
    )
  }
  return <ConclusionList />
}

interface Row extends InspectionRow {
  /** Number and date of the issued notice. */
  readonly notice: DocumentView | undefined
}

const visited: readonly InspectionRow['state'][] = ['visited', 'concluded', 'closed']

function ConclusionList() {
  const campaignId = useCampaignId() ?? ''
  const { data, error } = useQuery({ ...inspectionsQuery(campaignId), enabled: campaignId !== '' })
  const { data: issued } = useQuery({
    ...documentsQuery(campaignId),
    enabled: useMay('document.read') && campaignId !== '',
  })
  const mayDraft = useMay('conclusion.draft')
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const notices = issued?.documents.filter(({ kind, state }) => kind === 'conclusion-notice' && state === 'issued')
  const inspections = campaignId === '' ? [] : data?.inspections
  const rows = inspections
    ?.filter(({ state }) => visited.includes(state))
    .map((row): Row => ({ ...row, notice: notices?.find(({ inspectionId }) => inspectionId === row.inspectionId) }))
    .sort(byUrgency)
  return (
    <Page
      title={title}
      subtitle={rows ? summary(rows) : 'Đang tải…'}
      actions={
        mayDraft && (
          <>
            <TermsButton campaignId={campaignId} />
            <ButtonLink to="/ket-luan/mau-cau">Mẫu câu</ButtonLink>
          </>
        )
      }
    >
      <Card flush={Boolean(rows)}>
        <h2 className="hidden-visually">Danh sách</h2>
        {rows ? (
          <DataTable
            label="Kết luận của các đơn vị đã kiểm tra"
            rows={rows}
            rowKey={(row) => row.inspectionId}
            columns={columns}
            filters={filtersFor(rows)}
            view={view}
            onView={setView}
            search="Tìm đơn vị, số…"
            exportName="ket-luan-kiem-tra"
            empty={
              <EmptyState icon={<IconGavel aria-hidden="true" />} title="Chưa có đơn vị nào kiểm tra xong">
                Khi một buổi kiểm tra kết thúc và biên bản được khóa, đơn vị đó hiện ở đây để soạn thông báo kết luận.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
    </Page>
  )
}

/** Where the campaign's terms for drafts are set and changed. */
function TermsButton({ campaignId }: { campaignId: string }) {
  const [open, setOpen] = useState(false)
  if (campaignId === '') return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>Thời hạn lấy ý kiến dự thảo</Button>
      {open && <TermsDialog campaignId={campaignId} onClose={() => setOpen(false)} />}
    </>
  )
}

const isOut = ({ conclusionState }: InspectionRow) => conclusionState === 'issued' || conclusionState === 'replaced'
/** The conclusion's own deadline; once it is issued the next one is about remedies. */
const dueOf = (row: InspectionRow) => (isOut(row) ? null : row.next)
const isOverdue = (row: InspectionRow) => (dueOf(row)?.workingDays ?? 0) < 0

/** What still has to be issued first, the earliest due on top; then the issued ones, the newest on top. */
function byUrgency(a: Row, b: Row): number {
  const [dueA, dueB] = [dueOf(a)?.on, dueOf(b)?.on]
  if (dueA && dueB) return dueA < dueB ? -1 : Number(dueA > dueB)
  if (isOut(a) !== isOut(b)) return isOut(a) ? 1 : -1
  const [onA, onB] = [a.notice?.issuedOn ?? '', b.notice?.issuedOn ?? '']
  return onA > onB ? -1 : Number(onA < onB)
}

function summary(rows: readonly Row[]): string {
  const waiting = rows.filter((row) => !isOut(row))
  const late = waiting.filter(isOverdue).length
  return [
    `${rows.length - waiting.length}/${rows.length} đơn vị đã kiểm tra có kết luận`,
    ...(waiting.length > 0 ? [late > 0 ? `${late} kết luận quá hạn` : 'không kết luận nào quá hạn'] : []),
  ].join(' · ')
}

function dueWords(row: Row): string {
  if (row.notice) return `${row.notice.number}, ${formatDate(row.notice.issuedOn)}`
  if (isOut(row)) return 'Đã ban hành'
  const due = dueOf(row)
  if (!due?.on) return ''
  return `${formatDate(due.on)} · ${due.workingDays === null ? '' : workingDaysLeftInWords(due.workingDays)}`
}

const columns: Column<Row>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: (row) => row.unitName,
    render: (row) => (
      <Link to="/ket-luan/$inspectionId" params={{ inspectionId: row.inspectionId }}>
        {row.unitName}
      </Link>
    ),
  },
  {
    key: 'ngay',
    header: 'Ngày kiểm tra',
    text: (row) => (row.visitOn ? formatDate(row.visitOn) : ''),
    sortBy: (row) => row.visitOn,
    oneLine: true,
  },
  {
    key: 'trang-thai',
    header: 'Kết luận',
    text: (row) => conclusionLooks[row.conclusionState].words,
    sortBy: (row) => conclusionStandings.indexOf(row.conclusionState),
    oneLine: true,
    onCard: 'aside',
    render: (row) => <StateBadge look={conclusionLooks[row.conclusionState]} />,
  },
  {
    key: 'han',
    header: 'Hạn ban hành, số đã cấp',
    text: dueWords,
    sortBy: (row) => dueOf(row)?.on ?? row.notice?.issuedOn ?? null,
    oneLine: true,
    render: (row) => <span className={isOverdue(row) ? styles.overdue : undefined}>{dueWords(row) || '–'}</span>,
  },
  {
    key: 'giu-viec',
    header: 'Đang giữ việc',
    text: (row) => row.next?.holder ?? '',
    render: (row) => <span className={styles.quiet}>{row.next?.holder ?? '–'}</span>,
  },
  {
    key: 'kien-nghi',
    header: 'Kiến nghị',
    align: 'end',
    text: (row) =>
      row.recommendationsTotal > 0
        ? `${row.recommendationsTotal - row.recommendationsOpen} / ${row.recommendationsTotal} xong`
        : '',
    sortBy: (row) => row.recommendationsOpen,
    oneLine: true,
  },
]

function filtersFor(rows: readonly Row[]): Filter<Row>[] {
  const holders = [...new Set(rows.flatMap(({ next }) => next?.holder ?? []))]
  return [
    {
      key: 'trang-thai',
      label: 'Kết luận',
      options: conclusionStandings
        .filter((standing) => rows.some((row) => row.conclusionState === standing))
        .map((standing) => ({ value: standing, label: conclusionLooks[standing].words })),
      holds: (row, value) => row.conclusionState === value,
    },
    {
      key: 'han',
      label: 'Hạn',
      options: [
        { value: 'qua-han', label: 'Quá hạn ban hành' },
        { value: 'trong-han', label: 'Còn hạn' },
      ],
      holds: (row, value) => !isOut(row) && isOverdue(row) === (value === 'qua-han'),
    },
    {
      key: 'giu-viec',
      label: 'Đang giữ việc',
      options: holders.map((holder) => ({ value: holder, label: holder })),
      holds: (row, value) => row.next?.holder === value,
    },
  ]
}
