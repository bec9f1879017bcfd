import { useQuery } from '@tanstack/react-query'
import { Button } from '../ui/Button.tsx'
import styles from './Answer.module.css'
import { carryOne, historyQuery } from './answer-data.ts'

interface Props {
  inspectionId: string
  /** Of these findings alone; without them, all. */
  findingIds?: readonly string[]
  editable: boolean
}

/** In the draft of a replacement: what the notice before asked for and this one does not, where its line was, and why. */
export function EndedLines({ inspectionId, findingIds, editable }: Props) {
  const { data } = useQuery(historyQuery(inspectionId))
  const replacement = data?.replacement
  const ended = (replacement?.open ?? []).filter(
    ({ closedBecause, findingId }) =>
      closedBecause !== null && (!findingIds || (findingId !== null && findingIds.includes(findingId))),
  )
  if (!replacement || ended.length === 0) return null
  const of = { inspectionId, conclusionId: replacement.conclusionId }
  return (
    <ul className={`${styles.rows} ${styles.ended}`} aria-label="Kiến nghị không chuyển tiếp">
      {ended.map(({ recommendationId, text, closedBecause }) => (
        <li key={recommendationId} className={styles.row}>
          <span>
            <del>{text}</del>
            <span className={styles.small}>Kết thúc: {closedBecause}</span>
          </span>
          {editable && (
            <Button size="s" onClick={() => void carryOne(of, recommendationId)}>
              Chuyển tiếp
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
