import { type ThematicUnit, uploadThematicFile } from '@cchc/domain/thematic/contract.ts'
import { useState } from 'react'
import { FileDrop } from '../ui/FileDrop.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { saveResult, uploadResult } from './data.ts'

/** What a thematic inspection came to, in words, and the department's own conclusion as a file. */
export function ResultDialog({ unit, onClose }: { unit: ThematicUnit; onClose: () => void }) {
  const [text, setText] = useState(unit.result?.text ?? '')
  const [file, setFile] = useState<File | null>(null)
  const save = async () => {
    if (!text.trim()) return 'Ghi kết quả: đúng, sai ở đâu, kiến nghị gì.'
    if (file) await uploadResult(unit, file)
    await saveResult(unit, text.trim())
  }
  return (
    <FormDialog
      title={`Kết quả chuyên đề tại ${unit.unitName}`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu kết quả"
      wayOut="Để sau"
    >
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
        hint="Kết luận hoặc thông báo của cơ quan, không bắt buộc; tối đa 20 MB"
        onFiles={([chosen]) => setFile(chosen ?? null)}
      />
    </FormDialog>
  )
}
