import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { askCorrection, declineCorrection, openCorrection } from '@cchc/domain/self-reports/sending-contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Beside.module.css'
import { showReport } from './sending-data.ts'

type Opened = 'ask' | 'open' | 'decline' | null

/** Above the form: that what was sent is being corrected, or that somebody asks the head to open it. */
export function CorrectionNote({ view }: { view: SelfReportView }) {
  const { correction, version } = view
  if (!correction) return null
  const who = `${correction.askedBy}, ${formatInstant(correction.askedAt)}`
  if (correction.state === 'open')
    return (
      <Message kind="note" lead="Đơn vị đang sửa báo cáo đã gửi.">
        Lý do: {correction.reason} ({who}). Bản gửi lần {version} vẫn là bản được tính cho đến khi gửi bản mới; kết quả
        đúng hạn hay muộn vẫn theo lần gửi đầu.
      </Message>
    )
  return (
    <Message kind="warning" lead="Có đề nghị sửa báo cáo đã gửi.">
      {correction.reason} ({who}).
      {view.actions.includes('open-correction') ? (
        <CorrectionButtons view={view} />
      ) : (
        ' Chờ lãnh đạo đơn vị mở bản sửa.'
      )}
    </Message>
  )
}

/** The way to a correction for whoever may take it: the head opens it, anybody else of the unit asks for it. */
export function CorrectionButtons({ view }: { view: SelfReportView }) {
  const [opened, setOpened] = useState<Opened>(null)
  const { selfReportId, correction, actions, version } = view
  const close = () => setOpened(null)
  const asked = correction?.state === 'asked'
  const show = async (after: Promise<SelfReportView>, said: string) => {
    await showReport(await after)
    toast({ tone: 'good', text: said })
  }
  return (
    <div className={styles.cardActions}>
      {actions.includes('open-correction') && (
        <Button size="s" onClick={() => setOpened('open')}>
          Mở bản sửa
        </Button>
      )}
      {actions.includes('open-correction') && asked && (
        <Button size="s" onClick={() => setOpened('decline')}>
          Giữ nguyên
        </Button>
      )}
      {!actions.includes('open-correction') && actions.includes('ask-correction') && !asked && (
        <Button size="s" onClick={() => setOpened('ask')}>
          Đề nghị sửa
        </Button>
      )}
      {opened === 'ask' && (
        <ConfirmDialog
          title="Đề nghị sửa báo cáo đã gửi?"
          confirmLabel="Gửi đề nghị"
          reasonLabel="Cần sửa gì, vì sao"
          onConfirm={(reason) =>
            show(call(askCorrection, { params: { selfReportId }, body: { reason } }), 'Đã gửi đề nghị tới lãnh đạo.')
          }
          onClose={close}
        >
          Lãnh đạo đơn vị xem và mở bản sửa. Bản đã gửi không thay đổi.
        </ConfirmDialog>
      )}
      {opened === 'open' && (
        <ConfirmDialog
          title="Mở bản sửa báo cáo đã gửi?"
          confirmLabel="Mở bản sửa"
          reasonLabel={asked ? undefined : 'Cần sửa gì, vì sao'}
          onConfirm={(reason) =>
            show(call(openCorrection, { params: { selfReportId }, body: { reason } }), 'Đã mở bản sửa.')
          }
          onClose={close}
        >
          Đơn vị viết lại được; Đoàn kiểm tra được báo. Bản gửi lần {version} vẫn là bản được tính cho đến khi gửi bản
          mới; kết quả đúng hạn hay muộn vẫn theo lần gửi đầu.
        </ConfirmDialog>
      )}
      {opened === 'decline' && (
        <ConfirmDialog
          title="Giữ nguyên báo cáo đã gửi?"
          confirmLabel="Giữ nguyên"
          reasonLabel="Lý do"
          onConfirm={(reason) =>
            show(call(declineCorrection, { params: { selfReportId }, body: { reason } }), 'Đã trả lời đề nghị.')
          }
          onClose={close}
        >
          Người đề nghị thấy lý do.
        </ConfirmDialog>
      )}
    </div>
  )
}
