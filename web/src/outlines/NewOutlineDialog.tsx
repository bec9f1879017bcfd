import { createOutlineFromPaper, type OutlineVersionSummary } from '@cchc/domain/outlines/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { beginDraft } from './data.ts'

const maxBytes = createOutlineFromPaper.upload?.maxBytes ?? 0
type Way = 'version' | 'paper' | 'blank'

/** How a new version begins: from an earlier one, from a file, or empty. */
export function NewOutlineDialog({
  outlines,
  onClose,
}: {
  outlines: readonly OutlineVersionSummary[]
  onClose: () => void
}) {
  const { today } = useSession()
  const navigate = useNavigate()
  const settled = outlines.filter(({ state }) => state !== 'draft')
  const newest = settled.find(({ state }) => state === 'published') ?? settled[0]
  const [way, setWay] = useState<Way>(newest ? 'version' : 'paper')
  const [year, setYear] = useState(String(Math.max(Number(today.slice(0, 4)), newest?.year ?? 0) + 1))
  const [from, setFrom] = useState(newest?.outlineVersionId ?? '')
  const [file, setFile] = useState<File | null>(null)

  const begin = async () => {
    if (way === 'paper' && !file) return 'Chọn tệp đề cương trước.'
    const outlineVersionId = await beginDraft(
      Number(year),
      way === 'blank' ? null : from || null,
      way === 'paper' ? file : null,
    )
    await navigate({ to: '/quan-tri/de-cuong/$outlineVersionId', params: { outlineVersionId } })
  }

  return (
    <FormDialog title="Soạn bản đề cương mới" onClose={onClose} onSubmit={begin} submitLabel="Bắt đầu soạn">
      <TextField
        label="Dùng cho năm"
        required
        inputMode="numeric"
        maxLength={4}
        value={year}
        onChange={(text) => setYear(text.replaceAll(/\D/g, ''))}
      />
      <RadioField
        label="Bắt đầu từ"
        value={way}
        onChange={(chosen) => setWay(chosen as Way)}
        options={[
          { value: 'version', label: 'Một bản đã có, sửa tiếp trên đó', disabled: settled.length === 0 },
          { value: 'paper', label: 'Tệp đề cương (Word, PDF, văn bản)' },
          { value: 'blank', label: 'Bản trống' },
        ]}
      />
      {way !== 'blank' && settled.length > 0 && (
        <SelectField
          label={way === 'version' ? 'Bản gốc' : 'Đối chiếu với bản'}
          hint={
            way === 'version'
              ? 'Mọi câu hỏi, công thức và phép kiểm tra được chép sang, giữ nguyên mã.'
              : 'Câu hỏi nào bản này đã có thì giữ mã, loại số liệu và công thức cũ; câu mới được đặt mã mới.'
          }
          value={from}
          onChange={setFrom}
          options={settled.map(({ outlineVersionId, year: ofYear, title }) => ({
            value: outlineVersionId,
            label: `${ofYear}: ${title}`,
          }))}
        />
      )}
      {way === 'paper' && (
        <div>
          <FileDrop
            label={file ? `Đổi tệp khác (đang chọn ${file.name})` : 'Chọn tệp đề cương'}
            accept={['.docx', '.pdf', '.txt']}
            maxBytes={maxBytes}
            hint="Word (.docx), PDF có chữ hoặc .txt; cả quyết định hay riêng phụ lục đề cương đều được."
            onFiles={([first]) => setFile(first ?? null)}
          />
        </div>
      )}
    </FormDialog>
  )
}
