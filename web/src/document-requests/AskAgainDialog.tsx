import type { RequestDetail } from '@cchc/domain/document-requests/contract.ts'
import { MOST_WORKING_DAYS } from '@cchc/domain/document-requests/due.ts'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { DueField, readDays } from './DueField.tsx'
import { askAgain } from './data.ts'

/** Says what an answer lacks, and gives a new due date. */
export function AskAgainDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('2')
  const [missing, setMissing] = useState('')
  const workingDays = readDays(days)
  const send = async () => {
    if (reason.trim() === '') setMissing('Ghi rõ còn thiếu gì để đơn vị biết mà bổ sung.')
    if (reason.trim() === '' || workingDays === null) return false
    await askAgain(request, reason, workingDays)
  }
  return (
    <FormDialog title="Yêu cầu bổ sung" onClose={onClose} onSubmit={send} submitLabel="Gửi yêu cầu bổ sung">
      <TextAreaField
        label="Còn thiếu gì"
        required
        value={reason}
        error={missing}
        onChange={(text) => {
          setReason(text)
          setMissing('')
        }}
      />
      <DueField
        value={days}
        onChange={setDays}
        {...(workingDays === null ? { error: `Ghi số ngày từ 1 đến ${MOST_WORKING_DAYS}.` } : {})}
      />
    </FormDialog>
  )
}
