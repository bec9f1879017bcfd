import type { SchedulingView } from '@cchc/domain/scheduling/contract.ts'
import { IconCalculator } from '@tabler/icons-react'
import { useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { queries } from '../platform/queries.ts'
import { Refusal } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSending } from '../ui/use-sending.ts'
import { ask } from './data.ts'
import { PinList } from './PinList.tsx'
import styles from './Scheduling.module.css'
import { settingWords, weightWords } from './settings-words.ts'

interface Props {
  view: SchedulingView
  /** A proposal stands already, and asking makes another. */
  again: boolean
  pinned: readonly string[]
}

/** What a schedule is made from: numbers, weights, visits that stay; and the button that asks for one. */
export function AskCard({ view, again, pinned }: Props) {
  const [settings, setSettings] = useState(view.settings)
  const [weights, setWeights] = useState(view.weights)
  const [pins, setPins] = useState<ReadonlySet<string>>(new Set(pinned))
  const sending = useSending()
  const free = view.toPlace.filter(({ inspectionId }) => !pins.has(inspectionId)).length

  const submit = () =>
    sending.send(async () => {
      try {
        await ask(view, settings, { weights, pinned: [...pins] })
      } catch (error) {
        if (error instanceof Refusal && error.status === 409)
          await queries.invalidateQueries({ queryKey: ['scheduling'] })
        throw error
      }
    })

  return (
    <Card
      id="thong-so"
      title={again ? 'Tính lại với thông số khác' : 'Thông số'}
      aside={`${free} cuộc sẽ được xếp · ${view.fixedCount + view.toPlace.length - free} cuộc giữ nguyên`}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className={styles.columns}>
          <fieldset className={styles.fields}>
            <legend>Điều kiện phải giữ</legend>
            {settingWords.map((word) => (
              <NumberRow
                key={word.key}
                word={word}
                value={settings[word.key]}
                onChange={(value) => setSettings({ ...settings, [word.key]: value })}
              />
            ))}
          </fieldset>
          <fieldset className={styles.fields}>
            <legend>Điều nào nặng hơn</legend>
            {weightWords.map((word) => (
              <NumberRow
                key={word.key}
                word={word}
                value={weights[word.key]}
                onChange={(value) => setWeights({ ...weights, [word.key]: value })}
              />
            ))}
          </fieldset>
        </div>
        <p className={styles.note}>
          Lịch tốt nhất là lịch ít điểm nhất. Ngày nghỉ, thời gian kiểm tra, hạn gửi báo cáo, lịch bận của Đoàn và của
          đơn vị luôn được giữ; cuộc đã thông báo không bị dời.
        </p>
        <PinList visits={view.toPlace} pins={pins} onChange={setPins} />
        {view.remarks.map((remark) => (
          <Message key={remark} kind="note">
            {remark}
          </Message>
        ))}
        <Problem of={sending} />
        <div className={styles.actions}>
          <Button
            type="submit"
            kind={again ? 'plain' : 'primary'}
            busy={sending.busy}
            icon={<IconCalculator size={17} aria-hidden="true" />}
          >
            {again ? 'Tính lại' : 'Tính lịch'}
          </Button>
        </div>
      </form>
    </Card>
  )
}

interface RowProps {
  word: (typeof settingWords)[number] | (typeof weightWords)[number]
  value: number
  onChange: (value: number) => void
}

function NumberRow({ word, value, onChange }: RowProps) {
  const { label, unit, hint, least, most, whole } = word
  const [wrong, setWrong] = useState('')
  return (
    <NumberField
      label={label}
      line
      unit={<span className={styles.unit}>{unit}</span>}
      hint={hint}
      value={value}
      read={readNumber}
      write={writeNumber}
      error={wrong}
      onCommit={(number) => {
        const fits = number !== null && number >= least && number <= most && (!whole || Number.isInteger(number))
        setWrong(fits ? '' : `Cần ${whole ? 'số nguyên' : 'một số'} từ ${writeNumber(least)} đến ${writeNumber(most)}.`)
        if (fits) onChange(number)
      }}
    />
  )
}
