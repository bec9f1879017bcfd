import { formatPoints } from '@cchc/domain/scoring/points.ts'
import type { ScoringRow } from '@cchc/domain/scoring/scores-contract.ts'
import { audienceNames, audiences } from '@cchc/domain/scoring/sheet.ts'
import { scoringStateNames, scoringStates } from '@cchc/domain/scoring/states.ts'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useCampaignId, useMay } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { scoringsQuery } from './data.ts'
import { StateBadge } from './StateBadge.tsx'

const columns: Column<ScoringRow>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: ({ unitName }) => unitName,
    render: ({ inspectionId, unitName }) => (
      <Link to="/cham-diem/$inspectionId" params={{ inspectionId }}>
        {unitName}
      </Link>
    ),
  },
  { key: 'loai', header: 'Loại đơn vị', text: ({ audience }) => audienceNames[audience], onCard: 'none' },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: ({ state }) => scoringStateNames[state],
    sortBy: ({ state }) => scoringStates.indexOf(state),
    onCard: 'aside',
    render: ({ state }) => <StateBadge state={state} />,
  },
  {
    key: 'da-cham',
    header: 'Đoàn đã chấm',
    text: ({ scored, criteria }) => `${scored}/${criteria} tiêu chí`,
    sortBy: ({ scored }) => scored,
    align: 'end',
    oneLine: true,
  },
  points('tu-cham', 'Tự chấm', ({ totals }) => totals.self),
  points('doan-cham', 'Đoàn chấm', ({ totals }) => totals.team),
  points('thong-nhat', 'Thống nhất', ({ totals, state }) => (state === 'agreed' ? totals.agreed : null)),
  points('toi-da', 'Tối đa', ({ totals }) => totals.maximum),
]

function points(key: string, header: string, of: (row: ScoringRow) => number | null): Column<ScoringRow> {
  return {
    key,
    header,
    text: (row) => formatPoints(of(row)),
    sortBy: (row) => of(row) ?? -1,
    align: 'end',
    oneLine: true,
  }
}

const filters: Filter<ScoringRow>[] = [
  {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: scoringStates.map((state) => ({ value: state, label: scoringStateNames[state] })),
    holds: (row, state) => row.state === state,
  },
  {
    key: 'loai',
    label: 'Loại',
    options: audiences.map((audience) => ({ value: audience, label: audienceNames[audience] })),
    holds: (row, audience) => row.audience === audience,
  },
]

/** Chấm điểm: where the scores of each unit stand; a unit's own people are led on to theirs. */
export default function ScoringPage() {
  const campaignId = useCampaignId()
  const mayEdit = useMay('scoring.edit-sheet')
  const seesResults = useMay('scoring.results')
  const { data, error } = useQuery({ ...scoringsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const [only] = data?.units ?? []
  if (data?.units.length === 1 && only && !seesResults)
    return <Navigate to="/cham-diem/$inspectionId" params={{ inspectionId: only.inspectionId }} replace />
  const isOff = campaignId === null || data?.sheet === null
  return (
    <Page
      title="Chấm điểm"
      subtitle={data?.sheet ? `${data.sheet.title}, phiên bản ${data.sheet.version}` : isOff ? undefined : 'Đang tải…'}
      actions={
        <>
          {mayEdit && <ButtonLink to="/cham-diem/phieu">Phiếu chấm điểm</ButtonLink>}
          {seesResults && !isOff && (
            <ButtonLink kind="primary" to="/cham-diem/ket-qua">
              Kết quả
            </ButtonLink>
          )}
        </>
      }
    >
      <Card flush={Boolean(data && data.units.length > 0)}>
        <h2 className="hidden-visually">Các đơn vị</h2>
        {isOff ? (
          <EmptyState icon={<IconScale aria-hidden="true" />} title="Đợt kiểm tra này không chấm điểm">
            Chấm điểm chỉ bật khi thư ký Đoàn công bố một phiếu chấm điểm cho đợt kiểm tra.
          </EmptyState>
        ) : data ? (
          <DataTable
            label="Các đơn vị được chấm điểm"
            rows={data.units}
            rowKey={({ inspectionId }) => inspectionId}
            columns={columns}
            filters={filters}
            view={view}
            onView={setView}
            search="Tìm đơn vị…"
            exportName="cham-diem"
            empty={
              <EmptyState icon={<IconScale aria-hidden="true" />} title="Chưa có đơn vị nào để chấm">
                Đơn vị có tên ở đây khi cuộc kiểm tra theo kế hoạch của đơn vị được thêm vào đợt.
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
