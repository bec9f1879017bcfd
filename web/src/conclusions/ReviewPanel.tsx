import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import type { DraftReview, RemarkView } from '@cchc/domain/conclusions/review-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './Answer.module.css'
import { reviewQuery } from './answer-data.ts'
import { remark, settle } from './data.ts'
import { LeadsCard } from './LeadsCard.tsx'
import { OwnReview, PointField } from './OwnReview.tsx'
import { SettleForm } from './SettleForm.tsx'
import { UnitAnswer } from './UnitAnswer.tsx'

/** What was said of the draft: the leads of fields, the unit it was shown to, remarks with their answers, the approval. */
export function ReviewPanel({ conclusion }: { conclusion: ConclusionView }) {
  const { inspectionId, conclusionId } = conclusion
  const { data: review, error } = useQuery(reviewQuery(inspectionId, conclusionId))
  if (error && !review) throw error
  if (!review)
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    )
  return (
    <div className={styles.stack}>
      <Approval review={review} />
      <OwnReview review={review} />
      <LeadsCard leads={review.leads} />
      <UnitAnswer inspectionId={inspectionId} conclusionId={conclusionId} />
      <Remarks review={review} />
      {review.actions.includes('remark') && <NewRemark review={review} />}
    </div>
  )
}

function Approval({ review: { approval, unsettled } }: { review: DraftReview }) {
  if (approval)
    return (
      <Message kind="good" lead={`${approval.by} đã duyệt dự thảo, ${formatInstant(approval.at)}.`}>
        {approval.exception ? `Duyệt kèm ngoại lệ: ${approval.exception}` : 'Lấy số và ban hành được.'}
      </Message>
    )
  if (unsettled.length === 0) return null
  return (
    <Message kind="warning" lead="Chưa duyệt được:">
      {unsettled.join('; ')}.
    </Message>
  )
}

function Remarks({ review }: { review: DraftReview }) {
  const { remarks } = review
  if (remarks.length === 0) return null
  return (
    <Card title="Góp ý" aside={`${remarks.filter(({ settled }) => settled).length}/${remarks.length} đã xử lý`}>
      <ul className={styles.rows}>
        {remarks.map((each) => (
          <li key={each.remarkId}>
            <OneRemark remark={each} mayAnswer={review.actions.includes('settle') && !each.settled} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const settledWords = ({ settled, takenOver }: RemarkView) =>
  !settled ? 'Chờ xử lý' : takenOver === null ? 'Đã xử lý' : takenOver ? 'Tiếp thu' : 'Không tiếp thu'

function OneRemark({ remark: each, mayAnswer }: { remark: RemarkView; mayAnswer: boolean }) {
  const { at, who, aboutName, text, settled, reply, settledBy, settledAt } = each
  return (
    <>
      <p className={styles.row}>
        <span>
          <strong>{who}</strong>
          <span className={styles.small}>{formatInstant(at)}</span>
          {aboutName && <span className={styles.about}>{aboutName}</span>}
        </span>
        <StatusBadge
          tone={settled ? 'ok' : 'wait'}
          icon={settled ? <IconCheck aria-hidden="true" /> : <IconClock aria-hidden="true" />}
        >
          {settledWords(each)}
        </StatusBadge>
      </p>
      <p className={styles.said}>{text}</p>
      {reply && (
        <p className={styles.reply}>
          <b>{settledBy ?? 'Trả lời'}:</b> {reply}
          {settledAt && <span className={styles.small}>{formatInstant(settledAt)}</span>}
        </p>
      )}
      {mayAnswer && <SettleForm who={who} onSettle={(takenOver, words) => settle(each.remarkId, takenOver, words)} />}
    </>
  )
}

function NewRemark({ review }: { review: DraftReview }) {
  const [about, setAbout] = useState('')
  const [text, setText] = useState('')
  const sending = useSending()
  const send = () =>
    sending.send(async () => {
      if (text.trim() === '') return 'Viết vài chữ trước khi gửi.'
      await remark(review.conclusionId, about, text)
      setText('')
      toast({ tone: 'good', text: 'Đã gửi góp ý.' })
    })
  return (
    <Card title="Góp ý dự thảo">
      <div className={styles.form}>
        <PointField review={review} value={about} onChange={setAbout} />
        <TextAreaField
          label="Nội dung góp ý"
          hint="Nêu rõ câu nào, đề nghị sửa ra sao."
          rows={2}
          maxLength={5000}
          value={text}
          onChange={setText}
          error={sending.problem}
        />
        <Button size="s" busy={sending.busy} onClick={() => void send()}>
          Gửi góp ý
        </Button>
      </div>
    </Card>
  )
}
