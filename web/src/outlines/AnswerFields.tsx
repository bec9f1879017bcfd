import { itemKindNames, type OutlineItem, type TableColumn } from '@cchc/domain/outlines/outline.ts'
import { proposeKey } from '@cchc/domain/outlines/outline-keys.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../ui/Button.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { DraftField } from './DraftField.tsx'
import styles from './Outlines.module.css'

/** What can be chosen, one a line. */
export function ChoicesField({ item, onChange }: { item: OutlineItem; onChange: (choices: string[]) => void }) {
  return (
    <DraftField
      label="Các phương án"
      hint="Mỗi dòng một phương án, ít nhất hai."
      long
      required
      value={(item.choices ?? []).join('\n')}
      onCommit={(text) => {
        const choices = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
        if (choices.length >= 2) onChange(choices)
      }}
    />
  )
}

const columnKinds: readonly TableColumn['kind'][] = ['text', 'number', 'percent', 'money', 'date']

/** The columns of a table; a column's key stays though its words change. */
export function ColumnsField({ item, onChange }: { item: OutlineItem; onChange: (columns: TableColumn[]) => void }) {
  const columns = item.columns ?? []
  const change = (key: string, changes: Partial<TableColumn>) =>
    onChange(columns.map((column) => (column.key === key ? { ...column, ...changes } : column)))
  return (
    <fieldset className={styles.group}>
      <legend>Các cột của bảng</legend>
      {columns.map((column, place) => (
        <div key={column.key} className={styles.column}>
          <DraftField
            label={`Cột ${place + 1}`}
            required
            value={column.label}
            onCommit={(label) => change(column.key, { label })}
          />
          <SelectField
            label="Loại"
            value={column.kind}
            onChange={(kind) => change(column.key, { kind: kind as TableColumn['kind'] })}
            options={columnKinds.map((value) => ({ value, label: itemKindNames[value] }))}
          />
          <IconButton
            label={`Bỏ cột ${column.label}`}
            disabled={columns.length < 2}
            onClick={() => onChange(columns.filter(({ key }) => key !== column.key))}
          >
            <IconX size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => {
          const key = proposeKey(new Set(columns.map((column) => column.key)), `cot ${columns.length + 1}`)
          onChange([...columns, { key, label: `Cột ${columns.length + 1}`, kind: 'text' }])
        }}
      >
        Thêm cột
      </Button>
    </fieldset>
  )
}
