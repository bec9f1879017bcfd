import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { queries } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { DropRecommendation } from '../DropRecommendation.tsx'
import { EndedLines } from '../EndedLines.tsx'
import { RecommendationDialog } from '../RecommendationDialog.tsx'
import styles from './Board.module.css'

type Opened = { act: 'edit' | 'drop'; demand: RecommendationView } | 'add' | null

/** What is asked because of a point: of whom, by when, what proves it. */
export function PointDemands({ board, point, editable }: { board: BoardView; point: PointView; editable: boolean }) {
  const [opened, setOpened] = useState<Opened>(null)
  const { recommendations, proposed } = point
  const close = () => {
    setOpened(null)
    void queries.invalidateQueries({ queryKey: ['inspections', board.inspectionId] })
  }
  const desk = {
    conclusionId: board.conclusionId ?? '',
    unitName: board.addressee,
    fields: board.fields,
    recommendations,
    suggestedRemedyDueOn: board.suggestedRemedyDueOn,
  }
  return (
    <section aria-label="Kiến nghị">
      <div className={styles.demandsHead}>
        <h3 className={styles.smallHead}>Kiến nghị ({recommendations.length})</h3>
        {editable && (
          <Button size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setOpened('add')}>
            Thêm kiến nghị
          </Button>
        )}
      </div>
      <ul className={styles.sources}>
        {recommendations.map((demand) => (
          <li key={demand.recommendationId}>
            <p className={styles.said}>{demand.text}</p>
            <p className={styles.meta}>
              {demand.addressee} · hạn {formatDate(demand.dueOn)} · minh chứng: {demand.proofExpected || 'chưa nêu'}
            </p>
            {editable && (
              <div className={styles.buttons}>
                <Button size="s" onClick={() => setOpened({ act: 'edit', demand })}>
                  Sửa
                </Button>
                <Button size="s" kind="quiet" onClick={() => setOpened({ act: 'drop', demand })}>
                  Bỏ
                </Button>
              </div>
            )}
          </li>
        ))}
        {recommendations.length === 0 && <li className={styles.meta}>Chưa có kiến nghị cho điểm này.</li>}
      </ul>
      {board.conclusionId && (
        <EndedLines
          inspectionId={board.inspectionId}
          findingIds={point.sources.map(({ findingId }) => findingId)}
          editable={editable}
        />
      )}
      {opened === 'add' && (
        <RecommendationDialog
          conclusion={desk}
          edited={null}
          finding={point.sources[0] ?? null}
          first={proposed ? { ...proposed, fieldKey: point.fieldKey } : undefined}
          term={{ workingDays: board.remedyWorkingDays, countsFrom: board.countsFrom }}
          onClose={close}
        />
      )}
      {opened !== null && typeof opened === 'object' && opened.act === 'edit' && (
        <RecommendationDialog
          conclusion={desk}
          edited={opened.demand}
          finding={null}
          term={{ workingDays: board.remedyWorkingDays, countsFrom: board.countsFrom }}
          onClose={close}
        />
      )}
      {opened !== null && typeof opened === 'object' && opened.act === 'drop' && (
        <DropRecommendation conclusionId={desk.conclusionId} recommendation={opened.demand} onClose={close} />
      )}
    </section>
  )
}
