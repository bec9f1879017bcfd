import {
  DraftAnswerClash,
  type DraftShowing,
  outcomeNames,
  type ShowingPoint,
  stanceNames,
} from '@cchc/domain/conclusions/answer-contract.ts'
import { useMemo, useState } from 'react'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { queries } from '../platform/queries.ts'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { keepAnswer, showingQuery } from './answer-data.ts'

/** One point of the draft: its words, what the unit says of it with files, and what became of that. */
export function UnitPoint({ showing, point }: { showing: DraftShowing; point: ShowingPoint }) {
  const writable = showing.actions.includes('write')
  return (
    <>
      <strong>{point.name}</strong>
      <p className={styles.quote}>{point.text}</p>
      {writable ? (
        <PointForm key={point.revision} showing={showing} point={point} />
      ) : (
        <>
          <p className={styles.said}>
            <b>{point.stance ? stanceNames[point.stance] : 'Không có ý kiến'}</b>
            {point.answer && `: ${point.answer}`}
          </p>
          {point.stance === 'explain' && <Files showing={showing} point={point} writable={false} />}
          {point.outcome && (
            <p className={styles.reply}>
              <b>Đoàn kiểm tra – {outcomeNames[point.outcome]}:</b> {point.outcomeReason}
            </p>
          )}
        </>
      )}
    </>
  )
}

function Files({ showing, point, writable }: { showing: DraftShowing; point: ShowingPoint; writable: boolean }) {
  const { inspectionId, showingId } = showing
  return (
    <EvidenceBox
      at={{ inspectionId, ownerKind: 'draft-answer', ownerId: showingId, place: point.key }}
      writable={writable}
    />
  )
}

/** What is written stays on this device until it is kept. */
function PointForm({ showing, point }: { showing: DraftShowing; point: ShowingPoint }) {
  const { personId } = useViewer()
  const { showingId, inspectionId } = showing
  const unsent = useMemo(() => unsentPlace<string>(`draft-answer.${personId}`), [personId])
  const place = `${showingId}.${point.key}`
  const waiting = unsent.read(place)?.value
  const [stance, setStance] = useState<string>(waiting !== undefined ? 'explain' : (point.stance ?? ''))
  const [text, setText] = useState(waiting ?? point.answer)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const { revision } = point
  const changed = stance !== (point.stance ?? '') || (stance === 'explain' && text !== point.answer)

  const keep = async (next: 'agree' | 'explain', answer: string) => {
    setBusy(true)
    try {
      await keepAnswer(showingId, point.key, { revision, stance: next, answer })
      unsent.drop(place)
      toast({ tone: 'good', text: 'Đã lưu ý kiến.' })
    } catch (error) {
      setProblem(sentenceOf(error))
      const theirs =
        error instanceof Refusal && error.code === 'changed-meanwhile'
          ? DraftAnswerClash.safeParse(error.details).data?.theirs
          : undefined
      if (theirs) {
        setProblem(`${sentenceOf(error)} Bản của đồng nghiệp: “${theirs.answer || stanceNames[theirs.stance]}”.`)
        await queries.invalidateQueries({ queryKey: showingQuery(inspectionId).queryKey })
      }
      setBusy(false)
    }
  }
  const choose = (value: string) => {
    setStance(value)
    setProblem('')
    if (value === 'agree') void keep('agree', '')
  }
  return (
    <div className={styles.form}>
      <RadioField
        label={`Ý kiến về ${point.name}`}
        look="segments"
        value={stance}
        onChange={choose}
        options={[
          { value: 'agree', label: stanceNames.agree },
          { value: 'explain', label: stanceNames.explain },
        ]}
      />
      {stance === 'explain' && (
        <>
          <TextAreaField
            label="Nội dung giải trình, đề nghị"
            rows={3}
            maxLength={5000}
            value={text}
            onChange={(value) => {
              setText(value)
              unsent.keep(place, { value, revision, at: new Date().toISOString() })
            }}
          />
          <Files showing={showing} point={point} writable />
          <Button size="s" busy={busy} disabled={!changed} onClick={() => void keep('explain', text)}>
            {changed ? 'Lưu giải trình' : 'Đã lưu'}
          </Button>
        </>
      )}
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </div>
  )
}
