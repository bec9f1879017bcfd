import { criterionProblems } from '@cchc/domain/scoring/check-sheet.ts'
import {
  type Audience,
  audienceNames,
  audiences,
  type Criterion,
  type Way,
  wayNames,
} from '@cchc/domain/scoring/sheet.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { SelectField, TextAreaField } from '../ui/TextFields.tsx'
import type { SheetDesk } from './use-sheet-desk.ts'
import { WayForm } from './WayForm.tsx'

const blankWays: Record<Way['kind'], (before: Way, maximum: number) => Way> = {
  bands: (before, maximum) => ({
    kind: 'bands',
    figure: 'figure' in before ? before.figure : '',
    bands: [
      { from: null, points: 0 },
      { from: 0, points: maximum },
    ],
  }),
  linear: (before) => ({
    kind: 'linear',
    figure: 'figure' in before ? before.figure : '',
    zeroAt: 0,
    fullAt: 100,
    rounding: { decimals: 2, direction: 'nearest' },
  }),
  choice: (_, maximum) => ({
    kind: 'choice',
    choices: [
      { key: 'co', label: 'Có', points: maximum },
      { key: 'khong', label: 'Không', points: 0 },
    ],
  }),
  manual: () => ({ kind: 'manual' }),
}

/** One criterion: what it asks, of whom, who scores it, how much it gives, and how. */
export function CriterionForm({ desk, view, criterion }: { desk: SheetDesk; view: SheetView; criterion: Criterion }) {
  const { key, label, fieldKey, appliesTo, maximum, way, guidance } = criterion
  const change = (changes: Partial<Omit<Criterion, 'key'>>) => desk.edit({ act: 'change-criterion', key, changes })
  const problems = criterionProblems(criterion, {
    outline: view.outline,
    fieldKeys: view.fields.map((field) => field.fieldKey),
  })
  const toggle = (audience: Audience, on: boolean) =>
    change({ appliesTo: audiences.filter((one) => (one === audience ? on : appliesTo.includes(one))) })
  return (
    <>
      <TextAreaField label="Tiêu chí" required rows={2} value={label} onChange={(text) => change({ label: text })} />
      <NumberField
        label="Điểm tối đa"
        required
        value={maximum}
        onCommit={(value) => change({ maximum: value ?? 0 })}
        read={readNumber}
        write={writeNumber}
      />
      <SelectField
        label="Lĩnh vực"
        hint="Thành viên phụ trách lĩnh vực này trong buổi kiểm tra chấm tiêu chí."
        value={fieldKey}
        onChange={(value) => change({ fieldKey: value })}
        options={view.fields.map((field) => ({ value: field.fieldKey, label: field.name }))}
      />
      <CheckGroup label="Áp dụng cho">
        {audiences.map((audience) => (
          <CheckField
            key={audience}
            label={audienceNames[audience]}
            checked={appliesTo.includes(audience)}
            onChange={(on) => toggle(audience, on)}
          />
        ))}
      </CheckGroup>
      <SelectField
        label="Cách chấm"
        value={way.kind}
        onChange={(kind) => change({ way: blankWays[kind as Way['kind']](way, maximum) })}
        options={Object.entries(wayNames).map(([value, name]) => ({ value, label: name }))}
      />
      <WayForm way={way} outline={view.outline} onChange={(next) => change({ way: next })} />
      <TextAreaField label="Hướng dẫn chấm" rows={2} value={guidance} onChange={(text) => change({ guidance: text })} />
      {problems.map((sentence) => (
        <Message key={sentence} kind="warning">
          {sentence}
        </Message>
      ))}
    </>
  )
}
