import { type ThematicUnit, uploadThematicFile } from '@cchc/domain/thematic/contract.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { saveResult, uploadResult } from './data.ts'

/** What a thematic inspection came to, in words, and the department's own conclusion as a file. */
export function ResultDialog({ unit, onClose }: { unit: ThematicUnit; onClose: () => void }) {
  const [text, setText] = useState(unit.result?.text ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!text.trim()) return setFailure('Ghi kết quả: đúng, sai ở đâu, kiến nghị gì.')
    setBusy(true)
    setFailure('')
    try {
      if (file) await uploadResult(unit, file)
      await saveResult(unit, text.trim())
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Kết quả chuyên đề tại ${unit.unitName}`}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Để sau</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Lưu kết quả
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <TextAreaField label="Kết quả" required rows={6} maxLength={5000} value={text} onChange={setText} />
        <FileDrop
          label={
            file
              ? `Đổi tệp (${file.name})`
              : unit.result?.file
                ? `Thay tệp ${unit.result.file.name}`
                : 'Chọn tệp kết luận'
          }
          accept={['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png', '.webp']}
          maxBytes={uploadThematicFile.upload?.maxBytes ?? 0}
          busy={busy}
          hint="Kết luận hoặc thông báo của cơ quan, không bắt buộc; tối đa 20 MB"
          onFiles={([chosen]) => setFile(chosen ?? null)}
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
