import type { TeamDecisionView } from '@cchc/domain/campaigns/contract.ts'
import { DocumentNumber } from '@cchc/domain/shapes.ts'
import { useState } from 'react'
import { Refusal } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
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
  const [errors, setErrors] = useState<{ number?: string; issuedOn?: string }>({})

  const keep = async () => {
    const wrong = {
      number: DocumentNumber.safeParse(number).success
        ? undefined
        : 'Ghi số của quyết định, chỉ gồm chữ số, ví dụ 2300.',
      issuedOn: issuedOn ? undefined : 'Chọn ngày ban hành.',
    }
    setErrors(wrong)
    if (wrong.number || !issuedOn) return false
    try {
      const { issued } = await keepTeamDecision(campaignId, { number: number.trim(), issuedOn })
      toast({ tone: 'good', text: `Đã lưu Quyết định số ${issued?.number} vào Văn bản.` })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'number-taken') throw error
      setErrors({ number: error.sentence })
      return false
    }
  }

  return (
    <FormDialog
      title="Ghi nhận quyết định đã ký"
      onClose={onClose}
      onSubmit={keep}
      submitLabel="Ghi nhận"
      wayOut="Để sau"
      problemLead="Chưa ghi nhận được."
    >
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
    </FormDialog>
  )
}
