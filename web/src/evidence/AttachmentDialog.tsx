import type { AttachmentView } from '@cchc/domain/evidence/contract.ts'
import { pageReferenceInWords } from '@cchc/domain/evidence/page-reference.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { saveAttachment } from './data.ts'

/** What a file shows, and on which page. */
export function AttachmentDialog({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  const [caption, setCaption] = useState(file.caption)
  const [page, setPage] = useState(pageReferenceInWords({ from: file.pageFrom, to: file.pageTo }))
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const hasPages = file.kind !== 'csv' && file.kind !== 'text' && file.preview !== 'picture'
  const save = async () => {
    setBusy(true)
    try {
      await saveAttachment(file, caption, hasPages ? page : '')
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Chú thích “${file.name}”`}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Không sửa</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Lưu chú thích
          </Button>
        </>
      }
    >
      <Stack gap={3}>
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
            error={problem || undefined}
            onChange={(text) => {
              setPage(text)
              setProblem('')
            }}
          />
        )}
        {!hasPages && problem && <p role="alert">{problem}</p>}
      </Stack>
    </Dialog>
  )
}
