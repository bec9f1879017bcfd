import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import { leftInWords } from '@cchc/domain/logistics/ledger.ts'
import { type BudgetLineView, type CostView, downloadLedger } from '@cchc/domain/logistics/ledger-contract.ts'
import { IconAlertTriangle, IconCheck, IconClock, IconCoins, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DownloadButton } from '../documents/DownloadButton.tsx'
import { call } from '../platform/api.ts'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useLocalView } from '../ui/table-view.ts'
import { BudgetLineDialog } from './BudgetLineDialog.tsx'
import { CostDialog } from './CostDialog.tsx'
import { CostsCard } from './CostsCard.tsx'
import { ledgerQuery } from './data.ts'
import styles from './Logistics.module.css'
import { MonthsCard } from './MonthsCard.tsx'

/** Budget lines, months and costs of the campaign. */
export function LedgerPart({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(ledgerQuery(campaignId))
  const mayEdit = useMay('ledger.edit')
  const [view, setView] = useLocalView()
  const [line, setLine] = useState<BudgetLineView | 'new' | null>(null)
  const [cost, setCost] = useState<CostView | 'new' | null>(null)
  if (error && !data) throw error
  if (!data)
    return (
      <Card>
        <Skeleton lines={10} />
      </Card>
    )
  const { lines, totals, months } = data
  const addLine = mayEdit && (
    <Button
      size="s"
      kind={lines.length === 0 ? 'primary' : 'plain'}
      icon={<IconPlus size={15} aria-hidden="true" />}
      onClick={() => setLine('new')}
    >
      Thêm dòng kinh phí
    </Button>
  )
  return (
    <Stack>
      {lines.length > 0 && (
        <div className={styles.totals}>
          <Total label="Được duyệt" words={formatMoney(totals.approved)} />
          <Total label="Đã chi" words={formatMoney(totals.spent)} />
          <Total label={totals.left < 0 ? 'Vượt dự toán' : 'Còn lại'} words={formatMoney(Math.abs(totals.left))}>
            {leftInWords(totals).tone !== 'ok' && <Left line={totals} />}
          </Total>
        </div>
      )}
      <Card title="Dự toán" aside={lines.length > 0 && addLine} flush>
        <DataTable
          label="Dự toán"
          rows={lines}
          rowKey={({ budgetLineId }) => budgetLineId}
          view={view}
          onView={setView}
          search={false}
          exportName="du-toan"
          exports={
            <DownloadButton size="s" fetchFile={() => call(downloadLedger, { params: { campaignId } })}>
              Tải Excel
            </DownloadButton>
          }
          columns={[
            {
              key: 'name',
              header: 'Dòng kinh phí',
              text: ({ code, name }) => `${code} ${name}`,
              render: ({ code, name, closed }) => (
                <>
                  <strong>{code}</strong> {name} {closed && <span className={styles.quiet}>(đã khóa)</span>}
                </>
              ),
            },
            { key: 'source', header: 'Nguồn', text: ({ source }) => source },
            {
              key: 'approved',
              header: 'Được duyệt',
              text: ({ approved }) => formatMoney(approved),
              sortBy: ({ approved }) => approved,
              align: 'end',
              oneLine: true,
            },
            {
              key: 'spent',
              header: 'Đã chi',
              text: ({ spent }) => formatMoney(spent),
              sortBy: ({ spent }) => spent,
              align: 'end',
              oneLine: true,
            },
            {
              key: 'left',
              header: 'Tình hình',
              text: (row) => leftInWords(row).words,
              sortBy: ({ left }) => left,
              oneLine: true,
              render: (row) => <Left line={row} />,
            },
            ...(mayEdit
              ? [
                  {
                    key: 'act',
                    header: '',
                    headerText: 'Việc',
                    text: () => '',
                    align: 'end' as const,
                    onCard: 'plain' as const,
                    render: (row: BudgetLineView) => (
                      <Button
                        size="s"
                        kind="quiet"
                        aria-label={`Sửa dòng kinh phí ${row.code}`}
                        onClick={() => setLine(row)}
                      >
                        Sửa
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
          empty={
            <EmptyState icon={<IconCoins aria-hidden="true" />} title="Chưa có dòng kinh phí nào" action={addLine}>
              Ghi các dòng dự toán được duyệt (xăng xe, công tác phí, in ấn…) rồi ghi khoản chi theo từng dòng.
            </EmptyState>
          }
        />
      </Card>
      {lines.length > 0 && (
        <CostsCard
          ledger={data}
          onAdd={mayEdit ? () => setCost('new') : undefined}
          onEdit={mayEdit ? setCost : undefined}
        />
      )}
      {months.length > 0 && <MonthsCard ledger={data} />}
      {line && (
        <BudgetLineDialog campaignId={campaignId} line={line === 'new' ? null : line} onClose={() => setLine(null)} />
      )}
      {cost && (
        <CostDialog
          campaignId={campaignId}
          lines={lines}
          cost={cost === 'new' ? null : cost}
          onClose={() => setCost(null)}
        />
      )}
    </Stack>
  )
}

function Total({ label, words, children }: { label: string; words: string; children?: ReactNode }) {
  return (
    <div className={styles.total}>
      <span className={styles.quiet}>{label}</span>
      <strong>{words}</strong>
      {children}
    </div>
  )
}

const icons = { ok: IconCheck, wait: IconClock, late: IconAlertTriangle }

/** What is left of a line, as words with their icon. */
function Left({ line }: { line: { approved: number; left: number } }) {
  const { tone, words } = leftInWords(line)
  const Icon = icons[tone]
  return (
    <span>
      <StatusBadge tone={tone} icon={<Icon size={14} aria-hidden="true" />}>
        {words}
      </StatusBadge>
    </span>
  )
}
