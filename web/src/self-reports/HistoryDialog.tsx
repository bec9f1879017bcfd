import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { type AnswerValue, itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { isRichText } from '@cchc/domain/outlines/rich-text.ts'
import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { sameAnswer } from './answer-saver.ts'
import { Compared } from './Compared.tsx'
import { ComparedText } from './ComparedText.tsx'
import styles from './Dialogs.module.css'
import { answerHistoryQuery } from './data.ts'
import { useFormTools } from './use-desk.ts'
import { type DiffPart, diffWords } from './word-diff.ts'

/** Every answer one question has had: what, by whom, when, with what changed against the one before. */
export function HistoryDialog({ item, onClose }: { item: OutlineItem; onClose: () => void }) {
  const { desk, writable } = useFormTools()
  const { data, error, refetch } = useQuery(answerHistoryQuery(desk.selfReportId, item.key))
  const written = (value: AnswerValue | null) => (value === null ? '' : formatAnswer(item, value))
  const now = desk.answers.slot(item.key).value
  return (
    <Dialog title="Các bản đã lưu" look="side" onClose={onClose}>
      <p className={styles.about}>{itemName(item)}</p>
      {error && !data && (
        <Message kind="error">
          {sentenceOf(error)}{' '}
          <Button size="s" onClick={() => void refetch()}>
            Thử lại
          </Button>
        </Message>
      )}
      {!data && !error && <Skeleton lines={6} />}
      {data?.versions.length === 0 && <p>Mục này chưa được lưu lần nào.</p>}
      <ol className={styles.versions}>
        {data?.versions.map((version, at, all) => (
          <li key={version.revision}>
            <p className={styles.versionHead}>
              <strong>{version.savedBy}</strong> · {formatInstant(version.savedAt)}
              {at === 0 && ' · bản hiện nay'}
            </p>
            {item.kind === 'text' ? (
              <ComparedText text={textOf(version.value)} other={textOf((all[at + 1] ?? version).value)} />
            ) : (
              <Compared parts={changesIn(written(version.value), all[at + 1] && written(all[at + 1]!.value))} />
            )}
            {writable && !sameAnswer(version.value, now) && (
              <Button
                size="s"
                onClick={() => {
                  desk.answers.write(item.key, version.value, true)
                  desk.reckon()
                  onClose()
                }}
              >
                Dùng lại bản này
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

const textOf = (value: AnswerValue | null) => (typeof value === 'string' || isRichText(value) ? value : null)

/** What a version changed against the one before it; the first one marks nothing. */
function changesIn(text: string, before: string | undefined): DiffPart[] {
  if (before === undefined) return text === '' ? [] : [{ text, differs: false }]
  return diffWords(text, before).left
}
