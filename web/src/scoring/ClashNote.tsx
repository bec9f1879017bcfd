import { formatPoints } from '@cchc/domain/scoring/points.ts'
import { IconCheck } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Scoring.module.css'
import type { ScoreWriting } from './use-score-writing.ts'

/** Whether what is written has been saved; both versions where somebody else wrote meanwhile. */
export function ClashNote({ writing, what }: { writing: ScoreWriting; what: string }) {
  const { phase, problem, theirs, draft } = writing
  if (phase === 'clash' && theirs)
    return (
      <Message kind="warning" lead={`${theirs.by} vừa ghi “${what}”.`} live>
        Chưa có gì bị ghi đè. Của {theirs.by}: {inWords(theirs)}. Của bạn: {inWords(draft)}.
        <span className={styles.buttons}>
          <Button onClick={writing.keepMine}>Giữ của tôi</Button>
          <Button onClick={writing.keepTheirs}>Lấy của {theirs.by}</Button>
        </span>
      </Message>
    )
  if (phase === 'failed')
    return (
      <Message kind="error" live>
        {problem}
      </Message>
    )
  return (
    <p className={styles.phase} role="status">
      {phase === 'saving' && 'Đang lưu…'}
      {phase === 'waiting' && 'Chưa lưu: còn thiếu lý do.'}
      {phase === 'saved' && (
        <>
          <IconCheck size={15} aria-hidden="true" /> Đã lưu
        </>
      )}
    </p>
  )
}

function inWords({ points, text }: { points: number | null; text: string }): string {
  return (
    [points === null ? '' : `${formatPoints(points)} điểm`, text && `“${text}”`].filter(Boolean).join(', ') ||
    'để trống'
  )
}
