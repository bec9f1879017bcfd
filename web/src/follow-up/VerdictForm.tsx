import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { judgeRemedy, type Verdict } from './data.ts'
import styles from './FollowUp.module.css'

/** The team's word on the newest remedy: adequate, or not and what is still missing. */
export function VerdictForm({ recommendation: { recommendationId } }: { recommendation: RecommendationDetail }) {
  const [verdict, setVerdict] = useState<Verdict | ''>('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<{ verdict?: string; reason?: string; whole?: string }>({})
  const [busy, setBusy] = useState(false)
  const judge = async (event: FormEvent) => {
    event.preventDefault()
    if (verdict === '') {
      setErrors({ verdict: 'Chọn đạt hoặc chưa đạt.' })
      return
    }
    if (verdict === 'not-adequate' && reason.trim() === '') {
      setErrors({ reason: 'Ghi rõ còn thiếu gì để đơn vị biết mà làm tiếp.' })
      return
    }
    setBusy(true)
    try {
      await judgeRemedy(recommendationId, verdict, reason)
      toast({ tone: 'good', text: verdict === 'adequate' ? 'Đã xác nhận khắc phục xong.' : 'Đã trả lại để làm tiếp.' })
    } catch (error) {
      setErrors({ whole: sentenceOf(error) })
      setBusy(false)
    }
  }
  return (
    <Card title="Xác minh báo cáo mới nhất">
      <form className={styles.form} onSubmit={(event) => void judge(event)} noValidate>
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
          label={verdict === 'not-adequate' ? 'Còn thiếu gì' : 'Nhận xét (nếu có)'}
          required={verdict === 'not-adequate'}
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
        {errors.whole && (
          <Message kind="error" lead="Chưa ghi được kết quả." live>
            {errors.whole}
          </Message>
        )}
        <div>
          <Button type="submit" kind="primary" busy={busy}>
            Ghi kết quả xác minh
          </Button>
        </div>
      </form>
    </Card>
  )
}
