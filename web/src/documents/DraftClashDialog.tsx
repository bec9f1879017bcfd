import { useState } from 'react'
import { Compared } from '../self-reports/Compared.tsx'
import { diffWords } from '../self-reports/word-diff.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import styles from './Draft.module.css'

interface Props {
  label: string
  mine: string
  theirs: string
  /** The text to keep; null for theirs. */
  onChoose: (text: string | null) => void
  onClose: () => void
}

/** Two texts of one part of a draft, the person's and the one saved meanwhile: either is kept, or both are made into one. */
export function DraftClashDialog({ label, mine: current, theirs, onChoose, onClose }: Props) {
  // What stood there when the dialog opened: the person reads it while the field behind stays as it is.
  const [mine] = useState(current)
  const [merged, setMerged] = useState<string | null>(null)
  const { left, right } = diffWords(mine, theirs)
  return (
    <Dialog
      title="Phần này vừa được người khác sửa"
      look="wide"
      onClose={onClose}
      actions={
        merged === null ? (
          <>
            <Button onClick={() => onChoose(mine)}>Giữ bản của bạn</Button>
            <Button onClick={() => onChoose(null)}>Giữ bản đã lưu</Button>
            <Button kind="primary" onClick={() => setMerged(mine)}>
              Gộp hai bản
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={() => onChoose(merged)}>
            Lưu bản gộp
          </Button>
        )
      }
    >
      <p className={styles.about}>
        <strong>{label}</strong>. Chọn bản giữ lại, hoặc gộp hai bản. Chưa có gì bị ghi đè.
      </p>
      <div className={styles.sides}>
        <section aria-label="Bản của bạn">
          <h3>Bản của bạn</h3>
          <Compared parts={left} />
        </section>
        <section aria-label="Bản đã lưu trên máy chủ">
          <h3>Bản đã lưu trên máy chủ</h3>
          <Compared parts={right} />
        </section>
      </div>
      {merged !== null && (
        <div className={styles.merge}>
          <TextAreaField label="Bản gộp" value={merged} onChange={setMerged} rows={6} />
          <Button size="s" onClick={() => setMerged(`${merged.trimEnd()}\n${theirs}`)}>
            Chép bản đã lưu vào cuối
          </Button>
        </div>
      )}
    </Dialog>
  )
}
