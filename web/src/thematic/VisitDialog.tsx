import type { ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { recordVisit } from './data.ts'

/** The half-day on which a separate inspection took place. */
export function VisitDialog({ unit, onClose }: { unit: ThematicUnit; onClose: () => void }) {
  const { today } = useSession()
  const [visitOn, setVisitOn] = useState<string | null>(null)
  const [halfDay, setHalfDay] = useState<'morning' | 'afternoon'>('morning')
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!visitOn) return setFailure('Chọn ngày đã kiểm tra.')
    setBusy(true)
    try {
      await recordVisit(unit, visitOn, halfDay)
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Đã kiểm tra ${unit.unitName}`}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Để sau</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Ghi đã kiểm tra
          </Button>
        </>
      }
    >
      <Stack gap={3}>
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
        {failure && (
          <Message kind="error" live>
            {failure}
          </Message>
        )}
      </Stack>
    </Dialog>
  )
}
