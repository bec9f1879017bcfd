import type { UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useState } from 'react'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { cancel, decline, order } from './data.ts'
import { OpenDialog } from './OpenDialog.tsx'
import styles from './Unannounced.module.css'
import { whenInWords } from './words.ts'

/** What may be done now. On a phone the next step is one wide button that the thumb reaches. */
export function UnannouncedActions({ view }: { view: UnannouncedView }) {
  const [asked, ask] = useState<'order' | 'decline' | 'cancel' | 'open' | null>(null)
  const may = (action: UnannouncedView['actions'][number]) => view.actions.includes(action)
  const params = { inspectionId: view.inspectionId }
  const close = () => ask(null)
  return (
    <div className={styles.actions}>
      {may('cancel') && (
        <Button kind="danger" onClick={() => ask('cancel')}>
          Hủy
        </Button>
      )}
      {may('edit') && (
        <ButtonLink to="/dot-xuat/$inspectionId/sua" params={params}>
          Sửa
        </ButtonLink>
      )}
      {may('decline') && <Button onClick={() => ask('decline')}>Không chấp thuận</Button>}
      {may('order') && (
        <Button kind="primary" className={styles.step} onClick={() => ask('order')}>
          Ra lệnh kiểm tra
        </Button>
      )}
      {may('open') && (
        <Button kind="primary" className={styles.step} onClick={() => ask('open')}>
          Mở kiểm tra tại chỗ
        </Button>
      )}
      {may('visit') && (
        <ButtonLink to="/lich/$inspectionId" params={params}>
          Hồ sơ cuộc kiểm tra
        </ButtonLink>
      )}
      {view.state === 'opened' && (
        <ButtonLink kind="primary" className={styles.step} to="/kiem-tra/$inspectionId/buoi-kiem-tra" params={params}>
          Vào buổi kiểm tra
        </ButtonLink>
      )}
      {asked === 'order' && (
        <ConfirmDialog
          title={`Ra lệnh kiểm tra đột xuất ${view.unitName}?`}
          confirmLabel="Ra lệnh kiểm tra"
          onConfirm={async () => {
            await order(view)
            toast({ tone: 'good', text: 'Đã ra lệnh. Người đề xuất được báo.' })
          }}
          onClose={close}
        >
          {whenInWords(view)}, {view.places.length} địa điểm. Chỉ {view.told} người được biết cho đến khi Đoàn công bố
          tại chỗ; đơn vị không nhận được thông báo nào trước đó.
        </ConfirmDialog>
      )}
      {asked === 'decline' && (
        <ConfirmDialog
          title="Không chấp thuận đề xuất này?"
          confirmLabel="Không chấp thuận"
          reasonLabel="Lý do"
          onConfirm={(reason) => decline(view, reason)}
          onClose={close}
        >
          Đề xuất được đóng lại và không ai ngoài {view.told} người đang biết thấy được, kể cả về sau.
        </ConfirmDialog>
      )}
      {asked === 'cancel' && (
        <ConfirmDialog
          title="Hủy cuộc kiểm tra đột xuất này?"
          confirmLabel="Hủy cuộc kiểm tra"
          danger
          reasonLabel="Lý do hủy"
          onConfirm={(reason) => cancel(view, reason)}
          onClose={close}
        >
          Không mở lại được. Đơn vị không bao giờ biết cuộc này từng được đặt ra.
        </ConfirmDialog>
      )}
      {asked === 'open' && <OpenDialog view={view} onClose={close} />}
    </div>
  )
}
