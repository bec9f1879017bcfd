import type { UnplacedPiece } from '@cchc/domain/self-reports/draft/draft.ts'
import { Card } from '../../ui/Card.tsx'
import styles from './DraftImport.module.css'
import { lineId } from './draft-import.ts'

/** What the draft says and no item takes, with the reason; nothing of it is lost silently. */
export function UnplacedCard({ unplaced }: { unplaced: readonly UnplacedPiece[] }) {
  if (unplaced.length === 0) return null
  return (
    <Card title={`Chưa xếp được (${unplaced.length})`}>
      <ul className={styles.list}>
        {unplaced.map(({ source, why }, at) => (
          <li key={at} className={styles.unplaced}>
            <p>
              <a href={`#${lineId(source.paragraph, source.row)}`}>
                {source.row === null ? `Đoạn ${source.paragraph}` : `Đoạn ${source.paragraph}, dòng ${source.row}`}
              </a>
              : “{source.text.length > 220 ? `${source.text.slice(0, 219)}…` : source.text}”
            </p>
            <p className={styles.quiet}>{why}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
