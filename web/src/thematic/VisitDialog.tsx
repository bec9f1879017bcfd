import type { ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { recordVisit } from './data.ts'

/** The half-day on which a separate inspection took place. */
export function VisitDialog({ unit, onClose }: { unit: ThematicUnit; onClose: () => void }) {
  const { today } = useSession()
  const [visitOn, setVisitOn] = useState<string | null>(null)
  const [halfDay, setHalfDay] = useState<'morning' | 'afternoon'>('morning')
  const save = async () => {
    if (!visitOn) return 'Chọn ngày đã kiểm tra.'
    await recordVisit(unit, visitOn, halfDay)
  }
  return (
    <FormDialog
      title={`Đã kiểm tra ${unit.unitName}`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Ghi đã kiểm tra"
      wayOut="Để sau"
    >
      <DateField label="Ngày kiểm tra" required value={visitOn} max={today} today={today} onChange={setVisitOn} />
      <RadioField
        label="Buổi"
        value={halfDay}
        onChange={(value) => setHalfDay(value as 'morning' | 'afternoon')}
        options={[
          { value: 'morning', label: 'Sáng' },
          { value: 'afternoon', label: 'Chiều' },
        ]}
      />
    </FormDialog>
  )
}
