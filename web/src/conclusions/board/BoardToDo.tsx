import type { BoardView } from '@cchc/domain/conclusions/board-contract.ts'
import { IconCheck } from '@tabler/icons-react'
import { sayFailure } from '../../platform/say-failure.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Board.module.css'
import type { Opened } from './BoardPage.tsx'
import { setApart } from './data.ts'

interface Props {
  board: BoardView
  editable: boolean
  onOpen: (opened: Opened) => void
}

/** What is left to do on the board, each leading to its point; and pairs that may be one thing recorded twice. */
export function BoardToDo({ board, editable, onOpen }: Props) {
  const waiting = board.points.filter(({ undone }) => undone.length > 0)
  const textOf = (id: string) => board.points.find(({ pointId }) => pointId === id)?.text ?? ''
  const apart = (one: string, other: string) => void setApart(one, other).catch(sayFailure)
  return (
    <div className={styles.todo}>
      {waiting.length === 0 ? (
        <p className={styles.done}>
          <IconCheck size={16} aria-hidden="true" /> Mọi điểm đã xử lý xong.
        </p>
      ) : (
        <details>
          <summary>Còn {waiting.length} điểm chưa xử lý</summary>
          <ul>
            {waiting.map(({ pointId, text, undone }) => (
              <li key={pointId}>
                <button type="button" className={styles.open} onClick={() => onOpen({ what: 'point', pointId })}>
                  {text}
                </button>
                <span className={styles.meta}>{undone.join('; ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {board.likely.length > 0 && (
        <details open>
          <summary>{board.likely.length} cặp có thể trùng nhau</summary>
          <ul>
            {board.likely.map(({ one, other }) => (
              <li key={`${one} ${other}`}>
                <span className={styles.said}>{textOf(one)}</span>
                <span className={styles.said}>{textOf(other)}</span>
                {editable && (
                  <span className={styles.buttons}>
                    <Button size="s" onClick={() => onOpen({ what: 'merge', pointId: other, into: one })}>
                      Gộp…
                    </Button>
                    <Button size="s" kind="quiet" onClick={() => apart(one, other)}>
                      Không trùng
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
