import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import { amountProblem, mostApproved } from '@cchc/domain/logistics/ledger.ts'
import { addBudgetLine, type BudgetLineView, saveBudgetLine } from '@cchc/domain/logistics/ledger-contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
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
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const wrongAmount = approved === null ? null : amountProblem(approved, { least: 0, most: mostApproved })

  const save = async () => {
    if (!code.trim() || !name.trim() || approved === null) return setProblem('Ghi mã, nội dung và số tiền được duyệt.')
    if (wrongAmount) return setProblem(wrongAmount)
    const body = { code, name, approved, source, note }
    setBusy(true)
    try {
      if (line)
        await call(saveBudgetLine, {
          params: { budgetLineId: line.budgetLineId },
          body: { ...body, closed, revision: line.revision },
        })
      else await call(addBudgetLine, { params: { campaignId }, body })
      await refreshLogistics()
      toast({ tone: 'good', text: `Đã lưu dòng kinh phí ${code.trim()}: ${formatMoney(approved)}.` })
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={line ? `Sửa dòng kinh phí ${line.code}` : 'Thêm dòng kinh phí'}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" type="submit" busy={busy}>
            Lưu dòng kinh phí
          </Button>
        </>
      }
    >
      <div className={styles.form}>
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
        {problem && (
          <Message kind="error" live>
            {problem}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
