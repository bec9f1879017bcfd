import { readWishedTime, wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useUnitOptions } from '../campaigns/unit-options.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Message } from '../ui/Message.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { nextKey, type RegistrationDraft } from './registration-draft.ts'
import styles from './Thematic.module.css'

interface Props {
  units: RegistrationDraft['units']
  year: number
  /** Units that have been decided on, which stay as they are. */
  decided: ReadonlySet<string>
  error?: string
  onChange: (units: RegistrationDraft['units']) => void
}

/** The units of a registration, each with the time that is wished for as people write it. */
export function UnitRows({ units, year, decided, error, onChange }: Props) {
  const options = useUnitOptions()
  const set = (key: number, part: Partial<RegistrationDraft['units'][number]>) =>
    onChange(units.map((unit) => (unit.key === key ? { ...unit, ...part } : unit)))
  const before = units.at(-1)
  return (
    <fieldset>
      <legend>Đơn vị và thời gian dự kiến</legend>
      <ul className={styles.formRows}>
        {units.map(({ key, unitCode, time }, place) => {
          const fixed = unitCode !== null && decided.has(unitCode)
          const wish = readWishedTime(time, year)
          return (
            <li key={key} className={styles.unitRow}>
              <ComboField
                label={`Đơn vị ${place + 1}`}
                value={unitCode}
                disabled={fixed}
                options={options}
                placeholder="Gõ tên đơn vị"
                onChange={(code) => set(key, { unitCode: code })}
              />
              <TextField
                label="Thời gian"
                value={time}
                disabled={fixed}
                placeholder="17/9, 15-19/9, tháng 9"
                onChange={(text) => set(key, { time: text })}
                below={
                  time.trim() !== '' && (
                    <span className={styles.small}>{wish ? wishInWords(wish) : 'Chưa hiểu thời gian này'}</span>
                  )
                }
              />
              <IconButton
                className={styles.drop}
                label={`Bỏ đơn vị ${place + 1}`}
                disabled={fixed || units.length === 1}
                onClick={() => onChange(units.filter((unit) => unit.key !== key))}
              >
                <IconTrash size={17} aria-hidden="true" />
              </IconButton>
            </li>
          )
        })}
      </ul>
      {error && (
        <Message kind="error" live>
          {error}
        </Message>
      )}
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => onChange([...units, { key: nextKey(), unitCode: null, time: before?.time ?? '' }])}
      >
        Thêm đơn vị
      </Button>
    </fieldset>
  )
}
