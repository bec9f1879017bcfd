import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toasts.ts'
import { keepTerms, termsQuery } from './answer-data.ts'

/** How long the leads of fields and the unit have for a draft conclusion. No paper fixes it, so nothing is set beforehand. */
export function TermsDialog({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const { data, error } = useQuery(termsQuery(campaignId))
  if (error && !data) throw error
  if (!data)
    return (
      <Dialog title="Thời hạn lấy ý kiến dự thảo" onClose={onClose}>
        <Skeleton lines={4} />
      </Dialog>
    )
  return <TermsForm campaignId={campaignId} kept={data} onClose={onClose} />
}

type Kept = { revision: number; terms: { reviewWorkingDays: number; unitWorkingDays: number | null } | null }

function TermsForm({ campaignId, kept, onClose }: { campaignId: string; kept: Kept; onClose: () => void }) {
  const [leads, setLeads] = useState<number | null>(kept.terms?.reviewWorkingDays ?? null)
  const [shown, setShown] = useState(kept.terms === null ? '' : kept.terms.unitWorkingDays === null ? 'no' : 'yes')
  const [unit, setUnit] = useState<number | null>(kept.terms?.unitWorkingDays ?? null)
  const fits = (days: number | null): days is number =>
    days !== null && Number.isInteger(days) && days >= 1 && days <= 60
  const save = async () => {
    if (!fits(leads)) return 'Nhập số ngày làm việc góp ý của đầu mối lĩnh vực, từ 1 đến 60.'
    if (shown === '') return 'Chọn có gửi dự thảo cho đơn vị hay không.'
    if (shown === 'yes' && !fits(unit)) return 'Nhập số ngày làm việc đơn vị được trả lời, từ 1 đến 60.'
    await keepTerms(campaignId, kept.revision, {
      reviewWorkingDays: leads,
      unitWorkingDays: shown === 'yes' ? unit : null,
    })
    toast({ tone: 'good', text: 'Đã đặt thời hạn lấy ý kiến dự thảo.' })
  }
  return (
    <FormDialog
      title="Thời hạn lấy ý kiến dự thảo"
      onClose={onClose}
      onSubmit={save}
      submitLabel="Đặt thời hạn"
      wayOut="Để sau"
    >
      <Message kind="note" lead="Không văn bản nào ấn định các thời hạn này.">
        Đặt theo quy chế làm việc của Đoàn; áp dụng cho dự thảo trình từ nay về sau của cả đợt kiểm tra.
      </Message>
      <NumberField
        label="Đầu mối lĩnh vực góp ý trong"
        line
        unit="ngày làm việc"
        required
        value={leads}
        read={readNumber}
        write={writeNumber}
        onCommit={setLeads}
      />
      <RadioField
        label="Gửi dự thảo cho đơn vị được kiểm tra trước khi ban hành"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'yes', label: 'Có, đơn vị được thống nhất hoặc giải trình' },
          { value: 'no', label: 'Không, đơn vị chỉ nhận thông báo đã ban hành' },
        ]}
      />
      {shown === 'yes' && (
        <NumberField
          label="Đơn vị trả lời trong"
          line
          unit="ngày làm việc"
          required
          value={unit}
          read={readNumber}
          write={writeNumber}
          onCommit={setUnit}
        />
      )}
    </FormDialog>
  )
}
