import type { RequestDetail } from '@cchc/domain/document-requests/contract.ts'
import { MOST_WORKING_DAYS } from '@cchc/domain/document-requests/due.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { DueField, readDays } from './DueField.tsx'
import { askAgain } from './data.ts'

/** Says what an answer lacks, and gives a new due date. */
export function AskAgainDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('2')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const workingDays = readDays(days)
  const send = async () => {
    if (reason.trim() === '') return setProblem('Ghi rõ còn thiếu gì để đơn vị biết mà bổ sung.')
    if (workingDays === null) return
    setBusy(true)
    try {
      await askAgain(request, reason, workingDays)
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Yêu cầu bổ sung"
      onClose={onClose}
      onSubmit={() => void send()}
      actions={
        <>
          <Button onClick={onClose}>Không gửi</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Gửi yêu cầu bổ sung
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <TextAreaField
          label="Còn thiếu gì"
          required
          value={reason}
          error={problem || undefined}
          onChange={(text) => {
            setReason(text)
            setProblem('')
          }}
        />
        <DueField
          value={days}
          onChange={setDays}
          {...(workingDays === null ? { error: `Ghi số ngày từ 1 đến ${MOST_WORKING_DAYS}.` } : {})}
        />
      </Stack>
    </Dialog>
  )
}
