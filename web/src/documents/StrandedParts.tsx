import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Draft.module.css'
import type { DraftDesk } from './draft-desk.ts'

interface Props {
  desk: DraftDesk
  /** What the screen calls a part. */
  labelOf: (part: string) => string
}

/** Texts that were written on this device and can no longer be sent, because the draft has gone on; none is lost silently. */
export function StrandedParts({ desk, labelOf }: Props) {
  return desk.saver.keys().map((part) => <Stranded key={part} desk={desk} part={part} label={labelOf(part)} />)
}

function Stranded({ desk, part, label }: { desk: DraftDesk; part: string; label: string }) {
  const { stranded } = useSlot(desk.saver, part)
  if (stranded === null) return null
  const copy = () =>
    navigator.clipboard.writeText(stranded).then(
      () => toast({ tone: 'good', text: 'Đã chép nội dung.' }),
      () => toast({ tone: 'error', text: 'Trình duyệt không cho chép. Hãy bôi đen rồi bấm Ctrl+C.' }),
    )
  return (
    <Message
      kind="warning"
      lead={`Phần “${label}” bạn viết dở trên máy này chưa được gửi, vì dự thảo không còn mở để viết.`}
    >
      <p className={styles.stranded}>{stranded}</p>
      <span className={styles.buttons}>
        <Button size="s" onClick={() => void copy()}>
          Chép nội dung
        </Button>
        <Button size="s" onClick={() => desk.saver.dropStranded(part)}>
          Bỏ phần này
        </Button>
      </span>
    </Message>
  )
}
