import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import { amountProblem, mostApproved } from '@cchc/domain/logistics/ledger.ts'
import { addBudgetLine, type BudgetLineView, saveBudgetLine } from '@cchc/domain/logistics/ledger-contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics } from './data.ts'
import styles from './Logistics.module.css'

interface Props {
  campaignId: string
  /** Null adds one. */
  line: BudgetLineView | null
  onClose: () => void
}

/** A budget line: what was approved and where the money comes from. */
export function BudgetLineDialog({ campaignId, line, onClose }: Props) {
  const [code, setCode] = useState(line?.code ?? '')
  const [name, setName] = useState(line?.name ?? '')
  const [approved, setApproved] = useState<number | null>(line?.approved ?? null)
  const [source, setSource] = useState(line?.source ?? 'Nguồn kinh phí CCHC')
  const [note, setNote] = useState(line?.note ?? '')
  const [closed, setClosed] = useState(line?.closed ?? false)
  const wrongAmount = approved === null ? null : amountProblem(approved, { least: 0, most: mostApproved })

  const save = async () => {
    if (!code.trim() || !name.trim() || approved === null) return 'Ghi mã, nội dung và số tiền được duyệt.'
    if (wrongAmount) return wrongAmount
    const body = { code, name, approved, source, note }
    if (line)
      await call(saveBudgetLine, {
        params: { budgetLineId: line.budgetLineId },
        body: { ...body, closed, revision: line.revision },
      })
    else await call(addBudgetLine, { params: { campaignId }, body })
    await refreshLogistics()
    toast({ tone: 'good', text: `Đã lưu dòng kinh phí ${code.trim()}: ${formatMoney(approved)}.` })
  }

  return (
    <FormDialog
      title={line ? `Sửa dòng kinh phí ${line.code}` : 'Thêm dòng kinh phí'}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu dòng kinh phí"
    >
      <div className={styles.pair}>
        <TextField label="Mã" required value={code} onChange={setCode} placeholder="01" />
        <NumberField
          label="Được duyệt (đồng)"
          required
          value={approved}
          read={readNumber}
          write={writeNumber}
          onCommit={setApproved}
          error={wrongAmount}
        />
      </div>
      <TextField label="Nội dung" required value={name} onChange={setName} placeholder="Xăng xe, thuê xe" />
      <TextField label="Nguồn kinh phí" value={source} onChange={setSource} />
      <TextField label="Ghi chú" value={note} onChange={setNote} />
      {line && <CheckField label="Khóa dòng này, không ghi thêm khoản chi" checked={closed} onChange={setClosed} />}
    </FormDialog>
  )
}
