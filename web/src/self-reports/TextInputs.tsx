import { isRichText } from '@cchc/domain/outlines/rich-text.ts'
import { useSession } from '../platform/session.ts'
import { useSlot } from '../platform/use-saver.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import type { InputProps } from './FigureInput.tsx'
import { TextBox } from './text/TextBox.tsx'
import { useFormTools } from './use-desk.ts'

/** How many choices are shown all at once; more become a list. */
const choicesInSight = 5

/** A text of any length, formatted where that is wanted; the box grows with it. */
export function TextInput({ item, label, hint, below }: InputProps) {
  const { desk } = useFormTools()
  const { value } = useSlot(desk.answers, item.key)
  return (
    <Field label={label} hint={hint} below={below}>
      {(control) => (
        <TextBox
          control={control}
          value={typeof value === 'string' || isRichText(value) ? value : null}
          onChange={(text) => desk.answers.write(item.key, text)}
          onLeave={() => desk.answers.flush(item.key)}
        />
      )}
    </Field>
  )
}

/** A date, typed or picked. */
export function DateInput({ item, label, hint, below, wrong }: InputProps) {
  const { desk } = useFormTools()
  const { today } = useSession()
  const { value } = useSlot(desk.answers, item.key)
  return (
    <DateField
      label={label}
      hint={hint}
      below={below}
      error={wrong ? 'Xem lời nhắc bên dưới.' : undefined}
      today={today}
      value={typeof value === 'string' ? value : null}
      onChange={(date) => {
        desk.answers.write(item.key, date, true)
        desk.reckon()
      }}
    />
  )
}

/** One of the outline's choices. */
export function ChoiceInput({ item, label, hint, below }: InputProps) {
  const { desk } = useFormTools()
  const { value } = useSlot(desk.answers, item.key)
  const options = (item.choices ?? []).map((choice) => ({ value: choice, label: choice }))
  const chosen = typeof value === 'string' ? value : ''
  const write = (choice: string) => desk.answers.write(item.key, choice === '' ? null : choice, true)
  if (options.length > choicesInSight) {
    return (
      <SelectField
        label={label}
        hint={hint}
        below={below}
        value={chosen}
        onChange={write}
        options={options}
        placeholder="Chọn"
      />
    )
  }
  return (
    <div>
      <RadioField label={item.label} value={chosen} onChange={write} options={options} />
      {below}
    </div>
  )
}
