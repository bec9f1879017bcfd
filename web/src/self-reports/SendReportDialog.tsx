import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { maySend } from '@cchc/domain/self-reports/progress.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Dialogs.module.css'
import type { Desk } from './desk.ts'
import { openLines } from './OutstandingCard.tsx'
import { useOverview } from './use-desk.ts'

interface Props {
  view: SelfReportView
  desk: Desk
  onSend: () => Promise<unknown>
  onOpen: (itemKey: string) => void
  onClose: () => void
}

/** The last look before a report is sent: in time or late, and what is still open; what blocks sending is listed, each with its place. */
export function SendReportDialog({ view, desk, onSend, onOpen, onClose }: Props) {
  const { points, answered, toAnswer } = useOverview(desk)
  if (!maySend(points)) {
    const blocking = points.filter((point) => point.blocks)
    return (
      <Dialog title="Chưa gửi được báo cáo" onClose={onClose} actions={<Button onClick={onClose}>Đóng</Button>}>
        <p className={styles.about}>Còn {blocking.length} điều phải xong trước khi gửi:</p>
        <ul className={styles.blocking}>
          {openLines(desk, blocking).map(({ kind, itemKey, words }) => (
            <li key={`${kind} ${itemKey} ${words}`}>
              <button
                type="button"
                onClick={() => {
                  onClose()
                  onOpen(itemKey)
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      title="Gửi báo cáo cho Đoàn kiểm tra?"
      confirmLabel="Gửi báo cáo"
      wayOut="Để sau"
      onConfirm={onSend}
      onClose={onClose}
    >
      <div className={styles.facts}>
        <Verdict view={view} />
        <p>
          {answered}/{toAnswer} mục đã có nội dung.{' '}
          {points.length > 0 && `${points.length} số liệu chưa đạt mục tiêu và chưa nêu lý do; vẫn gửi được.`}
        </p>
        <p>
          Thời điểm gửi được ghi lại cùng mã kiểm chứng nội dung; bản gửi không ai sửa được nữa. Sau đó muốn sửa thì
          lãnh đạo mở bản sửa, ghi lý do và gửi lại.
        </p>
      </div>
    </ConfirmDialog>
  )
}

function Verdict({ view: { dueOn, workingDaysLeft, version, verdict } }: { view: SelfReportView }) {
  if (version > 0)
    return (
      <Message kind="note" lead={`Gửi lại, bản lần ${version + 1}.`}>
        Kết quả vẫn theo lần gửi đầu: {verdict === 'late' ? 'muộn' : 'đúng hạn'}.
      </Message>
    )
  if (!dueOn || workingDaysLeft === null) return null
  const due = `Hạn gửi: hết ${formatDateWithWeekday(dueOn)}.`
  return workingDaysLeft < 0 ? (
    <Message kind="warning" lead={`Gửi bây giờ là muộn ${-workingDaysLeft} ngày làm việc.`}>
      {due} Báo cáo vẫn được nhận và ghi rõ là muộn.
    </Message>
  ) : (
    <Message kind="good" lead="Gửi bây giờ là đúng hạn.">
      {due} {upperFirst(workingDaysLeftInWords(workingDaysLeft))}.
    </Message>
  )
}
