import type { NoticeView } from '@cchc/domain/conclusions/replacement-contract.ts'
import { useState } from 'react'
import { IssueDialog } from '../documents/IssueDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { withdraw } from './answer-data.ts'

/** Taking an issued notice back by a notice of its own. */
export function WithdrawDialog({
  inspectionId,
  notice,
  onClose,
}: {
  inspectionId: string
  notice: NoticeView
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <IssueDialog
      kind="withdrawal-notice"
      summary={() => (
        <div className={styles.form}>
          <Message kind="warning" lead={`Thu hồi Thông báo số ${notice.number}.`}>
            Mọi kiến nghị của thông báo này không phải thực hiện nữa và cuộc kiểm tra chưa có kết luận. Nơi nhận gửi lại
            bản giấy, hủy bản điện tử (khoản 4 Điều 18 Nghị định 30/2020/NĐ-CP). Sai sót về nội dung thì nên thay thế.
          </Message>
          <TextAreaField
            label="Lý do thu hồi (in trong thông báo)"
            required
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
        </div>
      )}
      onIssue={async (body) => {
        if (reason.trim() === '') return 'Ghi lý do thu hồi.'
        await withdraw({ inspectionId, conclusionId: notice.conclusionId }, { ...body, reason })
        toast({ tone: 'good', text: 'Đã thu hồi thông báo.' })
      }}
      onClose={onClose}
    />
  )
}
