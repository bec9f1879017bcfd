import { formatDate } from '@cchc/domain/formats/dates.ts'
import { leftInWords } from '@cchc/domain/logistics/ledger.ts'
import type { LedgerView } from '@cchc/domain/logistics/ledger-contract.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'

/** A cell of words: always text, so that "=1+1" is what somebody wrote and never a formula. */
const words = (value: string) => ({ value, type: String, wrap: true })
const money = (value: number) => ({ value, type: Number, format: '#,##0' })
const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })

/** The ledger as a workbook of three sheets: budget lines, months, costs. `note` stands over each, such as the illustrative mark. */
export async function writeLedgerXlsx({ lines, costs, months, totals }: LedgerView, note: string): Promise<Buffer> {
  const lineOf = new Map(lines.map((line) => [line.budgetLineId, line]))
  const code = (budgetLineId: string) => lineOf.get(budgetLineId)?.code ?? ''
  const over = note ? [[words(note)]] : []
  return writeWorkbook([
    {
      sheet: 'Dự toán',
      columns: [
        { width: 10 },
        { width: 44 },
        { width: 28 },
        { width: 18 },
        { width: 18 },
        { width: 18 },
        { width: 26 },
        { width: 30 },
      ],
      data: [
        ...over,
        [
          'Mã',
          'Nội dung',
          'Nguồn kinh phí',
          'Được duyệt (đồng)',
          'Đã chi (đồng)',
          'Còn lại (đồng)',
          'Tình hình',
          'Ghi chú',
        ].map(head),
        ...lines.map((line) => [
          words(line.code),
          words(line.name),
          words(line.source),
          money(line.approved),
          money(line.spent),
          money(line.left),
          words(leftInWords(line).words),
          words(line.note),
        ]),
        [
          words(''),
          head('Tổng cộng'),
          words(''),
          money(totals.approved),
          money(totals.spent),
          money(totals.left),
          words(leftInWords(totals).words),
          words(''),
        ],
      ],
    },
    {
      sheet: 'Theo tháng',
      columns: [{ width: 12 }, { width: 10 }, { width: 44 }, { width: 18 }],
      data: [
        ...over,
        ['Tháng', 'Mã', 'Nội dung', 'Đã chi (đồng)'].map(head),
        ...months.flatMap(({ month, spent, byLine }) => [
          ...byLine.map((line) => [
            words(monthInWords(month)),
            words(code(line.budgetLineId)),
            words(lineOf.get(line.budgetLineId)?.name ?? ''),
            money(line.spent),
          ]),
          [head(monthInWords(month)), words(''), head('Cộng tháng'), money(spent)],
        ]),
      ],
    },
    {
      sheet: 'Chứng từ chi',
      columns: [
        { width: 12 },
        { width: 10 },
        { width: 50 },
        { width: 18 },
        { width: 18 },
        { width: 14 },
        { width: 26 },
        { width: 30 },
        { width: 26 },
      ],
      data: [
        ...over,
        [
          'Ngày chi',
          'Mã',
          'Nội dung',
          'Số tiền (đồng)',
          'Chứng từ',
          'Ngày kiểm tra',
          'Đơn vị',
          'Lý do hủy',
          'Người ghi',
        ].map(head),
        ...costs.map((cost) => [
          words(formatDate(cost.spentOn)),
          words(code(cost.budgetLineId)),
          words(cost.what),
          money(cost.amount),
          words(cost.documentNumber),
          words(cost.visitOn ? formatDate(cost.visitOn) : ''),
          words(cost.unitName ?? ''),
          words(cost.reason),
          words(cost.enteredBy),
        ]),
      ],
    },
  ])
}

/** "2026-09" → "09/2026". */
function monthInWords(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
