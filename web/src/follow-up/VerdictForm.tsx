import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Message } from '../ui/Message.tsx'
import { Problem } from '../ui/Problem.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { newestOf } from './DueCard.tsx'
import { judgeRemedy, type Verdict } from './data.ts'
import styles from './FollowUp.module.css'
import { NewDate } from './MoreTimeDialogs.tsx'
import { HalfDayField, RevisitDialog } from './RevisitDialog.tsx'

type Errors = { verdict?: string; reason?: string; on?: string }

/** The team's word on the newest remedy, on paper or after going there: adequate, or not, what is missing and until when. */
export function VerdictForm({ recommendation }: { recommendation: RecommendationDetail }) {
  const { recommendationId, dueOn, sendBackDueOn } = recommendation
  const { today } = useSession()
  const planned = newestOf(recommendation)?.revisit ?? null
  const isPlannedPast = planned !== null && planned.on <= today
  const [verdict, setVerdict] = useState<Verdict | ''>('')
  const [how, setHow] = useState(isPlannedPast ? 'visit' : 'paper')
  const [on, setOn] = useState<string | null>(isPlannedPast ? planned.on : today)
  const [halfDay, setHalfDay] = useState<HalfDay>(planned?.halfDay ?? 'morning')
  const [reason, setReason] = useState('')
  const [newDueOn, setNewDueOn] = useState<string | null>(sendBackDueOn)
  const [errors, setErrors] = useState<Errors>({})
  const sending = useSending()
  const [planning, setPlanning] = useState(false)
  const isReasonNeeded = verdict === 'not-adequate' || how === 'visit'

  const judge = () =>
    sending.send(async () => {
      const wrong: Errors = {
        ...(verdict === '' && { verdict: 'Chọn đạt hoặc chưa đạt.' }),
        ...(isReasonNeeded && reason.trim() === '' && { reason: 'Ghi rõ đã thấy gì, còn thiếu gì.' }),
        ...(how === 'visit' && !on && { on: 'Chọn ngày đã kiểm tra lại.' }),
      }
      setErrors(wrong)
      if (verdict === '' || Object.keys(wrong).length > 0) return false
      await judgeRemedy(recommendationId, {
        verdict,
        reason,
        visited: how === 'visit' && on ? { on, halfDay } : null,
        dueOn: verdict === 'not-adequate' ? newDueOn : null,
      })
      toast({ tone: 'good', text: verdict === 'adequate' ? 'Đã xác nhận khắc phục xong.' : 'Đã trả lại để làm tiếp.' })
    })
  return (
    <Card title="Xác minh báo cáo mới nhất">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void judge()
        }}
        noValidate
      >
        {planned && !isPlannedPast && (
          <Message kind="note" lead="Đã hẹn kiểm tra lại.">
            {halfDayNames[planned.halfDay]} {formatDate(planned.on)}
            {planned.note && `: ${planned.note}`}
          </Message>
        )}
        <RadioField
          label="Cách xác minh"
          value={how}
          options={[
            { value: 'paper', label: 'Qua hồ sơ, minh chứng đã gửi' },
            { value: 'visit', label: 'Kiểm tra lại tại đơn vị' },
          ]}
          onChange={setHow}
        />
        {how === 'visit' && (
          <div className={styles.pair}>
            <DateField
              label="Ngày đã kiểm tra lại"
              required
              value={on}
              onChange={setOn}
              max={today}
              today={today}
              error={errors.on}
            />
            <HalfDayField value={halfDay} onChange={setHalfDay} />
          </div>
        )}
        <RadioField
          label="Kết quả xác minh"
          value={verdict}
          options={[
            { value: 'adequate', label: 'Đạt: yêu cầu đã được thực hiện, minh chứng đủ' },
            { value: 'not-adequate', label: 'Chưa đạt: đơn vị phải làm tiếp' },
          ]}
          error={errors.verdict}
          onChange={(value) => {
            setVerdict(value as Verdict)
            setErrors({})
          }}
        />
        <TextAreaField
          label={verdict === 'not-adequate' ? 'Còn thiếu gì' : how === 'visit' ? 'Đã thấy gì' : 'Nhận xét (nếu có)'}
          required={isReasonNeeded}
          hint="Đơn vị đọc được nội dung này."
          rows={2}
          maxLength={20_000}
          value={reason}
          error={errors.reason}
          onChange={(text) => {
            setReason(text)
            setErrors({})
          }}
        />
        {verdict === 'not-adequate' && (
          <NewDate label="Hạn làm tiếp" dueOn={dueOn} value={newDueOn} onChange={setNewDueOn} />
        )}
        <Problem of={sending} lead="Chưa ghi được kết quả." />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={sending.busy}>
            Ghi kết quả xác minh
          </Button>
          <Button aria-haspopup="dialog" onClick={() => setPlanning(true)}>
            {planned ? 'Đổi lịch kiểm tra lại' : 'Hẹn kiểm tra lại'}
          </Button>
        </div>
      </form>
      {planning && <RevisitDialog recommendation={recommendation} onClose={() => setPlanning(false)} />}
    </Card>
  )
}
