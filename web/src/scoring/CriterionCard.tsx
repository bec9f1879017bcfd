import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatPoints } from '@cchc/domain/scoring/points.ts'
import type { CriterionScores, ScoreView, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { IconAlertTriangle, IconHistory, IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { BasisNote } from './BasisNote.tsx'
import { ExplainForm } from './ExplainForm.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { ScoreForm } from './ScoreForm.tsx'
import styles from './Scoring.module.css'
import { SelfEvidence } from './SelfEvidence.tsx'

interface Props {
  view: UnitScoring
  scores: CriterionScores
  /** Whether the group holds criteria of several fields, so that each says whose it is. */
  saysField: boolean
}

/** One criterion: what every side gave, why, what it was worked out from, and the form of the side that the viewer writes. */
export function CriterionCard({ view, scores, saysField }: Props) {
  const { criterion, computed, self, team, explanation, agreed, writable } = scores
  const [history, setHistory] = useState(false)
  const side = (['self', 'team', 'agreed'] as const).find((one) => writable.includes(one))
  const explains = writable.includes('explanation') && scores.differs
  const titleId = `tieu-chi-${criterion.key}`
  const note = [saysField ? scores.fieldName : '', criterion.guidance].filter(Boolean).join(' · ')
  // What keeps the team's points and was never in question needs no words of its own.
  const isSettledAnew = scores.differs || agreed?.points !== team?.points
  const shown: [string, number | null | undefined][] = [
    ['Theo số liệu', computed ? computed.points : undefined],
    ['Tự chấm', side === 'self' || !self ? undefined : self.points],
    ['Đoàn chấm', side === 'team' || !team ? undefined : team.points],
    ['Thống nhất', side === 'agreed' || !agreed ? undefined : agreed.points],
  ]
  return (
    <Card className={styles.criterion} labelledBy={titleId}>
      <div className={styles.criterionHead}>
        <h3 id={titleId}>{criterion.label}</h3>
        <span className={styles.maximum}>tối đa {formatPoints(criterion.maximum)}</span>
        {(self || team || explanation || agreed) && (
          <Button
            kind="quiet"
            size="s"
            icon={<IconHistory size={15} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setHistory(true)}
          >
            Lịch sử
          </Button>
        )}
      </div>
      {note && <p className={styles.quiet}>{note}</p>}
      <div className={styles.given}>
        {shown.some(([, points]) => points !== undefined) && (
          <dl className={styles.figures}>
            {shown.map(([name, points]) =>
              points === undefined ? null : (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{formatPoints(points)}</dd>
                </div>
              ),
            )}
          </dl>
        )}
        <BasisNote criterion={criterion} basis={computed} />
      </div>
      {(scores.differs || scores.overtaken) && (
        <div className={styles.badges}>
          {scores.differs && (
            <StatusBadge tone="wait" icon={<IconMessage aria-hidden="true" />}>
              Đoàn chấm khác điểm tự chấm
            </StatusBadge>
          )}
          {scores.overtaken && (
            <StatusBadge tone="late" icon={<IconAlertTriangle aria-hidden="true" />}>
              Số liệu đã đổi sau khi chấm
            </StatusBadge>
          )}
        </div>
      )}
      {side !== 'self' && <Said who="Đơn vị tự chấm" score={self} />}
      {side !== 'team' && <Said who="Đoàn chấm" score={team} />}
      {!explains && <Said who="Giải trình" score={explanation} />}
      {side !== 'agreed' && isSettledAnew && <Said who="Thống nhất" score={agreed} />}
      {side !== 'self' && <SelfEvidence view={view} criterionKey={criterion.key} writable={false} />}
      {side && <ScoreForm key={side} view={view} scores={scores} side={side} />}
      {explains && <ExplainForm view={view} scores={scores} />}
      {history && (
        <HistoryDialog inspectionId={view.inspectionId} criterion={criterion} onClose={() => setHistory(false)} />
      )}
    </Card>
  )
}

function Said({ who, score }: { who: string; score: ScoreView | null }) {
  if (!score || score.text === '') return null
  return (
    <p className={styles.said}>
      <b>{who}:</b> {score.text}{' '}
      <span className={styles.by}>
        {score.by}, {formatInstant(score.at)}
      </span>
    </p>
  )
}
