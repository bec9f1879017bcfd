import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import {
  askMoreTime,
  decideMoreTime,
  type MoreTimeRequest,
  prepareMoreTime,
  withdrawMoreTime,
} from '@cchc/domain/follow-up/extension-contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { useCalendar } from '../conclusions/use-calendar.ts'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { GrantDialog } from '../self-reports/GrantDialog.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './MoreTime.module.css'
import { showMoreTime } from './more-time-data.ts'

interface Props {
  recommendation: RecommendationDetail
  onClose: () => void
}
interface RequestProps extends Props {
  request: MoreTimeRequest
}

/** The head asks for more time. */
export function AskMoreTimeDialog({ recommendation, onClose }: Props) {
  const { recommendationId, dueOn } = recommendation
  const [wishedOn, setWishedOn] = useState<string | null>(null)
  const ask = async (reason: string) => {
    if (!wishedOn) return 'Chọn ngày muốn lùi hạn đến.'
    const after = await call(askMoreTime, { params: { recommendationId }, body: { reason, wishedOn } })
    await showMoreTime(recommendationId, after)
    toast({ tone: 'good', text: 'Đã gửi đề nghị gia hạn.' })
  }
  return (
    <ConfirmDialog
      title="Đề nghị gia hạn khắc phục?"
      confirmLabel="Gửi đề nghị"
      reasonLabel="Lý do"
      onConfirm={ask}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>
          Hạn hiện nay: {formatDate(dueOn)}. Phó Trưởng đoàn Thường trực hoặc Trưởng đoàn quyết định; chưa có quyết định
          thì hạn vẫn như cũ.
        </p>
        <NewDate label="Xin lùi hạn đến" dueOn={dueOn} value={wishedOn} onChange={setWishedOn} />
      </div>
    </ConfirmDialog>
  )
}

/** A later date, with how many working days it is away. */
export function NewDate(props: {
  label: string
  /** The date that stands. */
  dueOn: string
  value: string | null
  onChange: (date: string | null) => void
}) {
  const { dueOn, ...field } = props
  const { today } = useSession()
  const { leftInWords, dayOff } = useCalendar()
  const left = field.value && leftInWords(field.value)
  return (
    <DateField
      {...field}
      required
      today={today}
      min={dueOn > today ? dueOn : today}
      dayOff={dayOff}
      hint={left ? `Từ hôm nay ${left}.` : 'Một ngày làm việc sau hạn hiện nay.'}
    />
  )
}

/** The head takes a request back. */
export function WithdrawDialog({ recommendation: { recommendationId }, request, onClose }: RequestProps) {
  const withdraw = async (reason: string) => {
    const params = { recommendationId, extensionId: request.extensionId }
    await showMoreTime(recommendationId, await call(withdrawMoreTime, { params, body: { reason } }))
    toast({ tone: 'good', text: 'Đã rút đề nghị gia hạn.' })
  }
  return (
    <ConfirmDialog
      title="Rút đề nghị gia hạn?"
      confirmLabel="Rút đề nghị"
      reasonLabel="Lý do"
      onConfirm={withdraw}
      onClose={onClose}
    >
      Hạn khắc phục giữ như hiện nay. Có thể đề nghị lại khi cần.
    </ConfirmDialog>
  )
}

/** The secretary's proposal to whoever decides. */
export function PrepareMoreTimeDialog(props: RequestProps) {
  const { recommendationId } = props.recommendation
  const params = { recommendationId, extensionId: props.request.extensionId }
  return (
    <GrantDialog
      request={props.request}
      dateField={(to, setTo) => (
        <NewDate label="Gia hạn đến" dueOn={props.recommendation.dueOn} value={to} onChange={setTo} />
      )}
      onClose={props.onClose}
      title="Trình ý kiến về đề nghị gia hạn?"
      confirmLabel="Trình"
      reasonLabel="Ý kiến"
      about="Người quyết định thấy ý kiến này; đơn vị không thấy."
      done="Đã trình ý kiến."
      act={async (to, note) =>
        showMoreTime(recommendationId, await call(prepareMoreTime, { params, body: { to, note } }))
      }
    />
  )
}

/** Granting or refusing, with the reason. */
export function DecideMoreTimeDialog(props: RequestProps) {
  const { recommendationId, unitName } = props.recommendation
  const params = { recommendationId, extensionId: props.request.extensionId }
  return (
    <GrantDialog
      request={props.request}
      dateField={(to, setTo) => (
        <NewDate label="Gia hạn đến" dueOn={props.recommendation.dueOn} value={to} onChange={setTo} />
      )}
      onClose={props.onClose}
      title={`Quyết định đề nghị gia hạn của ${unitName}?`}
      confirmLabel="Quyết định"
      reasonLabel="Lý do"
      about="Đơn vị được báo ngay. Ngày được gia hạn là hạn mới của kiến nghị."
      done="Đã quyết định và báo cho đơn vị."
      act={async (to, reason) =>
        showMoreTime(recommendationId, await call(decideMoreTime, { params, body: { to, reason } }))
      }
    />
  )
}
