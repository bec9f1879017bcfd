import type { VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { memo, useId, useRef, useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Figure, FigurePair } from '../ui/Figures.tsx'
import { Message } from '../ui/Message.tsx'
import type { NumberReading } from '../ui/NumberField.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { differenceWords, figureText } from './difference.ts'
import { SlotNote } from './SlotNote.tsx'
import styles from './Visit.module.css'
import type { VisitDesk } from './visit-desk.ts'

interface Props {
  figure: VerifiedFigure
  desk: VisitDesk
  mayRecord: boolean
  onTouched: () => void
  /** Whether it waits on this device for the server. */
  isKept: boolean
}

type Doubt = Extract<NumberReading, { sentence: string }>

/** One figure as a pair: what the unit reported, what the team verified; "Khớp" is one tap, another figure asks for its reason. */
export const FigureCard = memo(function FigureCard({ figure, desk, mayRecord, onTouched, isKept }: Props) {
  const slot = useSlot(desk.figures, figure.itemKey)
  const { verified, reason } = slot.value
  const [editing, setEditing] = useState(false)
  const [draft, setDraft] = useState<string | null>(null)
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const id = useId()
  const difference = differenceWords(figure, verified)
  const isTyped = mayRecord && (editing || verified === null)
  const needsReason = difference !== null && reason.trim() === ''

  const verify = (value: number | null) => {
    onTouched()
    setDraft(null)
    setDoubt(null)
    const isSame = value === null || value === figure.reported
    desk.figures.write(figure.itemKey, { verified: value, reason: isSame ? '' : reason }, true)
    // Its reason is written now; the box must not go away under the first letter.
    setEditing(!isSame)
  }
  const take = () => {
    if (draft === null) return
    const reading = readNumber(draft)
    if (reading.kind === 'empty') verify(null)
    else if (reading.kind === 'number') verify(reading.value)
    else setDoubt(reading)
  }

  return (
    <Card className={styles.figureCard} labelledBy={`${id}-name`}>
      <h2 id={`${id}-name`} className={styles.figureName}>
        <span className={styles.quietLine}>{figure.sectionTitle}</span>
        {figure.label}
      </h2>
      <FigurePair>
        <Figure label="Đơn vị báo cáo">{figure.reported === null ? '–' : figureText(figure, figure.reported)}</Figure>
        <Figure label="Đoàn xác minh" chosen={isTyped} htmlFor={isTyped ? id : undefined}>
          {isTyped ? (
            <input
              ref={box}
              id={id}
              type="text"
              inputMode="decimal"
              enterKeyHint="done"
              autoComplete="off"
              placeholder="nhập số…"
              aria-invalid={doubt ? true : undefined}
              aria-describedby={doubt ? `${id}-doubt` : `${id}-name`}
              value={draft ?? (verified === null ? '' : writeNumber(verified))}
              onChange={(event) => {
                setDraft(event.target.value)
                setDoubt(null)
              }}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur()
              }}
            />
          ) : verified === null ? (
            '–'
          ) : (
            figureText(figure, verified)
          )}
        </Figure>
      </FigurePair>
      {doubt && (
        <Message kind="error" id={`${id}-doubt`} live>
          {doubt.sentence}
          {doubt.kind === 'ambiguous' && (
            <span className={styles.buttons}>
              {doubt.choices.map((choice) => (
                <Button key={choice.value} size="s" onClick={() => verify(choice.value)}>
                  {choice.label}
                </Button>
              ))}
            </span>
          )}
        </Message>
      )}
      {verified !== null && (
        <div className={styles.verdict}>
          {difference ? (
            <StatusBadge tone="late" icon={<IconAlertTriangle aria-hidden="true" />}>
              {difference}
            </StatusBadge>
          ) : (
            <StatusBadge tone="ok" icon={<IconCheck aria-hidden="true" />}>
              {figure.reported === null ? 'Đã xác minh' : 'Khớp'}
            </StatusBadge>
          )}
          {!difference && slot.saved?.verifiedBy && slot.phase === 'still' && (
            <span className={styles.by}>{slot.saved.verifiedBy}</span>
          )}
          {mayRecord && !editing && (
            <Button kind="quiet" size="s" className={styles.mend} onClick={() => setEditing(true)}>
              Sửa
            </Button>
          )}
        </div>
      )}
      {difference && (isTyped || needsReason) && mayRecord && (
        <Reason
          value={reason}
          missing={needsReason}
          onWrite={(text) => desk.figures.write(figure.itemKey, { verified, reason: text })}
          onLeave={() => {
            desk.figures.flush(figure.itemKey)
            if (!needsReason) setEditing(false)
          }}
        />
      )}
      {difference && reason.trim() !== '' && !isTyped && (
        <p className={styles.reason}>
          “{reason}”
          {slot.saved?.verifiedBy && slot.phase === 'still' && (
            <span className={styles.by}> – {slot.saved.verifiedBy}</span>
          )}
        </p>
      )}
      {mayRecord && verified === null && (
        <div className={styles.twoButtons}>
          {figure.reported !== null && (
            <Button kind="good" onClick={() => verify(figure.reported)}>
              Khớp
            </Button>
          )}
          <Button onClick={() => box.current?.focus()}>
            {figure.reported === null ? 'Nhập số xác minh' : 'Nhập số khác'}
          </Button>
        </div>
      )}
      {isKept && <p className={styles.quietLine}>Giữ trên máy này, chưa gửi</p>}
      <SlotNote slot={slot} onRetry={() => desk.figures.flush(figure.itemKey)} />
    </Card>
  )
})

function Reason({
  value,
  missing,
  onWrite,
  onLeave,
}: {
  value: string
  missing: boolean
  onWrite: (text: string) => void
  onLeave: () => void
}) {
  const id = useId()
  return (
    <div className={styles.reasonField}>
      <label htmlFor={id}>Lý do chênh lệch{missing && ' (ghi lý do thì số này mới được lưu)'}</label>
      <textarea
        id={id}
        className={styles.input}
        rows={2}
        required
        value={value}
        onChange={(event) => onWrite(event.target.value)}
        onBlur={onLeave}
      />
    </div>
  )
}
