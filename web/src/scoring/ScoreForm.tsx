import { formatPoints } from '@cchc/domain/scoring/points.ts'
import { reasonNeeded } from '@cchc/domain/scoring/score.ts'
import type { CriterionScores, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { scoreSideNames } from '@cchc/domain/scoring/states.ts'
import { useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { ClashNote } from './ClashNote.tsx'
import type { Given } from './data.ts'
import styles from './Scoring.module.css'
import { SelfEvidence } from './SelfEvidence.tsx'
import { useScoreWriting } from './use-score-writing.ts'

const labels = { self: 'Điểm tự chấm', team: 'Điểm Đoàn chấm', agreed: 'Điểm thống nhất' } as const

/** Points of one side. A choice and a figure are saved as they are given; a reason as its field is left. */
export function ScoreForm({
  view,
  scores,
  side,
}: {
  view: UnitScoring
  scores: CriterionScores
  side: 'self' | 'team' | 'agreed'
}) {
  const { criterion, computed, self, team } = scores
  const { way, maximum, key } = criterion
  const saved = scores[side]
  const writing = useScoreWriting(view.inspectionId, key, side, saved)
  const { draft } = writing
  const [wantsReason, setWantsReason] = useState(draft.text !== '')
  const beside = { computed: computed?.points ?? null, self: self?.points ?? null, team: team?.points ?? null }
  const why = (given: Given) => reasonNeeded(criterion, side, given.points, beside)
  const give = (given: Given) => writing.give(given, why(given) === null || given.text.trim() !== '')
  const points = (value: number | null) => give({ ...draft, points: value })
  const quick: [string, number | null][] = [
    ['Theo số liệu', beside.computed],
    ...(side === 'team' ? [['Theo tự chấm', beside.self] as [string, number | null]] : []),
    ...(side === 'agreed'
      ? [
          ['Theo Đoàn chấm', beside.team] as [string, number | null],
          ['Theo tự chấm', beside.self] as [string, number | null],
        ]
      : []),
  ]
  const offered = quick.filter(
    ([, value], at) =>
      value !== null && value !== draft.points && quick.findIndex(([, other]) => other === value) === at,
  )
  const needed = why(draft)
  const hasReason = needed !== null || wantsReason || draft.text !== ''
  return (
    <div className={styles.form}>
      {way.kind === 'choice' ? (
        <RadioField
          label={labels[side]}
          value={draft.choiceKey ?? ''}
          onChange={(choiceKey) =>
            give({
              ...draft,
              choiceKey,
              points: way.choices.find((choice) => choice.key === choiceKey)?.points ?? null,
            })
          }
          options={way.choices.map((choice) => ({
            value: choice.key,
            label: `${choice.label} – ${formatPoints(choice.points)} điểm`,
          }))}
        />
      ) : (
        <div className={styles.pointsLine}>
          <NumberField
            label={labels[side]}
            unit={`/ ${formatPoints(maximum)}`}
            line
            value={draft.points}
            onCommit={points}
            read={readNumber}
            write={writeNumber}
          />
          {offered.map(([name, value]) => (
            <Button key={name} onClick={() => points(value)}>
              {name}: {formatPoints(value)}
            </Button>
          ))}
        </div>
      )}
      {hasReason && (
        <TextAreaField
          label="Lý do"
          required={needed !== null}
          rows={2}
          value={draft.text}
          hint={needed === null ? undefined : `Cần ghi lý do: ${needed}.`}
          onChange={(text) => writing.write({ ...draft, text })}
          onBlur={() => give(draft)}
        />
      )}
      {scores.overtaken && side === 'team' && needed === null && (
        <div>
          <Button onClick={writing.again}>Giữ điểm này trên số liệu mới</Button>
        </div>
      )}
      <div className={styles.tools}>
        {!hasReason && (
          <Button kind="quiet" size="s" onClick={() => setWantsReason(true)}>
            Ghi lý do
          </Button>
        )}
        {side === 'self' && <SelfEvidence view={view} criterionKey={key} writable />}
        <ClashNote writing={writing} what={scoreSideNames[side]} />
      </div>
    </div>
  )
}
