import type { RequestDetail } from '@cchc/domain/document-requests/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { attachmentsQuery, isAt } from '../evidence/data.ts'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { useSendings } from '../evidence/upload-desk.ts'
import { useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { answer } from './data.ts'
import styles from './Requests.module.css'

/** The unit's answer: words, files or both. What is written stays on this device until it is sent. */
export function AnswerForm({ request, onDone }: { request: RequestDetail; onDone: () => void }) {
  const { personId } = useViewer()
  const { requestId, inspectionId, round, revision } = request
  const unsent = useMemo(() => unsentPlace<string>(`request-answer.${personId}`), [personId])
  const key = `${requestId}.${round}`
  const [text, setText] = useState(() => unsent.read(key)?.value ?? '')
  const sending = useSending()
  const at = { inspectionId, ownerKind: 'document-request' as const, ownerId: requestId, place: String(round) }
  const { data: files = 0 } = useQuery({
    ...attachmentsQuery(inspectionId),
    select: ({ attachments }) => attachments.filter(isAt(at)).length,
  })
  const underWay = useSendings().some((one) => one.at.ownerId === requestId && one.phase !== 'failed')
  const write = (value: string) => {
    setText(value)
    if (value === '') unsent.drop(key)
    else unsent.keep(key, { value, revision, at: new Date().toISOString() })
  }
  const send = () =>
    sending.send(async () => {
      if (underWay) return 'Còn tệp đang tải lên. Chờ tải xong, hoặc bỏ tệp đó, rồi gửi.'
      if (text.trim() === '' && files === 0) return 'Trả lời bằng lời hoặc kèm ít nhất một tệp trước khi gửi.'
      await answer(request, text)
      unsent.drop(key)
      toast({ tone: 'good', text: 'Đã gửi trả lời cho Đoàn kiểm tra.' })
      onDone()
    })
  return (
    <section className={styles.answer} aria-label="Trả lời của đơn vị">
      <TextAreaField label="Trả lời" value={text} onChange={write} />
      <EvidenceBox at={at} writable />
      <Problem of={sending} />
      <Button kind="primary" busy={sending.busy} onClick={() => void send()}>
        Gửi trả lời
      </Button>
    </section>
  )
}
