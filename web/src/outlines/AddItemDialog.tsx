import {
  type ItemKind,
  itemKindNames,
  itemKinds,
  type OutlineItem,
  type OutlineSection,
} from '@cchc/domain/outlines/outline.ts'
import { givenKeys, proposeItemKey } from '@cchc/domain/outlines/outline-keys.ts'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { useEditor } from './use-editor.ts'

/** Kinds with a unit of their own writing, and what stands there at first. */
const firstUnits: Partial<Record<ItemKind, string>> = { percent: '%', money: 'đồng' }

interface Props {
  section: OutlineSection
  at: number
  /** The line that the new one follows, whose depth and mark it takes. */
  after?: OutlineItem
  onClose: () => void
}

/** A new question: its words, its kind; the key comes from the words and can still be changed here, and never again. */
export function AddItemDialog({ section, at, after, onClose }: Props) {
  const { outline, edit, select } = useEditor()
  const [label, setLabel] = useState('')
  const [kind, setKind] = useState<ItemKind>(after && after.kind !== 'heading' ? after.kind : 'number')
  const [unit, setUnit] = useState(after?.unit ?? '')
  const [ownKey, setOwnKey] = useState<string | null>(null)
  const [missing, setMissing] = useState('')
  const key = ownKey ?? proposeItemKey(givenKeys(outline).items, section.key, label)
  const isFigure = kind === 'number' || kind === 'percent' || kind === 'money'

  const add = () => {
    if (label.trim() === '') {
      setMissing('Ghi lời văn của câu hỏi.')
      return false
    }
    const item: OutlineItem = {
      key,
      label: label.trim(),
      shortLabel: null,
      kind,
      unit: isFigure ? unit.trim() || firstUnits[kind] || null : null,
      level: after?.level ?? 0,
      marker: after?.marker ?? '-',
      appliesTo: after?.appliesTo ?? ['department', 'commune'],
      advisoryOnly: after?.advisoryOnly ?? false,
      fieldKey: after?.fieldKey ?? section.fieldKey,
      formula: null,
      threshold: null,
      choices: kind === 'choice' ? ['Có', 'Không'] : null,
      columns: kind === 'table' ? [{ key: 'cot-1', label: 'Nội dung', kind: 'text' }] : null,
      required: kind !== 'heading',
      guidance: null,
      added: false,
    }
    if (!edit({ act: 'add-item', sectionKey: section.key, at, item })) return false
    select({ what: 'item', key })
  }
  return (
    <FormDialog title="Thêm chỉ mục" onClose={onClose} onSubmit={add} submitLabel="Thêm vào mục">
      <TextAreaField
        label="Lời văn"
        hint={`Câu hỏi như in trong đề cương; đứng trong mục “${section.title}”.`}
        required
        error={missing}
        value={label}
        onChange={(text) => {
          setLabel(text)
          setMissing('')
        }}
      />
      <SelectField
        label="Loại"
        value={kind}
        onChange={(chosen) => setKind(chosen as ItemKind)}
        options={itemKinds.map((value) => ({ value, label: itemKindNames[value] }))}
      />
      {isFigure && (
        <TextField
          label="Đơn vị tính"
          maxLength={40}
          placeholder={firstUnits[kind] ?? 'ví dụ hồ sơ'}
          value={unit}
          onChange={setUnit}
        />
      )}
      <TextField
        label="Mã"
        hint="Đặt theo lời văn. Mã theo câu hỏi này qua các năm và không dùng lại cho câu khác."
        value={key}
        onChange={setOwnKey}
      />
    </FormDialog>
  )
}
