import { overlapGradeNames, overlapGrades } from '@cchc/domain/thematic/overlaps.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { IconStack2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTableView } from '../platform/table-view.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateBadge } from './StateBadge.tsx'
import styles from './Thematic.module.css'
import type { UnitOfRegistration } from './ThematicPage.tsx'
import { decisionInWords, lookOf } from './words.ts'

const unit: Column<UnitOfRegistration> = {
  key: 'don-vi',
  header: 'Đơn vị',
  text: (row) => row.unitName,
  render: (row) => (
    <Link to="/chuyen-de/$registrationId" params={{ registrationId: row.registrationId }}>
      {row.unitName}
    </Link>
  ),
}
const subject: Column<UnitOfRegistration> = {
  key: 'chuyen-de',
  header: 'Chuyên đề',
  text: (row) => row.registration.title,
}
const agency: Column<UnitOfRegistration> = {
  key: 'co-quan',
  header: 'Cơ quan',
  text: (row) => row.registration.agencyName,
}
const time: Column<UnitOfRegistration> = {
  key: 'thoi-gian',
  header: 'Thời gian dự kiến',
  text: (row) => wishInWords(row.wish),
  sortBy: (row) => row.wish.from,
}
const state: Column<UnitOfRegistration> = {
  key: 'trang-thai',
  header: 'Trạng thái',
  text: (row) => lookOf(row).words,
  oneLine: true,
  onCard: 'aside',
  render: (row) => <StateBadge unit={row} />,
}
const decision: Column<UnitOfRegistration> = {
  key: 'quyet-dinh',
  header: 'Quyết định, chồng chéo',
  text: outcome,
  onCard: 'plain',
  render: (row) => <span className={styles.quiet}>{outcome(row) || '–'}</span>,
}

/** What was decided; while it waits, what it meets. */
function outcome(row: UnitOfRegistration): string {
  if (row.state !== 'registered') return decisionInWords(row)
  const [nearest] = [...row.overlaps].sort((a, b) => overlapGrades.indexOf(a.grade) - overlapGrades.indexOf(b.grade))
  if (!nearest) return 'Không chồng chéo'
  const others = row.overlaps.length > 1 ? ` và ${row.overlaps.length - 1} cuộc khác` : ''
  return nearest.kind === 'planned'
    ? `${overlapGradeNames[nearest.grade]} với kế hoạch${others}`
    : `${overlapGradeNames[nearest.grade]} với cơ quan khác${others}`
}

const ofDepartment = [unit, subject, time, state, decision]
const ofOffice = [unit, subject, agency, time, state, decision]

function filtersFor(units: readonly UnitOfRegistration[], own: boolean): Filter<UnitOfRegistration>[] {
  const distinct = (of: (row: UnitOfRegistration) => string) =>
    [...new Set(units.map(of))].sort((a, b) => a.localeCompare(b, 'vi'))
  const states: Filter<UnitOfRegistration> = {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: distinct((row) => lookOf(row).words).map((words) => ({ value: words, label: words })),
    holds: (row, value) => lookOf(row).words === value,
  }
  if (own) return [states]
  return [
    states,
    {
      key: 'co-quan',
      label: 'Cơ quan',
      options: distinct((row) => row.registration.agencyName).map((name) => ({ value: name, label: name })),
      holds: (row, value) => row.registration.agencyName === value,
    },
  ]
}

/** Every unit of every registration as a list: sorted, filtered and searched in the address, exported as it is seen. */
export function RegistrationTable({ units, own }: { units: readonly UnitOfRegistration[]; own: boolean }) {
  const [view, setView] = useTableView()
  return (
    <DataTable
      label="Các cuộc kiểm tra chuyên đề đã đăng ký"
      rows={units}
      rowKey={(row) => row.inspectionId}
      columns={own ? ofDepartment : ofOffice}
      filters={filtersFor(units, own)}
      view={view}
      onView={setView}
      search="Tìm đơn vị, chuyên đề, cơ quan…"
      exportName="kiem-tra-chuyen-de"
      empty={
        <EmptyState
          icon={<IconStack2 aria-hidden="true" />}
          title="Chưa có đăng ký kiểm tra chuyên đề"
          action={own && <ButtonLink to="/chuyen-de/dang-ky">Đăng ký chuyên đề đầu tiên</ButtonLink>}
        >
          {own
            ? 'Đăng ký nội dung, đơn vị và thời gian dự kiến. Sở Nội vụ xem chồng chéo rồi lồng ghép vào buổi kiểm tra chung hoặc cho kiểm tra riêng.'
            : 'Đầu mối của các sở, ngành đăng ký; phần mềm chỉ ra chồng chéo để lồng ghép.'}
        </EmptyState>
      }
    />
  )
}
