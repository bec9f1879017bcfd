import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatPoints } from '@cchc/domain/scoring/points.ts'
import type { Criterion } from '@cchc/domain/scoring/sheet.ts'
import { scoreSideNames } from '@cchc/domain/scoring/states.ts'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '../ui/Dialog.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BasisNote } from './BasisNote.tsx'
import { historyQuery } from './data.ts'
import styles from './Scoring.module.css'

/** Who changed the points of a criterion, when, from what to what, why, and on which figures. */
export function HistoryDialog({
  inspectionId,
  criterion,
  onClose,
}: {
  inspectionId: string
  criterion: Criterion
  onClose: () => void
}) {
  const { data, error } = useQuery(historyQuery(inspectionId, criterion.key))
  if (error && !data) throw error
  return (
    <Dialog title={`Lịch sử: ${criterion.label}`} look="wide" onClose={onClose}>
      {data ? (
        <ol className={styles.steps}>
          {data.changes.map((change) => (
            <li key={`${change.side} ${change.at} ${change.from} ${change.to}`}>
              <span>
                <b>{scoreSideNames[change.side]}</b>
                {change.side !== 'explanation' && (
                  <>
                    : {change.from === null ? '' : `${formatPoints(change.from)} → `}
                    {change.to === null ? 'bỏ điểm' : `${formatPoints(change.to)} điểm`}
                    {change.choice && ` (${change.choice})`}
                  </>
                )}
              </span>
              <span className={styles.by}>
                {change.by}, {formatInstant(change.at)}
              </span>
              {change.text && <span className={styles.words}>{change.text}</span>}
              {change.basis && <BasisNote criterion={criterion} basis={change.basis} />}
            </li>
          ))}
        </ol>
      ) : (
        <Skeleton lines={4} />
      )}
    </Dialog>
  )
}
