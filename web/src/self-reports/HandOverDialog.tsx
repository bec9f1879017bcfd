import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import type { Desk } from './desk.ts'
import { useOverview } from './use-desk.ts'

/** Asks once more before the report goes to the head, and says what is still open; it may go all the same. */
export function HandOverDialog({
  desk,
  onHandOver,
  onClose,
}: {
  desk: Desk
  onHandOver: () => Promise<unknown>
  onClose: () => void
}) {
  const { points } = useOverview(desk)
  return (
    <ConfirmDialog
      title="Chuyển báo cáo cho lãnh đạo duyệt?"
      confirmLabel="Chuyển lãnh đạo duyệt"
      onConfirm={onHandOver}
      onClose={onClose}
    >
      <p>Lãnh đạo đơn vị xem, gửi cho Đoàn kiểm tra hoặc trả lại để sửa.</p>
      {points.length > 0 && (
        <div style={{ marginTop: 12 }}>
          <Message kind="warning" lead={`Còn ${points.length} điều cần xem.`}>
            Lãnh đạo chỉ gửi được khi không còn lỗi, cảnh báo chưa giải trình và mục bắt buộc chưa viết.
          </Message>
        </div>
      )}
    </ConfirmDialog>
  )
}
