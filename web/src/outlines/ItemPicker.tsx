import { findItem, itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { IconX } from '@tabler/icons-react'
import { IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import styles from './Outlines.module.css'
import { itemOptions } from './outline-words.ts'
import { useEditor } from './use-editor.ts'

interface Props {
  label: string
  fits: (item: OutlineItem) => boolean
}

/** One item, found by its words. */
export function ItemPicker({
  label,
  fits,
  value,
  onChange,
}: Props & { value: string | null; onChange: (key: string | null) => void }) {
  const { outline } = useEditor()
  return (
    <ComboField
      label={label}
      placeholder="Gõ tên chỉ mục…"
      value={value}
      onChange={onChange}
      options={itemOptions(outline, fits)}
    />
  )
}

/** Several items in an order, each added by searching for it. */
export function ItemsPicker({
  label,
  fits,
  keys,
  onChange,
}: Props & { keys: readonly string[]; onChange: (keys: string[]) => void }) {
  const { outline } = useEditor()
  const nameOf = (key: string) => {
    const item = findItem(outline, key)
    return item ? itemName(item) : key
  }
  return (
    <div>
      <ComboField
        label={label}
        placeholder={keys.length === 0 ? 'Gõ tên chỉ mục đầu tiên…' : 'Thêm chỉ mục nữa…'}
        value={null}
        onChange={(key) => key && onChange([...keys, key])}
        options={itemOptions(outline, (item) => fits(item) && !keys.includes(item.key))}
      />
      {keys.length > 0 && (
        <ul className={styles.picked}>
          {keys.map((key) => (
            <li key={key}>
              {nameOf(key)}
              <IconButton
                size="s"
                label={`Bỏ ${nameOf(key)}`}
                onClick={() => onChange(keys.filter((other) => other !== key))}
              >
                <IconX size={14} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
