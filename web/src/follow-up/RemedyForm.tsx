import { type ProofFile, type RecommendationDetail, uploadProof } from '@cchc/domain/follow-up/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { type FormEvent, useEffect, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { sendRemedy } from './data.ts'
import styles from './FollowUp.module.css'
import { ProofRow } from './ProofRow.tsx'
import { useProofs } from './use-proofs.ts'

/** A remedy that was begun on this device and not sent yet. */
interface Begun {
  readonly text: string
  readonly files: readonly ProofFile[]
}

const accepted = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx']

/** The unit's report of what it mended, with proofs; kept on this device until it is sent. */
export function RemedyForm({ recommendation }: { recommendation: RecommendationDetail }) {
  const { recommendationId, state, proofExpected } = recommendation
  const { personId } = useViewer()
  const [place] = useState(() => unsentPlace<Begun>(`${personId}.remedy`))
  const [begun] = useState(() => place.read(recommendationId))
  const [text, setText] = useState(begun?.value.text ?? '')
  const proofs = useProofs(recommendationId, begun?.value.files ?? [])
  const [problem, setProblem] = useState('')
  const [asking, setAsking] = useState(false)
  const kept = proofs.list.flatMap((proof) => proof.kept ?? [])
  const written = JSON.stringify({ text, files: kept } satisfies Begun)

  useEffect(() => {
    const value = JSON.parse(written) as Begun
    if (value.text.trim() === '' && value.files.length === 0) place.drop(recommendationId)
    else place.keep(recommendationId, { value, revision: 0, at: new Date().toISOString() })
  }, [written, place, recommendationId])

  const ask = (event: FormEvent) => {
    event.preventDefault()
    const wrong = whyNot(text, kept.length, proofs.underWay)
    setProblem(wrong)
    setAsking(wrong === '')
  }
  const send = async () => {
    await sendRemedy(
      recommendationId,
      text,
      kept.map(({ fileId }) => fileId),
    )
    place.drop(recommendationId)
    toast({ tone: 'good', text: 'Đã gửi báo cáo khắc phục. Đoàn kiểm tra sẽ xác minh.' })
  }

  return (
    <Card title={state === 'sent-back' ? 'Báo cáo khắc phục lần tiếp theo' : 'Báo cáo kết quả khắc phục'}>
      <form className={styles.form} onSubmit={ask} noValidate>
        <LastReason recommendation={recommendation} />
        {begun && <Message kind="note">Đã khôi phục phần viết dở lúc {formatInstant(begun.at)} trên máy này.</Message>}
        <TextAreaField
          label="Đã làm gì, kết quả ra sao"
          hint="Nêu việc đã làm, ngày hoàn thành, số văn bản, người chịu trách nhiệm."
          rows={5}
          maxLength={20_000}
          value={text}
          onChange={(next) => {
            setText(next)
            setProblem('')
          }}
        />
        <div className={styles.proofs}>
          <p className={styles.label}>Tài liệu kiểm chứng</p>
          {proofExpected && <p className={styles.small}>Cần gửi: {proofExpected}</p>}
          <FileDrop
            label="Chọn tài liệu"
            accept={accepted}
            maxBytes={uploadProof.upload?.maxBytes ?? 0}
            multiple
            hint="PDF, ảnh, Word .docx, Excel .xlsx; mỗi tệp tối đa 20 MB. Che dữ liệu cá nhân của công dân trước khi gửi."
            onFiles={(files) => {
              setProblem('')
              proofs.add(files)
            }}
          />
          {proofs.list.length > 0 && (
            <ul className={styles.proofList} aria-label="Tài liệu đã chọn">
              {proofs.list.map((proof) => (
                <li key={proof.key}>
                  <ProofRow
                    proof={proof}
                    onAgain={() => proofs.again(proof.key)}
                    onRemove={() => proofs.remove(proof.key)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        {problem && (
          <Message kind="error" live>
            {problem}
          </Message>
        )}
        <div>
          <Button type="submit" kind="primary">
            Gửi báo cáo khắc phục
          </Button>
        </div>
      </form>
      {asking && (
        <ConfirmDialog
          title="Gửi báo cáo khắc phục?"
          confirmLabel="Gửi báo cáo"
          onConfirm={() => send().catch((error) => Promise.reject(new Error(sentenceOf(error))))}
          onClose={() => setAsking(false)}
        >
          {kept.length > 0 ? `Kèm ${kept.length} tài liệu kiểm chứng. ` : 'Chưa kèm tài liệu kiểm chứng nào. '}
          Sau khi gửi, nội dung không sửa được; nếu Đoàn xác minh chưa đạt, đơn vị báo cáo lại.
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
