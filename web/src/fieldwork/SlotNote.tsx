import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { Slot } from '../platform/saver.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Visit.module.css'

/** What became of saving one thing, said only when it is not simply saved. */
export function SlotNote<V, S>({ slot, onRetry }: { slot: Slot<V, S>; onRetry: () => void }) {
  if (slot.stranded !== null) {
    return (
      <Message kind="warning">
        Trên máy này còn nội dung chưa gửi được, vì buổi kiểm tra không còn mở để ghi. Báo thư ký Đoàn trước khi xóa dữ
        liệu trình duyệt.
      </Message>
    )
  }
  if (slot.phase === 'failed') {
    return (
      <Message kind="error" lead="Chưa lưu được.">
        {slot.problem} Nội dung vẫn được giữ trên máy này.{' '}
        <Button kind="quiet" size="s" className={styles.inText} onClick={onRetry}>
          Thử lại
        </Button>
      </Message>
    )
  }
  if (slot.restoredAt)
    return <Message kind="note">Đã khôi phục phần ghi dở lúc {formatInstant(slot.restoredAt)} trên máy này.</Message>
  return null
}
