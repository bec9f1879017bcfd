import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import { amountProblem, mostOfOneCost } from '@cchc/domain/logistics/ledger.ts'
import {
  attachEvidence,
  type BudgetLineView,
  type CostView,
  recordCost,
  saveCost,
} from '@cchc/domain/logistics/ledger-contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { useSession } from '../platform/session.ts'
import { DateField } from '../ui/DateField.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics } from './data.ts'
import styles from './Logistics.module.css'

interface Props {
  campaignId: string
  lines: readonly BudgetLineView[]
  /** Null adds one. */
  cost: CostView | null
  onClose: () => void
}

const accepted = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx']

/** An actual cost with its receipt. */
export function CostDialog({ campaignId, lines, cost, onClose }: Props) {
  const { today } = useSession()
  const open = lines.filter(({ closed, budgetLineId }) => !closed || budgetLineId === cost?.budgetLineId)
  const [budgetLineId, setLine] = useState(cost?.budgetLineId ?? (open.length === 1 ? open[0]!.budgetLineId : ''))
  const [spentOn, setSpentOn] = useState<string | null>(cost?.spentOn ?? today)
  const [what, setWhat] = useState(cost?.what ?? '')
  const [amount, setAmount] = useState<number | null>(cost?.amount ?? null)
  const [documentNumber, setDocumentNumber] = useState(cost?.documentNumber ?? '')
  const [visitOn, setVisitOn] = useState<string | null>(cost?.visitOn ?? null)
  const [file, setFile] = useState<File | null>(null)
  /** What is on the server by now: a receipt that was refused must not enter the cost twice. */
  const [kept, setKept] = useState<CostView | null>(cost)
  const wrongAmount = amount === null ? null : amountProblem(amount, { least: 1, most: mostOfOneCost })
  const line = lines.find((one) => one.budgetLineId === budgetLineId)
  const leftAfter =
    line && amount !== null ? line.left + (cost?.budgetLineId === budgetLineId ? cost.amount : 0) - amount : 0

  const save = async () => {
    if (!budgetLineId || !spentOn || !what.trim() || amount === null)
      return 'Chọn dòng kinh phí, ghi ngày, nội dung và số tiền.'
    if (wrongAmount) return wrongAmount
    const body = { budgetLineId, spentOn, what, amount, documentNumber, visitOn }
    const saved = kept
      ? await call(saveCost, { params: { costId: kept.costId }, body: { ...body, revision: kept.revision } })
      : await call(recordCost, { params: { campaignId }, body: { ...body, inspectionId: null } })
    setKept(saved)
    if (file) await call(attachEvidence, { params: { costId: saved.costId }, file })
    await refreshLogistics()
    toast({ tone: 'good', text: `Đã ghi ${formatMoney(amount)}: ${what.trim()}.` })
  }

  return (
    <FormDialog
      title={cost ? 'Sửa khoản chi' : 'Ghi khoản chi'}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu khoản chi"
    >
      <SelectField
        label="Dòng kinh phí"
        required
        value={budgetLineId}
        onChange={setLine}
        placeholder="Chọn dòng kinh phí"
        options={open.map((one) => ({ value: one.budgetLineId, label: `${one.code} ${one.name}` }))}
      />
      <div className={styles.pair}>
        <DateField label="Ngày chi" required value={spentOn} onChange={setSpentOn} max={today} today={today} />
        <NumberField
          label="Số tiền (đồng)"
          required
          value={amount}
          read={readNumber}
          write={writeNumber}
          onCommit={setAmount}
          error={wrongAmount}
        />
      </div>
      {line && leftAfter < 0 && (
        <Message kind="warning" lead={`Vượt ${formatMoney(-leftAfter)}.`}>
          Dòng {line.code} sẽ chi quá số được duyệt; vẫn ghi được, kèm cảnh báo trong sổ.
        </Message>
      )}
      <TextField label="Nội dung" required value={what} onChange={setWhat} placeholder="Xăng xe đi kiểm tra" />
      <div className={styles.pair}>
        <TextField label="Số chứng từ" value={documentNumber} onChange={setDocumentNumber} />
        <DateField label="Cho ngày kiểm tra" value={visitOn} onChange={setVisitOn} today={today} />
      </div>
      <div>
        {(file || cost?.evidence) && (
          <p className={styles.quiet}>{file ? `Sẽ gửi: ${file.name}` : `Đang có: ${cost?.evidence?.name}`}</p>
        )}
        <FileDrop
          label={cost?.evidence ? 'Thay hóa đơn' : 'Chọn hóa đơn, biên nhận'}
          accept={accepted}
          maxBytes={attachEvidence.upload?.maxBytes ?? 0}
          hint="PDF, ảnh, Word, Excel; tối đa 20 MB."
          onFiles={([first]) => setFile(first ?? null)}
        />
      </div>
    </FormDialog>
  )
}
