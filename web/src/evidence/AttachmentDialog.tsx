import type { AttachmentView } from '@cchc/domain/evidence/contract.ts'
import { pageReferenceInWords } from '@cchc/domain/evidence/page-reference.ts'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { saveAttachment } from './data.ts'

/** What a file shows, and on which page. */
export function AttachmentDialog({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  const [caption, setCaption] = useState(file.caption)
  const [page, setPage] = useState(pageReferenceInWords({ from: file.pageFrom, to: file.pageTo }))
  const hasPages = file.kind !== 'csv' && file.kind !== 'text' && file.preview !== 'picture'
  return (
    <FormDialog
      title={`Chú thích “${file.name}”`}
      onClose={onClose}
      onSubmit={() => saveAttachment(file, caption, hasPages ? page : '')}
      submitLabel="Lưu chú thích"
    >
      <TextField
        label="Tài liệu này cho thấy điều gì"
        value={caption}
        maxLength={500}
        hint="Ví dụ: Số hồ sơ trễ hạn quý II, bảng 2"
        onChange={setCaption}
      />
      {hasPages && (
        <TextField
          label="Trang cần xem"
          value={page}
          maxLength={30}
          hint={file.pages === null ? 'Ghi như 3 hoặc 3-5' : `Ghi như 3 hoặc 3-5; tệp có ${file.pages} trang`}
          onChange={setPage}
        />
      )}
    </FormDialog>
  )
}
