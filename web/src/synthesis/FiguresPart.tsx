import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import type { SynthesisView, TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { methodInWords, valueInWords } from '@cchc/domain/synthesis/report-of-view.ts'
import { IconChartBar, IconDownload } from '@tabler/icons-react'
import { useTableView } from '../platform/table-view.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { csvOf, saveFile } from '../ui/csv.ts'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CompareCard } from './CompareCard.tsx'
import { figuresByUnit } from './figures-by-unit.ts'
import { SourcesPanel } from './SourcesPanel.tsx'
import styles from './Synthesis.module.css'
import { useWord } from './use-word.ts'

/** Totals and rates of the outline's figures across units; every number opens to the cells it came from. */
export function FiguresPart({ view }: { view: SynthesisView }) {
  const [tableView, setTableView] = useTableView('sl')
  const [opened, open] = useWord('nguon')
  const [compared, compare] = useWord('so-sanh')
  const figures = view.figures.filter(({ sources, missing }) => sources.length + missing.length > 0)
  const shown = figures.find(({ itemKey }) => itemKey === opened)
  return (
    <div className={styles.figures}>
      <Card flush>
        <h2 className="hidden-visually">Số liệu tổng hợp</h2>
        <DataTable
          label="Số liệu tổng hợp"
          rows={figures}
          rowKey={({ itemKey }) => itemKey}
          columns={columnsOf(open, compare)}
          filters={filtersFor(figures)}
          view={tableView}
          onView={setTableView}
          search="Tìm chỉ tiêu…"
          exportName="so-lieu-tong-hop"
          exports={
            <Button
              size="s"
              icon={<IconDownload size={15} aria-hidden="true" />}
              onClick={() =>
                saveFile('so-lieu-theo-don-vi.csv', csvOf(figuresByUnit(figures)), 'text/csv;charset=utf-8')
              }
            >
              Tải theo đơn vị
            </Button>
          }
          empty={
            <EmptyState icon={<IconChartBar aria-hidden="true" />} title="Chưa có số liệu để tổng hợp">
              Số liệu được cộng và tính lại ngay khi đơn vị đầu tiên gửi báo cáo; số Đoàn đã xác minh thay cho số báo
              cáo.
            </EmptyState>
          }
        />
      </Card>
      {figures.length > 0 && <CompareCard figures={figures} chosen={compared} onChoose={compare} onSources={open} />}
      {shown && <SourcesPanel figure={shown} onClose={() => open('')} />}
    </div>
  )
}

function columnsOf(open: (key: string) => void, compare: (key: string) => void): Column<TracedFigure>[] {
  return [
    {
      key: 'chi-tieu',
      header: 'Chỉ tiêu',
      text: ({ label, sectionTitle }) => `${upperFirst(label)} (${sectionTitle})`,
      sortable: false,
      render: ({ label, sectionTitle }) => (
        <>
          {upperFirst(label)}
          <span className={styles.section}>{sectionTitle}</span>
        </>
      ),
    },
    {
      key: 'ket-qua',
      header: 'Kết quả',
      align: 'end',
      oneLine: true,
      text: ({ kind, unit, value }) => valueInWords({ kind, unit, value }),
      sortBy: ({ value }) => value,
      render: (figure) => (
        <button
          type="button"
          className={styles.value}
          onClick={() => open(figure.itemKey)}
          aria-label={`${valueInWords(figure)}: ${figure.label}, xem nguồn`}
        >
          {formatAnswer(figure, figure.value)}
          {figure.kind === 'number' && figure.value !== null && figure.unit && (
            <>
              {' '}
              <span className={styles.unit}>{figure.unit}</span>
            </>
          )}
        </button>
      ),
    },
    {
      key: 'cach-tinh',
      header: 'Cách tổng hợp',
      text: (figure) => upperFirst(methodInWords(figure)),
      sortBy: ({ sources }) => sources.length,
      render: (figure) => <span className={styles.note}>{upperFirst(methodInWords(figure))}</span>,
    },
    {
      key: 'so-sanh',
      header: <span className="hidden-visually">So sánh</span>,
      headerText: 'Đơn vị tính',
      sortable: false,
      onCard: 'none',
      text: ({ unit, kind }) => unit ?? (kind === 'percent' ? '%' : ''),
      render: ({ itemKey, label }) => (
        <IconButton size="s" label={`So sánh các đơn vị: ${label}`} onClick={() => compare(itemKey)}>
          <IconChartBar size={17} aria-hidden="true" />
        </IconButton>
      ),
    },
  ]
}

function filtersFor(figures: readonly TracedFigure[]): Filter<TracedFigure>[] {
  const sections = [...new Set(figures.map(({ sectionTitle }) => sectionTitle))]
  return [
    {
      key: 'muc',
      label: 'Mục',
      options: sections.map((title) => ({ value: title, label: title })),
      holds: ({ sectionTitle }, value) => sectionTitle === value,
    },
    {
      key: 'loai',
      label: 'Loại',
      options: [
        { value: 'number', label: 'Tổng số' },
        { value: 'percent', label: 'Tỷ lệ' },
        { value: 'money', label: 'Kinh phí' },
      ],
      holds: ({ kind }, value) => kind === value,
    },
  ]
}
