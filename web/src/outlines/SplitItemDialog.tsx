import { itemName, type OutlineItem, type OutlineSection } from '@cchc/domain/outlines/outline.ts'
import { givenKeys, proposeItemKey } from '@cchc/domain/outlines/outline-keys.ts'
import { useState } from 'react'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { useEditor } from './use-editor.ts'

/** One question becomes two; whoever splits it says which of them last year's figures belong to. */
export function SplitItemDialog({
  item,
  section,
  onClose,
}: {
  item: OutlineItem
  section: OutlineSection
  onClose: () => void
}) {
  const { outline, edit, select } = useEditor()
  const [first, setFirst] = useState(item.label)
  const [second, setSecond] = useState('')
  const [keeps, setKeeps] = useState<'first' | 'second' | 'none'>('first')
  const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

  const split = () => {
    const labels = [first.trim(), second.trim()] as const
    if (labels.includes('')) return 'Ghi lời văn của cả hai câu hỏi.'
    const taken = new Set(givenKeys(outline).items)
    const fresh = (label: string) => {
      const key = proposeItemKey(taken, section.key, label)
      taken.add(key)
      return key
    }
    const newKeys = { first: [second], second: [first], none: [first, second] }[keeps].map(fresh)
    if (!edit({ act: 'split-item', key: item.key, keeps, labels, newKeys })) return false
    select({ what: 'item', key: keeps === 'none' ? newKeys[0]! : item.key })
  }
  return (
    <FormDialog title="Tách thành hai chỉ mục" onClose={onClose} onSubmit={split} submitLabel="Tách">
      <p>Đang tách “{itemName(item)}”.</p>
      <TextAreaField label="Câu thứ nhất" required value={first} onChange={setFirst} />
      <TextAreaField label="Câu thứ hai" required value={second} onChange={setSecond} />
      <RadioField
        label="Số liệu các năm trước nối tiếp vào câu nào?"
        value={keeps}
        onChange={(value) => setKeeps(value as typeof keeps)}
        options={[
          { value: 'first', label: `Câu thứ nhất${first ? `: ${short(first)}` : ''}` },
          { value: 'second', label: `Câu thứ hai${second ? `: ${short(second)}` : ''}` },
          { value: 'none', label: 'Không câu nào: cả hai đều là câu mới, câu cũ ngừng hỏi' },
        ]}
      />
      {item.formula !== null && keeps === 'none' && (
        <Message kind="note">Công thức của câu cũ không theo sang câu mới.</Message>
      )}
    </FormDialog>
  )
}
