import type { ConclusionView, RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { isDraft } from '@cchc/domain/conclusions/states.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './Conclusions.module.css'
import { DropRecommendation } from './DropRecommendation.tsx'
import { RecommendationDialog } from './RecommendationDialog.tsx'
import { StateBadge } from './StateBadge.tsx'
import { dueInWords, recommendationLooks, standingOf } from './states.ts'

interface Props {
  recommendations: readonly RecommendationView[]
  state: ConclusionView['state']
  /** Given where they may be edited. */
  conclusion?: ConclusionView
}

type Opened = { act: 'edit' | 'drop'; recommendation: RecommendationView } | null

/** Whether its date has passed with nothing reported; in a draft, whether the date must be set anew. */
const isLate = ({ state, workingDaysLeft }: RecommendationView) => state !== 'remedied' && workingDaysLeft < 0

/** What the notice asks for, in its order: text, who, by when, what proves it; how far it has come once issued. */
export function RecommendationList({ recommendations, state, conclusion }: Props) {
  const [opened, setOpened] = useState<Opened>(null)
  const isOut = !isDraft(state)
  if (recommendations.length === 0)
    return (
      <p className={styles.quiet}>
        {conclusion
          ? 'Chưa có kiến nghị. Để trống thì bản in đề nghị đơn vị tiếp tục duy trì kết quả.'
          : 'Kết luận này không có kiến nghị.'}
      </p>
    )
  return (
    <>
      <ol className={styles.recommendations}>
        {recommendations.map((recommendation, place) => {
          const { recommendationId, text, fieldName, addressee, dueOn, proofExpected } = recommendation
          return (
            <li key={recommendationId}>
              <p className={styles.recommendationHead}>
                <span>
                  <strong>{place + 1}.</strong> {fieldName}
                </span>
                {isOut && <StateBadge look={recommendationLooks[standingOf(recommendation)]} />}
              </p>
              {isOut ? (
                <Link to="/khac-phuc/$recommendationId" params={{ recommendationId }} className={styles.asked}>
                  {text}
                </Link>
              ) : (
                <p className={styles.asked}>{text}</p>
              )}
              <dl className={styles.terms}>
                <dt>Thực hiện</dt>
                <dd>{addressee}</dd>
                <dt>Hạn</dt>
                <dd>
                  {formatDate(dueOn)}
                  {recommendation.state !== 'verified' && (
                    <span className={isLate(recommendation) ? styles.overdue : styles.quiet}>
                      {` · ${dueInWords(recommendation)}`}
                    </span>
                  )}
                </dd>
                {proofExpected && (
                  <>
                    <dt>Minh chứng</dt>
                    <dd>{proofExpected}</dd>
                  </>
                )}
              </dl>
              {conclusion && (
                <div className={styles.buttons}>
                  <Button
                    size="s"
                    aria-label={`Sửa kiến nghị ${place + 1}`}
                    onClick={() => setOpened({ act: 'edit', recommendation })}
                  >
                    Sửa
                  </Button>
                  <Button
                    size="s"
                    kind="quiet"
                    aria-label={`Bỏ kiến nghị ${place + 1}`}
                    onClick={() => setOpened({ act: 'drop', recommendation })}
                  >
                    Bỏ
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {conclusion && opened?.act === 'edit' && (
        <RecommendationDialog
          conclusion={conclusion}
          edited={opened.recommendation}
          finding={null}
          onClose={() => setOpened(null)}
        />
      )}
      {conclusion && opened?.act === 'drop' && (
        <DropRecommendation
          conclusionId={conclusion.conclusionId}
          recommendation={opened.recommendation}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
