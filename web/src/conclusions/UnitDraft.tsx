import { type DraftShowing, downloadDraftPaper } from '@cchc/domain/conclusions/answer-contract.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { LivePaper } from '../documents/LivePaper.tsx'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { draftPaperQuery, noteDraft, sendAnswer } from './answer-data.ts'
import { StandingBadge } from './UnitAnswer.tsx'
import { UnitPoint } from './UnitPoint.tsx'

/** For the unit: the draft it was shown as the paper, and its answer point by point; the head sends it. */
export function UnitDraft({ showing }: { showing: DraftShowing }) {
  const { showingId, unitName, dueOn, workingDaysLeft, actions, points, sentAt, sentBy, closed } = showing
  const paper = useQuery(draftPaperQuery(showingId))
  const [sending, setSending] = useState(false)
  useEffect(() => void noteDraft(showingId).catch(() => undefined), [showingId])
  const explained = points.filter(({ stance }) => stance === 'explain')
  const empty = explained.filter(({ answer }) => answer.trim() === '')
  return (
    <Page
      title={`Dự thảo kết luận kiểm tra ${unitName}`}
      subtitle={
        <span className={styles.buttons}>
          <StandingBadge standing={showing.standing} />
          <span>
            {sentAt
              ? `${sentBy} gửi ý kiến ${formatInstant(sentAt)}`
              : `trả lời đến hết ${formatDate(dueOn)}, ${workingDaysLeftInWords(workingDaysLeft)}`}
          </span>
        </span>
      }
      actions={
        <>
          <DownloadPaper
            act="Tải dự thảo"
            fetchFile={(format) => call(downloadDraftPaper, { params: { showingId }, query: { format } })}
          />
          {actions.includes('send') && (
            <Button kind="primary" onClick={() => setSending(true)}>
              Gửi ý kiến
            </Button>
          )}
        </>
      }
    >
      <div className={styles.shown}>
        <div className={styles.stack}>
          {!sentAt && !closed && (
            <Message kind="note" lead="Đây là dự thảo, chưa ban hành.">
              Nội dung nào đơn vị không ghi ý kiến được coi là thống nhất.{' '}
              {actions.includes('send')
                ? 'Công chức soạn, lãnh đạo đơn vị gửi.'
                : actions.includes('write')
                  ? 'Soạn xong, báo lãnh đạo đơn vị gửi.'
                  : ''}
            </Message>
          )}
          {closed && !sentAt && (
            <Message kind="note" lead="Đã hết thời gian lấy ý kiến.">
              Đơn vị không gửi ý kiến về dự thảo này.
            </Message>
          )}
          <Card
            title="Ý kiến từng nội dung"
            aside={explained.length > 0 ? `${explained.length} giải trình` : undefined}
          >
            <ul className={styles.rows}>
              {points.map((point) => (
                <li key={point.key}>
                  <UnitPoint showing={showing} point={point} />
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div>
          <LivePaper query={paper} />
        </div>
      </div>
      {sending && (
        <ConfirmDialog
          title="Gửi ý kiến về dự thảo?"
          confirmLabel="Gửi ý kiến"
          wayOut="Để sau"
          onConfirm={async () => {
            if (empty.length > 0) return `“${empty[0]?.name}” chọn giải trình nhưng chưa ghi nội dung.`
            await sendAnswer(showingId)
            toast({ tone: 'good', text: 'Đã gửi ý kiến cho Đoàn kiểm tra.' })
          }}
          onClose={() => setSending(false)}
        >
          {explained.length === 0
            ? 'Đơn vị thống nhất với toàn bộ dự thảo.'
            : `Giải trình ${explained.length} nội dung; các nội dung còn lại được coi là thống nhất.`}{' '}
          Gửi rồi không sửa được nữa.
        </ConfirmDialog>
      )}
    </Page>
  )
}
