import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import {
  askExtension,
  decideExtension,
  type ExtensionView,
  prepareExtension,
  withdrawExtension,
} from '@cchc/domain/self-reports/extension-contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Beside.module.css'
import { GrantDialog } from './GrantDialog.tsx'
import { showExtensions } from './sending-data.ts'

interface Props {
  view: SelfReportView
  /** The last day that can be the deadline. */
  lastDay: string | null
  onClose: () => void
}

/** The head asks for more time. */
export function AskExtensionDialog({ view, lastDay, onClose }: Props) {
  const [wishedOn, setWishedOn] = useState<string | null>(lastDay)
  const ask = async (reason: string) => {
    if (!wishedOn) return 'Chọn ngày mới muốn gửi.'
    const after = await call(askExtension, {
      params: { selfReportId: view.selfReportId },
      body: { reason, wishedOn },
    })
    await showExtensions(view, after)
    toast({ tone: 'good', text: 'Đã gửi đề nghị gia hạn.' })
  }
  return (
    <ConfirmDialog
      title="Đề nghị gia hạn gửi báo cáo?"
      confirmLabel="Gửi đề nghị"
      reasonLabel="Lý do"
      onConfirm={ask}
      onClose={onClose}
    >
      <div className={styles.facts}>
        <p>
          {view.dueOn && `Hạn hiện nay: ${formatDate(view.dueOn)}. `}Phó Trưởng đoàn Thường trực quyết định; chưa có
          quyết định thì hạn vẫn như cũ.
        </p>
        <NewDate label="Xin gửi chậm nhất" value={wishedOn} onChange={setWishedOn} lastDay={lastDay} />
      </div>
    </ConfirmDialog>
  )
}

function NewDate(props: {
  label: string
  value: string | null
  onChange: (date: string | null) => void
  lastDay: string | null
}) {
  const { today } = useSession()
  const { lastDay, ...field } = props
  return (
    <DateField
      {...field}
      required
      today={today}
      min={today}
      max={lastDay ?? undefined}
      hint={lastDay ? `Phải trước buổi kiểm tra: muộn nhất ${formatDate(lastDay)}.` : undefined}
    />
  )
}

interface DecidingProps extends Props {
  extension: ExtensionView
}

/** The head takes a request back; the reason may be left out. */
export function WithdrawExtensionDialog({ view, extension, onClose }: Omit<DecidingProps, 'lastDay'>) {
  const [reason, setReason] = useState('')
  const withdraw = async () => {
    const params = { selfReportId: view.selfReportId, extensionId: extension.extensionId }
    await showExtensions(view, await call(withdrawExtension, { params, body: { reason } }))
    toast({ tone: 'good', text: 'Đã rút đề nghị gia hạn và báo cho Đoàn.' })
  }
  return (
    <ConfirmDialog title="Rút đề nghị gia hạn?" confirmLabel="Rút đề nghị" onConfirm={withdraw} onClose={onClose}>
      <div className={styles.facts}>
        <p>
          {view.dueOn ? `Hạn gửi báo cáo vẫn là ${formatDate(view.dueOn)}.` : 'Hạn gửi báo cáo giữ như hiện nay.'} Người
          đã được báo về đề nghị sẽ được báo là đã rút. Có thể đề nghị lại khi cần.
        </p>
        <TextAreaField label="Lý do" hint="Không bắt buộc." value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  )
}

/** The secretary's proposal to whoever decides. */
export function PrepareExtensionDialog({ view, extension, lastDay, onClose }: DecidingProps) {
  return (
    <GrantDialog
      request={extension}
      dateField={(to, setTo) => <NewDate label="Gia hạn đến" value={to} onChange={setTo} lastDay={lastDay} />}
      onClose={onClose}
      title="Trình ý kiến về đề nghị gia hạn?"
      confirmLabel="Trình"
      reasonLabel="Ý kiến"
      about="Phó Trưởng đoàn Thường trực thấy ý kiến này; đơn vị không thấy."
      done="Đã trình ý kiến."
      act={async (to, note) => {
        const params = { selfReportId: view.selfReportId, extensionId: extension.extensionId }
        await showExtensions(view, await call(prepareExtension, { params, body: { to, note } }))
      }}
    />
  )
}

/** Granting or refusing, with the reason. */
export function DecideExtensionDialog({ view, extension, lastDay, onClose }: DecidingProps) {
  return (
    <GrantDialog
      request={extension}
      dateField={(to, setTo) => <NewDate label="Gia hạn đến" value={to} onChange={setTo} lastDay={lastDay} />}
      onClose={onClose}
      title={`Quyết định đề nghị gia hạn của ${view.unitName}?`}
      confirmLabel="Quyết định"
      reasonLabel="Lý do"
      about="Đơn vị được báo ngay. Ngày được gia hạn là hạn mới để xét đúng hạn hay muộn."
      done="Đã quyết định và báo cho đơn vị."
      act={async (to, reason) => {
        const params = { selfReportId: view.selfReportId, extensionId: extension.extensionId }
        await showExtensions(view, await call(decideExtension, { params, body: { to, reason } }))
      }}
    />
  )
}
