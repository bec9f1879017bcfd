import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { type FindingView, findingKindNames } from '@cchc/domain/fieldwork/contract.ts'
import { IconAlertTriangle, IconBulb, IconCheck, IconCircleMinus, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'
import styles from './Conclusions.module.css'
import { RecommendationDialog } from './RecommendationDialog.tsx'

interface Props {
  conclusion: ConclusionView
  /** Goes to a field's words in the draft; absent where it is only read. */
  onGo: ((fieldKey: string) => void) | undefined
}

const looks: Record<FindingView['kind'], { tone: Tone; icon: TablerIcon }> = {
  strength: { tone: 'ok', icon: IconCheck },
  'good-practice': { tone: 'work', icon: IconBulb },
  shortcoming: { tone: 'wait', icon: IconCircleMinus },
  violation: { tone: 'late', icon: IconAlertTriangle },
}

/** What was recorded at the visit, by field: strengths, good practices, shortcomings with their cause. */
export function FindingsPanel({ conclusion, onGo }: Props) {
  const [answered, setAnswered] = useState<FindingView | null>(null)
  const { fields, findings, recommendations } = conclusion
  const groups = fields
    .map((field) => ({ ...field, found: findings.filter(({ fieldKey }) => fieldKey === field.fieldKey) }))
    .filter(({ found }) => found.length > 0)
  const lacksAnswer = ({ kind, findingId }: FindingView) =>
    (kind === 'shortcoming' || kind === 'violation') &&
    !recommendations.some((recommendation) => recommendation.findingId === findingId)
  return (
    <div className={styles.groups}>
      {groups.map(({ fieldKey, name, found }) => (
        <Card key={fieldKey} title={name}>
          <ul className={styles.findings}>
            {found.map((finding) => (
              <li key={finding.findingId}>
                <Finding finding={finding} />
                {onGo && lacksAnswer(finding) && (
                  <Button size="s" onClick={() => setAnswered(finding)}>
                    Thêm kiến nghị
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {onGo && (
            <button type="button" className={styles.go} onClick={() => onGo(fieldKey)}>
              Tới phần này trong dự thảo<span className="hidden-visually">: {name}</span>
            </button>
          )}
        </Card>
      ))}
      {answered && (
        <RecommendationDialog
          conclusion={conclusion}
          edited={null}
          finding={answered}
          onClose={() => setAnswered(null)}
        />
      )}
    </div>
  )
}

function Finding({ finding: { kind, text, cause, responsible, recordedBy } }: { finding: FindingView }) {
  const { tone, icon: Icon } = looks[kind]
  return (
    <>
      <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
        {findingKindNames[kind]}
      </StatusBadge>
      <p className={styles.findingText}>{text}</p>
      {cause && (
        <p className={styles.small}>
          <b>Nguyên nhân:</b> {cause}
        </p>
      )}
      {responsible && (
        <p className={styles.small}>
          <b>Trách nhiệm:</b> {responsible}
        </p>
      )}
      <p className={styles.small}>{recordedBy} ghi</p>
    </>
  )
}
