import type { TeamDecisionView } from '@cchc/domain/campaigns/contract.ts'
import { DocumentNumber } from '@cchc/domain/shapes.ts'
import { useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Campaigns.module.css'
import { keepTeamDecision } from './data.ts'

interface Props {
  campaignId: string
  /** The decision that stands now and would be replaced. */
  replaces: TeamDecisionView['issued']
  onClose: () => void
}

/** Number and date of the decision as the Chairman signed it. */
export function RecordDecisionDialog({ campaignId, replaces, onClose }: Props) {
  const { today } = useSession()
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [errors, setErrors] = useState<{ number?: string; issuedOn?: string; whole?: string }>({})
  const [busy, setBusy] = useState(false)

  const keep = async () => {
    const wrong = {
      number: DocumentNumber.safeParse(number).success
        ? undefined
        : 'Ghi số của quyết định, chỉ gồm chữ số, ví dụ 2300.',
      issuedOn: issuedOn ? undefined : 'Chọn ngày ban hành.',
    }
    setErrors(wrong)
    if (wrong.number || !issuedOn) return
    setBusy(true)
    try {
      const { issued } = await keepTeamDecision(campaignId, { number: number.trim(), issuedOn })
      toast({ tone: 'good', text: `Đã lưu Quyết định số ${issued?.number} vào Văn bản.` })
      onClose()
    } catch (error) {
      const place = error instanceof Refusal && error.code === 'number-taken' ? 'number' : 'whole'
      setErrors({ [place]: sentenceOf(error) })
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Ghi nhận quyết định đã ký"
      onClose={onClose}
      onSubmit={() => void keep()}
      actions={
        <>
          <Button onClick={onClose}>Chưa ghi nhận</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Ghi nhận
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Số"
          required
          inputMode="numeric"
          autoComplete="off"
          value={number}
          error={errors.number}
          hint="Số do văn thư Ủy ban nhân dân cấp."
          onChange={(text) => {
            setNumber(text)
            setErrors({ ...errors, number: undefined })
          }}
        />
        <DateField
          label="Ngày ban hành"
          required
          value={issuedOn}
          max={today}
          today={today}
          error={errors.issuedOn}
          onChange={(date) => {
            setIssuedOn(date)
            setErrors({ ...errors, issuedOn: undefined })
          }}
        />
        <Message kind="note">
          Thành phần Đoàn lúc này được giữ nguyên trong văn bản.
          {replaces && ` Quyết định số ${replaces.number} được đánh dấu đã thay thế.`}
        </Message>
        {errors.whole && (
          <Message kind="error" lead="Chưa ghi nhận được." live>
            {errors.whole}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
