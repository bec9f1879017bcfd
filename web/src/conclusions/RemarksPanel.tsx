import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Conclusions.module.css'
import { remark, settle } from './data.ts'

type Remark = ConclusionView['remarks'][number]

/** What the team remarked on the draft, each with its answer; the form for a new one while the draft goes round. */
export function RemarksPanel({ conclusion }: { conclusion: ConclusionView }) {
  const { remarks, state, actions, conclusionId } = conclusion
  const mayAnswer = useMay('conclusion.draft') && (state === 'drafting' || state === 'under-review')
  const firstOpen = remarks.find(({ settled }) => !settled)
  return (
    <div className={styles.groups}>
      {remarks.length > 0 ? (
        <Card>
          <ul className={styles.findings}>
            {remarks.map((each) => (
              <li key={each.remarkId}>
                <OneRemark remark={each} mayAnswer={mayAnswer} first={each === firstOpen} />
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        <Card>
          <p className={styles.quiet}>Chưa có góp ý. Thành viên Đoàn góp ý ở đây trong lúc dự thảo được trình.</p>
        </Card>
      )}
      {actions.includes('remark') && (
        <Card title="Góp ý dự thảo">
          <Words
            label="Nội dung góp ý"
            hint="Nêu rõ phần nào, câu nào, đề nghị sửa ra sao."
            act="Gửi góp ý"
            done="Đã gửi góp ý."
            onSend={(text) => remark(conclusionId, '', text)}
          />
        </Card>
      )}
    </div>
  )
}

function OneRemark({
  remark: { remarkId, at, who, text, settled, reply },
  mayAnswer,
  first,
}: {
  remark: Remark
  mayAnswer: boolean
  /** The first that waits for an answer. */
  first: boolean
}) {
  return (
    <>
      <p className={styles.remarkHead}>
        <span>
          <strong>{who}</strong> <span className={styles.small}>{formatInstant(at)}</span>
        </span>
        <StatusBadge
          tone={settled ? 'ok' : 'wait'}
          icon={settled ? <IconCheck aria-hidden="true" /> : <IconClock aria-hidden="true" />}
        >
          {settled ? 'Đã xử lý' : 'Chờ trả lời'}
        </StatusBadge>
      </p>
      <p className={styles.findingText}>{text}</p>
      {reply && (
        <p className={styles.reply}>
          <b>Trả lời:</b> {reply}
        </p>
      )}
      {!settled && mayAnswer && (
        <Words
          label={`Trả lời ${who}`}
          act="Trả lời, đánh dấu đã xử lý"
          primary={first}
          done="Đã trả lời góp ý."
          onSend={(words) => settle(remarkId, true, words)}
        />
      )}
    </>
  )
}

interface WordsProps {
  label: string
  hint?: string
  act: string
  /** The page's main action. */
  primary?: boolean
  done: string
  onSend: (text: string) => Promise<unknown>
}

/** A few words and the button that sends them. */
function Words({ label, hint, act, primary, done, onSend }: WordsProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') {
      setProblem('Viết vài chữ trước khi gửi.')
      return
    }
    setBusy(true)
    try {
      await onSend(text)
      setText('')
      toast({ tone: 'good', text: done })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <form className={styles.words} onSubmit={(event) => void send(event)} noValidate>
      <TextAreaField
        label={label}
        hint={hint}
        rows={2}
        maxLength={5000}
        value={text}
        onChange={(next) => {
          setText(next)
          setProblem('')
        }}
      />
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
      <Button type="submit" size="s" kind={primary ? 'primary' : 'plain'} busy={busy}>
        {act}
      </Button>
    </form>
  )
}
