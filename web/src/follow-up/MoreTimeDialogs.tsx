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
import { sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
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

/** The refusal's sentence is what the dialog shows. */
const saying = (work: Promise<unknown>) => work.catch((error) => Promise.reject(new Error(sentenceOf(error))))

/** The head asks for more time. */
export function AskMoreTimeDialog({ recommendation, onClose }: Props) {
  const { recommendationId, dueOn } = recommendation
  const [wishedOn, setWishedOn] = useState<string | null>(null)
  const ask = async (reason: string) => {
    if (!wishedOn) throw new Error('Chọn ngày muốn lùi hạn đến.')
    await saying(
      call(askMoreTime, { params: { recommendationId }, body: { reason, wishedOn } }).then((after) =>
        showMoreTime(recommendationId, after),
      ),
    )
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
    await saying(
      call(withdrawMoreTime, { params, body: { reason } }).then((after) => showMoreTime(recommendationId, after)),
    )
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
    <YesOrNo
      {...props}
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
    <YesOrNo
      {...props}
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

interface YesOrNoProps extends RequestProps {
  title: string
  confirmLabel: string
  reasonLabel: string
  about: string
  done: string
  act: (to: string | null, words: string) => Promise<void>
}

function YesOrNo({
  title,
  confirmLabel,
  reasonLabel,
  about,
  done,
  request,
  act,
  recommendation,
  onClose,
}: YesOrNoProps) {
  const { proposal, wishedOn } = request
  const [choice, setChoice] = useState(proposal && proposal.to === null ? 'no' : 'yes')
  const [to, setTo] = useState<string | null>(proposal?.to ?? wishedOn)
  const confirm = async (words: string) => {
    if (choice === 'yes' && !to) throw new Error('Chọn ngày gia hạn đến.')
    await saying(act(choice === 'yes' ? to : null, words))
    toast({ tone: 'good', text: done })
  }
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      reasonLabel={reasonLabel}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>
          Đơn vị xin đến <strong>{formatDate(wishedOn)}</strong>: {request.reason}
        </p>
        <p className={styles.quiet}>{about}</p>
        <RadioField
          label="Kết quả"
          look="segments"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'yes', label: 'Gia hạn' },
            { value: 'no', label: 'Không gia hạn' },
          ]}
        />
        {choice === 'yes' && <NewDate label="Gia hạn đến" dueOn={recommendation.dueOn} value={to} onChange={setTo} />}
      </div>
    </ConfirmDialog>
  )
}
