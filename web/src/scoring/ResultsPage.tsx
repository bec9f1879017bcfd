import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatPoints } from '@cchc/domain/scoring/points.ts'
import { rankInWords } from '@cchc/domain/scoring/results.ts'
import {
  downloadScoringResults,
  exportScoringResults,
  type ScoringResults,
} from '@cchc/domain/scoring/results-contract.ts'
import { audienceNames, audiences, criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import { scoringStateNames } from '@cchc/domain/scoring/states.ts'
import { IconDownload, IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../platform/api.ts'
import { useCampaignId, useMay } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { resultsQuery } from './data.ts'
import styles from './Scoring.module.css'
import { StateBadge } from './StateBadge.tsx'

type Unit = ScoringResults['units'][number]
type Sheet = ScoringResults['sheets'][number]

/** Kết quả chấm điểm: agreed points by unit, group and criterion, with ranks and how complete they are. */
export default function ResultsPage() {
  const campaignId = useCampaignId()
  const seesUnits = useMay('scoring.read')
  const { data, error } = useQuery({ ...resultsQuery(campaignId ?? ''), enabled: campaignId !== null })
  if (error && !data) throw error
  const params = { campaignId: campaignId ?? '' }
  return (
    <Page
      title="Kết quả chấm điểm"
      above={seesUnits ? <Link to="/cham-diem">Chấm điểm</Link> : undefined}
      subtitle={data ? `${data.campaign.name} · số liệu lúc ${formatInstant(data.madeAt)}` : 'Đang tải…'}
      actions={
        data && (
          <>
            <ButtonAnchor
              href={addressOf(exportScoringResults.path, params)}
              download={`ket-qua-cham-diem-${data.campaign.year}.json`}
              icon={<IconDownload size={16} aria-hidden="true" />}
            >
              JSON có nguồn
            </ButtonAnchor>
            <ButtonAnchor
              kind="primary"
              href={addressOf(downloadScoringResults.path, params)}
              icon={<IconDownload size={16} aria-hidden="true" />}
            >
              Tải Excel
            </ButtonAnchor>
          </>
        )
      }
    >
      {data ? (
        <>
          <Message kind={data.completeness.agreed === data.completeness.units ? 'good' : 'note'}>
            {data.completeness.sentence} Thứ hạng tính riêng theo loại đơn vị; các đơn vị bằng điểm cùng hạng.
          </Message>
          {data.sheets.map((sheet) => (
            <SheetTable key={sheet.sheetId} results={data} sheet={sheet} linked={seesUnits} />
          ))}
        </>
      ) : (
        <Card>
          <Skeleton lines={8} />
        </Card>
      )}
    </Page>
  )
}

function SheetTable({ results, sheet, linked }: { results: ScoringResults; sheet: Sheet; linked: boolean }) {
  const [view, setView] = useTableView(`p${sheet.version}`)
  const [by, setBy] = useState<'group' | 'criterion'>('group')
  const rows = results.units.filter((unit) => unit.sheetId === sheet.sheetId)
  return (
    <Card title={`${sheet.content.title}, phiên bản ${sheet.version}`}>
      <RadioField
        look="segments"
        label="Cột điểm"
        value={by}
        onChange={(value) => setBy(value as 'group' | 'criterion')}
        options={[
          { value: 'group', label: 'Theo nhóm' },
          { value: 'criterion', label: 'Theo tiêu chí' },
        ]}
      />
      <div className={styles.points}>
        <DataTable
          label={`Điểm theo phiên bản ${sheet.version}`}
          rows={rows}
          rowKey={({ inspectionId }) => inspectionId}
          columns={columnsOf(sheet, by, linked)}
          filters={filters}
          view={view}
          onView={setView}
          search="Tìm đơn vị…"
          exportName={`ket-qua-cham-diem-${by === 'group' ? 'theo-nhom' : 'theo-tieu-chi'}`}
          empty={
            <EmptyState icon={<IconScale aria-hidden="true" />} title="Chưa có đơn vị nào theo phiên bản này">
              Đơn vị vào bảng khi cuộc kiểm tra theo kế hoạch của đơn vị được thêm vào đợt.
            </EmptyState>
          }
        />
      </div>
    </Card>
  )
}

const filters: Filter<Unit>[] = [
  {
    key: 'loai',
    label: 'Loại',
    options: audiences.map((audience) => ({ value: audience, label: audienceNames[audience] })),
    holds: (row, audience) => row.audience === audience,
  },
]

function columnsOf({ content }: Sheet, by: 'group' | 'criterion', linked: boolean): Column<Unit>[] {
  const parts: { key: string; header: string; of: (unit: Unit) => number | null }[] =
    by === 'group'
      ? content.groups.map(({ key, title }) => ({
          key,
          header: title,
          of: ({ byGroup }) => byGroup.find(({ groupKey }) => groupKey === key)?.points ?? null,
        }))
      : criteriaOf(content).map(({ criterion: { key, label } }) => ({
          key,
          header: label,
          of: ({ points }) => points.find(({ criterionKey }) => criterionKey === key)?.points ?? null,
        }))
  return [
    {
      key: 'don-vi',
      header: 'Đơn vị',
      text: ({ unitName }) => unitName,
      render: linked
        ? ({ inspectionId, unitName }) => (
            <Link to="/cham-diem/$inspectionId" params={{ inspectionId }}>
              {unitName}
            </Link>
          )
        : undefined,
    },
    {
      key: 'trang-thai',
      header: 'Trạng thái',
      text: ({ state }) => scoringStateNames[state],
      onCard: 'aside',
      oneLine: true,
      render: ({ state }) => <StateBadge state={state} />,
    },
    {
      key: 'hang',
      header: 'Thứ hạng',
      text: ({ rank }) => rankInWords(rank),
      sortBy: ({ rank }) => rank?.place ?? Number.MAX_SAFE_INTEGER,
    },
    {
      key: 'tong',
      header: 'Tổng điểm',
      text: ({ total, maximum }) => (total === null ? '—' : `${formatPoints(total)}/${formatPoints(maximum)}`),
      sortBy: ({ total }) => total ?? -1,
      align: 'end',
      oneLine: true,
    },
    ...parts.map(
      ({ key, header, of }): Column<Unit> => ({
        key: `${by}-${key}`,
        header,
        text: (unit) => (unit.total === null ? '' : formatPoints(of(unit))),
        sortBy: (unit) => of(unit) ?? -1,
        align: 'end',
      }),
    ),
  ]
}
