import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { type AnswerValue, isFigure, itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { isRichText } from '@cchc/domain/outlines/rich-text.ts'
import type { SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import { useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Compared } from './Compared.tsx'
import { ComparedText } from './ComparedText.tsx'
import styles from './Dialogs.module.css'
import { joinedTexts } from './text/marked-text.ts'
import { TextBox } from './text/TextBox.tsx'
import { useFormTools } from './use-desk.ts'
import { diffWords } from './word-diff.ts'

/** Two answers to one question, the person's and the one saved meanwhile: either is kept, or both are made into one. */
export function ClashDialog({ item, onClose }: { item: OutlineItem; onClose: () => void }) {
  const { desk } = useFormTools()
  const { value, theirs } = useSlot(desk.answers, item.key)
  // What stood there when the dialog opened: the person reads it while the field behind stays as it is.
  const [mine] = useState(value)
  const [merging, setMerging] = useState(false)
  if (!theirs) return null
  const keep = (choice: { keepTheirs: true } | { value: AnswerValue | null }) => {
    desk.answers.resolve(item.key, choice)
    desk.reckon()
    onClose()
  }
  const mayMerge = item.kind === 'text' || isFigure(item)
  return (
    <Dialog title="Mục này vừa được người khác sửa" look="wide" onClose={onClose}>
      <p className={styles.about}>
        <strong>{itemName(item)}</strong>. Chọn bản giữ lại, hoặc gộp hai bản. Chưa có gì bị ghi đè; cả hai bản đều còn
        trong lịch sử của mục.
      </p>
      {merging ? (
        <Merge item={item} mine={mine} theirs={theirs} onSave={(merged) => keep({ value: merged })} />
      ) : (
        <>
          <Sides item={item} mine={mine} theirs={theirs} />
          <div className={styles.choices}>
            <Button onClick={() => keep({ value: mine })}>Giữ bản của bạn</Button>
            <Button onClick={() => keep({ keepTheirs: true })}>Giữ bản của {theirs.savedBy}</Button>
            {mayMerge && (
              <Button kind="primary" onClick={() => setMerging(true)}>
                {item.kind === 'text' ? 'Gộp hai bản' : 'Nhập số khác'}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  )
}

interface Two {
  item: OutlineItem
  mine: AnswerValue | null
  theirs: SavedAnswer
}

function Sides({ item, mine, theirs }: Two) {
  const written = (value: AnswerValue | null) => (value === null ? '' : formatAnswer(item, value))
  const diff = diffWords(written(mine), written(theirs.value))
  const isText = item.kind === 'text'
  return (
    <div className={styles.sides}>
      <section aria-label="Bản của bạn">
        <h3>Bản của bạn</h3>
        {isText ? <ComparedText text={textOf(mine)} other={textOf(theirs.value)} /> : <Compared parts={diff.left} />}
      </section>
      <section aria-label={`Bản của ${theirs.savedBy}`}>
        <h3>
          Bản của {theirs.savedBy}, lưu lúc {formatInstant(theirs.savedAt)}
        </h3>
        {isText ? <ComparedText text={textOf(theirs.value)} other={textOf(mine)} /> : <Compared parts={diff.right} />}
      </section>
    </div>
  )
}

const textOf = (value: AnswerValue | null) => (typeof value === 'string' || isRichText(value) ? value : null)

function Merge({ item, mine, theirs, onSave }: Two & { onSave: (value: AnswerValue | null) => void }) {
  const [text, setText] = useState(textOf(mine))
  const [figure, setFigure] = useState(typeof mine === 'number' ? mine : null)
  return (
    <>
      <Sides item={item} mine={mine} theirs={theirs} />
      <div className={styles.merge}>
        {item.kind === 'text' ? (
          <>
            <Field label="Bản gộp">
              {(control) => <TextBox control={control} value={text} onChange={setText} rows={6} />}
            </Field>
            <Button size="s" onClick={() => setText(joinedTexts(text, textOf(theirs.value)))}>
              Chép bản của {theirs.savedBy} vào cuối
            </Button>
          </>
        ) : (
          <NumberField
            label="Số giữ lại"
            line
            unit={item.unit}
            value={figure}
            onCommit={setFigure}
            read={readNumber}
            write={writeNumber}
          />
        )}
      </div>
      <div className={styles.choices}>
        <Button kind="primary" onClick={() => onSave(item.kind === 'text' ? text : figure)}>
          {item.kind === 'text' ? 'Lưu bản gộp' : 'Lưu số này'}
        </Button>
      </div>
    </>
  )
}
