import { criteriaOf, type ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import { downloadSheetTemplate } from '@cchc/domain/scoring/sheet-contract.ts'
import { useState } from 'react'
import { addressOf } from '../platform/api.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSending } from '../ui/use-sending.ts'
import styles from './Sheets.module.css'
import { readFile } from './sheet-data.ts'

interface Props {
  campaignId: string
  /** Takes what was read into the draft; it can be undone there. */
  onRead: (sheet: ScoringSheet) => void
  onClose: () => void
}

/** Reads criteria from a workbook and says what is wrong row by row before they replace those of the draft. */
export function ImportDialog({ campaignId, onRead, onClose }: Props) {
  const [read, setRead] = useState<Awaited<ReturnType<typeof readFile>> | null>(null)
  const reading = useSending()
  const take = async ([file]: File[]) => {
    if (!file) return
    setRead(null)
    await reading.send(async () => setRead(await readFile(campaignId, file)))
  }
  return (
    <FormDialog
      title="Nhập tiêu chí từ Excel"
      look="wide"
      onClose={onClose}
      submitLabel="Thay tiêu chí của bản soạn"
      ready={read !== null}
      onSubmit={() => read && onRead(read.sheet)}
    >
      <p>
        Mỗi tiêu chí một dòng, theo{' '}
        <a href={addressOf(downloadSheetTemplate.path, { campaignId })} download>
          tệp mẫu
        </a>
        . Tiêu chí đang có trong bản soạn được thay; hoàn tác được.
      </p>
      <FileDrop
        label="Chọn tệp Excel"
        accept={['.xlsx']}
        maxBytes={2 * 1024 * 1024}
        busy={reading.busy}
        onFiles={take}
      />
      <Problem of={reading} />
      {read && (
        <Message kind={read.problems.length === 0 ? 'good' : 'warning'} live>
          {read.fileName}: đọc được {criteriaOf(read.sheet).length} tiêu chí trong {read.sheet.groups.length} nhóm
          {read.problems.length > 0 &&
            `, ${read.problems.length} điều cần sửa. Sửa trong tệp rồi chọn lại, hoặc nhập và sửa tiếp trong bản soạn.`}
        </Message>
      )}
      {read && read.problems.length > 0 && (
        <ul className={styles.paper}>
          {read.problems.map(({ line, sentence }) => (
            <li key={line + sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}
