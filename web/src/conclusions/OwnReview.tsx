import type { DraftReview } from '@cchc/domain/conclusions/review-contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { useViewer } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, CheckGroup, RadioField } from '../ui/ChoiceFields.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SelectField, TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './Answer.module.css'
import { sayOfFields } from './answer-data.ts'

/** The viewer's own fields of the draft: agreed to, or what is to be changed, where. */
export function OwnReview({ review }: { review: DraftReview }) {
  const { personId } = useViewer()
  const own = review.leads.filter((lead) => lead.personId === personId && lead.answer === null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [stance, setStance] = useState('agreed')
  const [about, setAbout] = useState('')
  const [text, setText] = useState('')
  const sending = useSending()
  const chosen = own.map(({ fieldKey }) => fieldKey).filter((fieldKey) => !left.includes(fieldKey))
  const due = own[0]?.dueOn
  if (own.length === 0) return null
  const send = () =>
    sending.send(async () => {
      if (chosen.length === 0) return 'Chọn ít nhất một lĩnh vực.'
      if (stance === 'remarked' && text.trim() === '') return 'Viết nội dung đề nghị sửa.'
      await sayOfFields(review, chosen, stance === 'remarked' ? [{ about, text }] : [])
      toast({ tone: 'good', text: stance === 'remarked' ? 'Đã gửi góp ý.' : 'Đã thống nhất với dự thảo.' })
      setText('')
    })
  return (
    <Card title="Lĩnh vực bạn phụ trách" aside={due ? `trả lời đến hết ${formatDate(due)}` : undefined}>
      <div className={styles.form}>
        <CheckGroup label="Lĩnh vực">
          {own.map(({ fieldKey, fieldName }) => (
            <CheckField
              key={fieldKey}
              label={fieldName}
              checked={!left.includes(fieldKey)}
              onChange={(checked) => setLeft(checked ? left.filter((key) => key !== fieldKey) : [...left, fieldKey])}
            />
          ))}
        </CheckGroup>
        <RadioField
          label="Ý kiến"
          value={stance}
          onChange={setStance}
          options={[
            { value: 'agreed', label: 'Thống nhất với dự thảo' },
            { value: 'remarked', label: 'Đề nghị sửa' },
          ]}
        />
        {stance === 'remarked' && (
          <>
            <PointField review={review} value={about} onChange={setAbout} />
            <TextAreaField label="Nội dung đề nghị sửa" required maxLength={5000} value={text} onChange={setText} />
          </>
        )}
        <Problem of={sending} />
        <Button kind="primary" busy={sending.busy} onClick={() => void send()}>
          {stance === 'remarked' ? 'Gửi góp ý' : 'Thống nhất'}
        </Button>
      </div>
    </Card>
  )
}

/** What a remark is about. */
export function PointField({
  review,
  value,
  onChange,
}: {
  review: DraftReview
  value: string
  onChange: (key: string) => void
}) {
  return (
    <SelectField
      label="Về nội dung"
      value={value}
      onChange={onChange}
      placeholder="Cả dự thảo"
      options={review.points.map(({ key, name }) => ({ value: key, label: name }))}
    />
  )
}
