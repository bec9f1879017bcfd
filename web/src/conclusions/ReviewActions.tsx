import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { approve, reviewQuery, show } from './answer-data.ts'

/** Showing the draft to its unit and approving it, for those who may now. */
export function ReviewActions({ conclusion }: { conclusion: ConclusionView }) {
  const { inspectionId, conclusionId, unitName } = conclusion
  const { data: review } = useQuery({
    ...reviewQuery(inspectionId, conclusionId),
    enabled: conclusion.state === 'under-review',
  })
  const [opened, setOpened] = useState<'show' | 'approve' | null>(null)
  const close = () => setOpened(null)
  if (!review || conclusion.state !== 'under-review') return null
  const mayApprove = review.actions.includes('approve')
  return (
    <>
      {review.actions.includes('show') && <Button onClick={() => setOpened('show')}>Gửi đơn vị cho ý kiến</Button>}
      {mayApprove && (
        <Button kind={conclusion.actions.includes('issue') ? 'plain' : 'primary'} onClick={() => setOpened('approve')}>
          Duyệt
        </Button>
      )}
      {opened === 'show' && (
        <ConfirmDialog
          title={`Gửi dự thảo cho ${unitName}?`}
          confirmLabel="Gửi dự thảo"
          wayOut="Để sau"
          onConfirm={async () => {
            await show(review)
            toast({ tone: 'good', text: 'Đã gửi dự thảo cho đơn vị.' })
          }}
          onClose={close}
        >
          Đơn vị đọc đúng bản in đang thấy, mỗi trang ghi “Dự thảo – chưa ban hành”, và trả lời trong số ngày làm việc
          đã đặt. Sửa dự thảo sau đó thì bản đơn vị đang đọc không đổi.
        </ConfirmDialog>
      )}
      {opened === 'approve' && (
        <ApproveDialog
          unsettled={review.unsettled}
          onApprove={async (exception) => {
            await approve(review, exception)
            toast({ tone: 'good', text: 'Đã duyệt dự thảo.' })
          }}
          onClose={close}
        />
      )}
    </>
  )
}

function ApproveDialog({
  unsettled,
  onApprove,
  onClose,
}: {
  unsettled: readonly string[]
  onApprove: (exception: string) => Promise<void>
  onClose: () => void
}) {
  const [exception, setException] = useState('')
  const isException = unsettled.length > 0
  const send = async () => {
    if (isException && exception.trim() === '') return 'Ghi lý do duyệt khi còn việc chưa xử lý.'
    await onApprove(exception)
  }
  return (
    <FormDialog
      title={isException ? 'Duyệt kèm ngoại lệ?' : 'Duyệt dự thảo?'}
      onClose={onClose}
      onSubmit={send}
      submitLabel={isException ? 'Duyệt kèm ngoại lệ' : 'Duyệt'}
      wayOut="Để sau"
    >
      {isException && (
        <Message kind="warning" lead="Chưa xử lý xong:">
          {unsettled.join('; ')}.
        </Message>
      )}
      <p>Dự thảo được duyệt đúng như bản in đang thấy. Lấy lại để sửa, hoặc có góp ý mới, thì phải duyệt lại.</p>
      {isException && (
        <TextAreaField
          label="Lý do ngoại lệ"
          required
          rows={2}
          maxLength={2000}
          value={exception}
          onChange={setException}
        />
      )}
    </FormDialog>
  )
}
