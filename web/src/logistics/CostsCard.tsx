import { formatDate } from '@cchc/domain/formats/dates.ts'
import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import {
  type CostView,
  downloadEvidence,
  type LedgerView,
  reverseCost,
} from '@cchc/domain/logistics/ledger-contract.ts'
import { IconPlus, IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import { DownloadButton } from '../documents/DownloadButton.tsx'
import { call } from '../platform/api.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics } from './data.ts'
import styles from './Logistics.module.css'

interface Props {
  ledger: LedgerView
  onAdd?: () => void
  onEdit?: (cost: CostView) => void
}

/** Every cost, newest first; one that was taken back stays with its reversal. */
export function CostsCard({ ledger: { costs, lines, months }, onAdd, onEdit }: Props) {
  const [view, setView] = useTableView('chi')
  const [reversed, setReversed] = useState<CostView | null>(null)
  const codeOf = new Map(lines.map(({ budgetLineId, code }) => [budgetLineId, code]))
  const add = onAdd && (
    <Button kind="primary" size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={onAdd}>
      Ghi khoản chi
    </Button>
  )
  const reverse = ({ costId, revision, what }: CostView, reason: string) =>
    call(reverseCost, { params: { costId }, body: { revision, reason } }).then(async () => {
      await refreshLogistics()
      toast({ tone: 'good', text: `Đã hủy khoản chi “${what}”; dòng cũ vẫn giữ.` })
    })
  return (
    <Card title="Khoản chi" aside={costs.length > 0 && add} flush>
      <DataTable
        label="Khoản chi"
        rows={costs}
        rowKey={({ costId }) => costId}
        view={view}
        onView={setView}
        search="Tìm nội dung, chứng từ…"
        exportName="khoan-chi"
        filters={[
          {
            key: 'dong',
            label: 'Dòng kinh phí',
            options: lines.map(({ budgetLineId, code, name }) => ({ value: budgetLineId, label: `${code} ${name}` })),
            holds: (row, value) => row.budgetLineId === value,
          },
          {
            key: 'thang',
            label: 'Tháng',
            options: months.map(({ month }) => ({ value: month, label: `${month.slice(5)}/${month.slice(0, 4)}` })),
            holds: (row, value) => row.spentOn.startsWith(value),
          },
        ]}
        columns={[
          {
            key: 'what',
            header: 'Nội dung',
            text: ({ what, reason }) => (reason ? `${what} (${reason})` : what),
            render: ({ what, reason, reversedBy }) => (
              <>
                <span className={reversedBy ? styles.struck : undefined}>{what}</span>
                {reversedBy && <span className={styles.quiet}> đã hủy</span>}
                {reason && <span className={styles.quiet}> Lý do: {reason}</span>}
              </>
            ),
          },
          {
            key: 'day',
            header: 'Ngày chi',
            text: ({ spentOn }) => formatDate(spentOn),
            sortBy: ({ spentOn }) => spentOn,
            oneLine: true,
          },
          { key: 'line', header: 'Dòng', text: ({ budgetLineId }) => codeOf.get(budgetLineId) ?? '' },
          {
            key: 'amount',
            header: 'Số tiền',
            text: ({ amount }) => formatMoney(amount),
            sortBy: ({ amount }) => amount,
            align: 'end',
            oneLine: true,
            onCard: 'aside',
          },
          { key: 'document', header: 'Chứng từ', text: ({ documentNumber }) => documentNumber, oneLine: true },
          {
            key: 'for',
            header: 'Ngày, đơn vị kiểm tra',
            text: ({ visitOn, unitName }) => [visitOn && formatDate(visitOn), unitName].filter(Boolean).join(', '),
          },
          {
            key: 'act',
            header: '',
            headerText: 'Việc',
            text: () => '',
            align: 'end',
            oneLine: true,
            onCard: 'plain',
            render: (row) => (
              <>
                {row.evidence && (
                  <DownloadButton
                    size="s"
                    kind="quiet"
                    fetchFile={() => call(downloadEvidence, { params: { costId: row.costId } })}
                  >
                    Hóa đơn
                  </DownloadButton>
                )}
                {onEdit && !row.reverses && !row.reversedBy && (
                  <>
                    <Button size="s" kind="quiet" aria-label={`Sửa khoản chi ${row.what}`} onClick={() => onEdit(row)}>
                      Sửa
                    </Button>
                    <Button
                      size="s"
                      kind="quiet"
                      aria-label={`Hủy khoản chi ${row.what}`}
                      onClick={() => setReversed(row)}
                    >
                      Hủy
                    </Button>
                  </>
                )}
              </>
            ),
          },
        ]}
        empty={
          <EmptyState icon={<IconReceipt aria-hidden="true" />} title="Chưa có khoản chi nào" action={add}>
            Ghi từng khoản đã chi với ngày, số chứng từ và hóa đơn; tổng theo dòng và theo tháng tự cộng.
          </EmptyState>
        }
      />
      {reversed && (
        <ConfirmDialog
          title="Hủy khoản chi này?"
          confirmLabel="Hủy khoản chi"
          danger
          reasonLabel="Lý do hủy"
          onConfirm={(reason) => reverse(reversed, reason)}
          onClose={() => setReversed(null)}
        >
          “{reversed.what}”, {formatMoney(reversed.amount)}. Khoản cũ vẫn giữ; một dòng âm cùng số tiền được ghi vào hôm
          nay.
        </ConfirmDialog>
      )}
    </Card>
  )
}
