import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { CheckResult } from '@cchc/domain/outlines/evaluate.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import type { AnswerValue, OutlineItem } from '@cchc/domain/outlines/outline.ts'
import type { SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import type { Slot } from '../platform/saver.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { Explanation } from './Explanation.tsx'
import styles from './Item.module.css'
import { useFormTools } from './use-desk.ts'
import { divided } from './wording.ts'

interface Props {
  item: OutlineItem
  slot: Slot<AnswerValue | null, SavedAnswer>
  results: readonly CheckResult[]
}

/** Everything there is to say under one item: what the checks say, and what became of saving it. */
export function ItemMessages({ item, slot, results }: Props) {
  const { desk, compare } = useFormTools()
  const writer = desk.writerOf(item.key)
  return (
    <div className={styles.messages}>
      {writer && slot.phase === 'still' && <p className={styles.writer}>{writer} vừa ghi mục này.</p>}
      {results.map((result) => (
        <CheckMessage key={result.checkKey} result={result} />
      ))}
      {slot.phase === 'failed' && (
        <Message kind="error" lead="Chưa lưu được.">
          {slot.problem} Nội dung vẫn được giữ trên máy này.{' '}
          <Button kind="quiet" size="s" className={styles.inText} onClick={() => desk.answers.flush(item.key)}>
            Thử lại
          </Button>
        </Message>
      )}
      {slot.phase === 'clash' && slot.theirs && (
        <Message
          kind="warning"
          lead={`${slot.theirs.savedBy} đã sửa mục này lúc ${formatInstant(slot.theirs.savedAt)}.`}
        >
          Chưa có gì bị ghi đè.{' '}
          <Button kind="quiet" size="s" className={styles.inText} onClick={() => compare(item.key)}>
            Xem hai bản
          </Button>
        </Message>
      )}
      {slot.restoredAt && slot.stranded === null && (
        <Message kind="note">
          Đã khôi phục {slot.phase === 'still' && 'và lưu '}phần viết dở lúc {formatInstant(slot.restoredAt)} trên máy
          này.
        </Message>
      )}
      {slot.stranded !== null && <Stranded item={item} slot={slot} />}
    </div>
  )
}

function CheckMessage({ result }: { result: CheckResult }) {
  const { lead, rest } = divided(result.sentence)
  const kind = result.level === 'below-target' ? 'target' : result.level
  return (
    <Message kind={kind} lead={lead}>
      {rest}
      {result.level !== 'error' && <Explanation checkKey={result.checkKey} needed={result.level === 'warning'} />}
    </Message>
  )
}

/** Text that was typed here and can no longer be sent, because the report has gone on. */
function Stranded({ item, slot }: Pick<Props, 'item' | 'slot'>) {
  const { desk } = useFormTools()
  const text = formatAnswer(item, slot.stranded)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ tone: 'good', text: 'Đã chép nội dung.' }),
      () => toast({ tone: 'error', text: 'Trình duyệt không cho chép. Hãy bôi đen rồi bấm Ctrl+C.' }),
    )
  return (
    <Message kind="warning" lead="Phần viết dở trên máy này chưa được gửi, vì báo cáo không còn mở để viết.">
      <p className={styles.strandedText}>{text}</p>
      <span className={styles.buttons}>
        <Button size="s" onClick={() => void copy()}>
          Chép nội dung
        </Button>
        <Button size="s" onClick={() => desk.answers.dropStranded(item.key)}>
          Bỏ phần này
        </Button>
      </span>
    </Message>
  )
}
