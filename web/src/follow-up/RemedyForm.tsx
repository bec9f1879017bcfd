import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { attachmentsQuery, isAt } from '../evidence/data.ts'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { useSendings } from '../evidence/upload-desk.ts'
import { useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { sendRemedy } from './data.ts'
import styles from './FollowUp.module.css'

/** The unit's report of what it mended, with proofs; its words are kept on this device until they are sent. */
export function RemedyForm({ recommendation }: { recommendation: RecommendationDetail }) {
  const { recommendationId, inspectionId, state, proofExpected, remedies } = recommendation
  const { personId } = useViewer()
  const [place] = useState(() => unsentPlace<string>(`${personId}.remedy-words`))
  const [begun] = useState(() => place.read(recommendationId))
  const [text, setText] = useState(begun?.value ?? '')
  const [problem, setProblem] = useState('')
  const [asking, setAsking] = useState(false)
  const turn = remedies.length + 1
  const at = { inspectionId, ownerKind: 'remedy' as const, ownerId: recommendationId, place: String(turn) }
  const { data: files = 0 } = useQuery({
    ...attachmentsQuery(inspectionId),
    select: ({ attachments }) => attachments.filter(isAt(at)).length,
  })
  const underWay = useSendings().some((one) => one.at.ownerId === recommendationId && one.phase !== 'failed')
  const write = (next: string) => {
    setText(next)
    setProblem('')
    if (next.trim() === '') place.drop(recommendationId)
    else place.keep(recommendationId, { value: next, revision: 0, at: new Date().toISOString() })
  }

  const ask = () => {
    const wrong = whyNot(text, files, underWay)
    setProblem(wrong)
    setAsking(wrong === '')
  }
  const send = async () => {
    await sendRemedy(recommendationId, text)
    place.drop(recommendationId)
    toast({ tone: 'good', text: 'Đã gửi báo cáo khắc phục. Đoàn kiểm tra sẽ xác minh.' })
  }

  return (
    <Card title={state === 'sent-back' ? 'Báo cáo khắc phục lần tiếp theo' : 'Báo cáo kết quả khắc phục'}>
      <div className={styles.form}>
        <LastReason recommendation={recommendation} />
        {begun && <Message kind="note">Đã khôi phục phần viết dở lúc {formatInstant(begun.at)} trên máy này.</Message>}
        <TextAreaField
          label="Đã làm gì, kết quả ra sao"
          hint="Nêu việc đã làm, ngày hoàn thành, số văn bản, người chịu trách nhiệm."
          rows={5}
          maxLength={20_000}
          value={text}
          onChange={write}
        />
        <div className={styles.proofs}>
          <p className={styles.label}>Tài liệu kiểm chứng</p>
          {proofExpected && <p className={styles.small}>Cần gửi: {proofExpected}</p>}
          <EvidenceBox at={at} writable />
          <p className={styles.small}>Che dữ liệu cá nhân của công dân trước khi gửi.</p>
        </div>
        {problem && (
          <Message kind="error" live>
            {problem}
          </Message>
        )}
        <div>
          <Button kind="primary" onClick={ask}>
            Gửi báo cáo khắc phục
          </Button>
        </div>
      </div>
      {asking && (
        <ConfirmDialog
          title="Gửi báo cáo khắc phục?"
          confirmLabel="Gửi báo cáo"
          wayOut="Để sau"
          onConfirm={() => send()}
          onClose={() => setAsking(false)}
        >
          {files > 0 ? `Kèm ${files} tài liệu kiểm chứng. ` : 'Chưa kèm tài liệu kiểm chứng nào. '}
          Sau khi gửi, nội dung và tài liệu không sửa được; nếu Đoàn xác minh chưa đạt, đơn vị báo cáo lại.
        </ConfirmDialog>
      )}
    </Card>
  )
}

function whyNot(text: string, files: number, underWay: boolean): string {
  if (underWay) return 'Còn tệp đang gửi lên. Chờ gửi xong hoặc bỏ tệp đó rồi gửi báo cáo.'
  if (text.trim() === '' && files === 0)
    return 'Cần nêu kết quả khắc phục bằng lời hoặc kèm ít nhất một tài liệu kiểm chứng.'
  return ''
}

function LastReason({ recommendation: { state, remedies } }: { recommendation: RecommendationDetail }) {
  const last = remedies.findLast(({ verdict }) => verdict === 'not-adequate')
  if (state !== 'sent-back' || !last) return null
  return (
    <Message kind="warning" lead="Lần trước chưa đạt.">
      {last.verdictReason}
    </Message>
  )
}
