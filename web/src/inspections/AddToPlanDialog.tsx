import { addPlannedInspection } from '@cchc/domain/inspections/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useUnitOptions } from '../campaigns/unit-options.ts'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { ComboField } from '../ui/ComboField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'

interface Props {
  campaignId: string
  /** Units that the plan holds already; they are not offered. */
  inPlan: ReadonlySet<string>
  onClose: () => void
}

/** Adds a unit to the running campaign's plan, by the paper that says so. */
export function AddToPlanDialog({ campaignId, inPlan, onClose }: Props) {
  const { today } = useSession()
  const options = useUnitOptions()
  const navigate = useNavigate()
  const [unitCode, setUnitCode] = useState<string | null>(null)
  const [document, setDocument] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  const save = async () => {
    if (!unitCode) return 'Chọn đơn vị bổ sung.'
    if (!document.trim() || !issuedOn) return 'Ghi số, ký hiệu và ngày của văn bản bổ sung.'
    if (!reason.trim()) return 'Ghi lý do bổ sung; lý do được lưu cùng hồ sơ.'
    const body = { unitCode, document: document.trim(), issuedOn, reason: reason.trim() }
    const added = await call(addPlannedInspection, { params: { campaignId }, body })
    await queries.invalidateQueries({ queryKey: ['campaigns', campaignId] })
    toast({ tone: 'good', text: `Đã bổ sung ${added.unitName} vào kế hoạch.` })
    await navigate({ to: '/lich/$inspectionId', params: { inspectionId: added.inspectionId } })
  }

  return (
    <FormDialog title="Bổ sung đơn vị vào kế hoạch" onClose={onClose} onSubmit={save} submitLabel="Bổ sung đơn vị">
      <ComboField
        label="Đơn vị"
        required
        value={unitCode}
        onChange={setUnitCode}
        options={options.filter(({ value }) => !inPlan.has(value))}
        placeholder="Gõ tên đơn vị"
        hint="Đơn vị đã có trong kế hoạch không hiện ở đây: mỗi đơn vị một lần trong năm."
      />
      <TextField
        label="Văn bản bổ sung"
        required
        placeholder="Ví dụ 3012/QĐ-UBND"
        maxLength={200}
        value={document}
        onChange={setDocument}
      />
      <DateField label="Ngày văn bản" required value={issuedOn} max={today} today={today} onChange={setIssuedOn} />
      <TextAreaField label="Lý do" required rows={2} maxLength={500} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
