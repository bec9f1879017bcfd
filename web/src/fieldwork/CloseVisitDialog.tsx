import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { missingInMinutes } from '@cchc/domain/fieldwork/rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { savingState } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.ts'
import { endSession, heardQuery } from './data.ts'
import styles from './Visit.module.css'
import { only, type VisitDesk } from './visit-desk.ts'

interface Props {
  view: VisitView
  desk: VisitDesk
  onTab: (tab: string) => void
  onClose: () => void
}

/** The last look before the minutes are frozen: what must be there, and what is merely open. */
export function CloseVisitDialog({ view, desk, onTab, onClose }: Props) {
  const attendance = desk.attendance.slot(only).value
  const words = desk.minutes.slot(only).value
  const missing = missingInMinutes({ ...words, attendance })
  const unchecked = view.figures.length - desk.checkedOf(view.figures)
  const open = [
    ...(desk.shownFindings().length === 0 ? ['chưa ghi phát hiện nào'] : []),
    ...(unchecked > 0 ? [`${unchecked} số liệu chưa đối chiếu`] : []),
    ...(words.exchange.trim() ? [] : ['chưa ghi nội dung trao đổi']),
    ...(words.unitOpinion.trim() ? [] : ['chưa ghi ý kiến của đơn vị; biên bản sẽ ghi là đơn vị thống nhất']),
  ]
  if (missing.length > 0) {
    const isAttendance = missing.some((one) => one.includes('có mặt'))
    return (
      <Dialog
        title="Chưa kết thúc được buổi kiểm tra"
        onClose={onClose}
        actions={
          <Button
            kind="primary"
            onClick={() => {
              onClose()
              if (isAttendance) onTab('thanh-phan')
            }}
          >
            {isAttendance ? 'Ghi thành phần' : 'Bổ sung biên bản'}
          </Button>
        }
      >
        <p>Biên bản còn thiếu:</p>
        <ul className={styles.openPoints}>
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Dialog>
    )
  }
  const close = async () => {
    await Promise.all(desk.savers.map((saver) => saver.flushAll()))
    const unsent = savingState(desk.savers).unsent + (await desk.sendKept())
    // What is not on the server would be missing from the minutes for good.
    if (unsent > 0) return `Còn ${unsent} nội dung chưa gửi được. Gửi xong các nội dung này rồi kết thúc.`
    await endSession(view.inspectionId)
    toast({ tone: 'good', text: 'Đã kết thúc buổi kiểm tra và khóa biên bản.' })
  }
  return (
    <ConfirmDialog
      title="Kết thúc buổi kiểm tra?"
      confirmLabel="Kết thúc và khóa biên bản"
      onConfirm={close}
      onClose={onClose}
    >
      <p>Giờ kết thúc được ghi vào biên bản. Sau đó thành phần, số liệu xác minh và phát hiện không sửa được nữa.</p>
      {open.length > 0 && (
        <>
          <p className={styles.openTitle}>Còn để trống (vẫn kết thúc được):</p>
          <ul className={styles.openPoints}>
            {open.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <OnOtherDevices inspectionId={view.inspectionId} />
    </ConfirmDialog>
  )
}

/** Whose tablet may still keep something: no server can know, so whoever ends the session asks them. */
function OnOtherDevices({ inspectionId }: { inspectionId: string }) {
  const { data } = useQuery(heardQuery(inspectionId))
  if (!data || data.heard.length + data.silent.length === 0) return null
  return (
    <>
      <p className={styles.openTitle}>Hỏi lại người ghi trên máy mang theo:</p>
      <ul className={styles.openPoints}>
        {data.heard.map(({ fullName, lastAt, mine }) => (
          <li key={fullName + lastAt}>
            {fullName}
            {mine && ' (bạn)'}: máy gửi về lần cuối lúc {formatInstant(lastAt)}
          </li>
        ))}
        {data.silent.length > 0 && (
          <li>Chưa nhận được nội dung nào từ {data.silent.map(({ fullName }) => fullName).join(', ')}</li>
        )}
      </ul>
      <p className={styles.openTitle}>
        Nội dung còn trên máy chưa gửi thì sau khi kết thúc không đưa vào biên bản này được nữa. Bấm “Gửi ngay” trên máy
        đó trước. Nếu đã muộn: trên máy đó lưu phần chưa gửi ra tệp, rồi thư ký Đoàn lập bản mới của biên bản để đưa
        vào.
      </p>
    </>
  )
}
