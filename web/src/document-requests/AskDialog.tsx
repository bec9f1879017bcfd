import { requestKindNames, requestKinds } from '@cchc/domain/document-requests/contract.ts'
import { MOST_WORKING_DAYS, usualWorkingDays } from '@cchc/domain/document-requests/due.ts'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { DueField, readDays } from './DueField.tsx'
import { type Asked, ask } from './data.ts'

/** Asks a unit for a document or an explanation. */
export function AskDialog({
  inspectionId,
  unitName,
  onClose,
}: {
  inspectionId: string
  unitName: string
  onClose: () => void
}) {
  const [kind, setKind] = useState<Asked['kind']>('document')
  const [title, setTitle] = useState('')
  const [detail, setDetail] = useState('')
  const [days, setDays] = useState(String(usualWorkingDays))
  const [tried, setTried] = useState(false)
  const workingDays = readDays(days)
  const send = async () => {
    setTried(true)
    if (title.trim() === '' || workingDays === null) return false
    await ask(inspectionId, { kind, title, detail, workingDays })
    toast({ tone: 'good', text: `Đã gửi yêu cầu cho ${unitName}.` })
  }
  return (
    <FormDialog title="Yêu cầu tài liệu" onClose={onClose} onSubmit={send} submitLabel="Gửi yêu cầu">
      <p>{unitName} được báo ngay trong phần mềm và qua thư điện tử.</p>
      <SelectField
        label="Yêu cầu"
        value={kind}
        onChange={(value) => setKind(value as Asked['kind'])}
        options={requestKinds.map((value) => ({ value, label: requestKindNames[value] }))}
      />
      <TextField
        label="Tên tài liệu hoặc nội dung cần giải trình"
        required
        value={title}
        maxLength={500}
        error={tried && title.trim() === '' ? 'Ghi rõ cần tài liệu hoặc giải trình gì.' : undefined}
        onChange={setTitle}
      />
      <TextAreaField
        label="Nói thêm"
        hint="Thời kỳ số liệu, phạm vi, bản chụp hay bản gốc…"
        value={detail}
        onChange={setDetail}
      />
      <DueField
        value={days}
        onChange={setDays}
        {...(workingDays === null ? { error: `Ghi số ngày từ 1 đến ${MOST_WORKING_DAYS}.` } : {})}
      />
    </FormDialog>
  )
}
