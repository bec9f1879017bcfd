import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { checkFingerprint, downloadReceipt } from '@cchc/domain/self-reports/sending-contract.ts'
import { IconShieldCheck } from '@tabler/icons-react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { call } from '../platform/api.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './Beside.module.css'
import { CorrectionButtons } from './CorrectionNote.tsx'

/** What can be done with what was sent: checked again from the frozen content, printed, opened for a correction. */
export function ReceiptTools({ view }: { view: SelfReportView }) {
  const { selfReportId, version } = view
  const sending = useSending(sayFailure)
  if (version === 0) return null
  const check = () =>
    sending.send(async () => {
      const { equal } = await call(checkFingerprint, { params: { selfReportId, version } })
      toast(
        equal
          ? { tone: 'good', text: 'Mã tính lại từ nội dung đã gửi trùng khớp.' }
          : { tone: 'error', text: 'Mã tính lại KHÔNG khớp mã đã ghi. Báo ngay cho quản trị hệ thống.' },
      )
    })
  return (
    <div className={styles.cardActions}>
      <Button
        size="s"
        busy={sending.busy}
        icon={<IconShieldCheck size={16} aria-hidden="true" />}
        onClick={() => void check()}
      >
        Kiểm chứng lại
      </Button>
      <DownloadPaper
        size="s"
        act="Biên nhận"
        fetchFile={(format) => call(downloadReceipt, { params: { selfReportId, version }, query: { format } })}
      />
      <CorrectionButtons view={view} />
    </div>
  )
}
