import type { TableColumn } from '@cchc/domain/outlines/outline.ts'
import { IconTrash } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, memo, type RefObject, useState } from 'react'
import { IconButton } from '../ui/Button.tsx'
import styles from './Item.module.css'
import { cellText, type OpenCell, type Row } from './table-cells.ts'

/** What a table does when something happens in one of its cells. */
export interface TableActs {
  /** Keeps what is being typed where it can be read already. */
  type(at: number, column: TableColumn, text: string): void
  /** Takes what was typed when the cursor leaves. */
  take(at: number, column: TableColumn, text: string): void
  paste(event: ClipboardEvent, at: number, from: number): void
  move(event: KeyboardEvent<HTMLInputElement>, at: number, from: number): void
  remove(at: number): void
}

interface Props {
  row: Row
  at: number
  columns: readonly TableColumn[]
  /** Cells of this row that could not be read. */
  open: readonly OpenCell[]
  messagesId: string
  acts: RefObject<TableActs>
}

/** One row of a table being written; drawn again only when it changes, so that a long table is quick to type into. */
export const TableRow = memo(function TableRow({ row, at, columns, open, messagesId, acts }: Props) {
  return (
    <tr>
      {columns.map((column, from) => {
        const doubtful = open.find((cell) => cell.column === column.key)
        const isFigure = column.kind !== 'text' && column.kind !== 'date'
        return (
          <td key={column.key}>
            <Cell
              shown={doubtful?.text ?? cellText(column, row[column.key])}
              box={{
                inputMode: isFigure ? 'decimal' : undefined,
                className: isFigure ? styles.figure : undefined,
                'aria-label': `${column.label}, dòng ${at + 1}`,
                'aria-invalid': doubtful ? true : undefined,
                'aria-describedby': doubtful ? messagesId : undefined,
              }}
              onType={(text) => acts.current.type(at, column, text)}
              onTake={(text) => acts.current.take(at, column, text)}
              onKeyDown={(event) => acts.current.move(event, at, from)}
              onPaste={(event) => acts.current.paste(event, at, from)}
            />
          </td>
        )
      })}
      <td>
        <IconButton size="s" label={`Xóa dòng ${at + 1}`} onClick={() => acts.current.remove(at)}>
          <IconTrash size={16} aria-hidden="true" />
        </IconButton>
      </td>
    </tr>
  )
})

interface CellProps {
  shown: string
  box: React.InputHTMLAttributes<HTMLInputElement>
  onType: (text: string) => void
  onTake: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onPaste: (event: ClipboardEvent) => void
}

function Cell({ shown, box, onType, onTake, onKeyDown, onPaste }: CellProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      {...box}
      type="text"
      enterKeyHint="next"
      autoComplete="off"
      value={draft ?? shown}
      onChange={(event) => {
        setDraft(event.target.value)
        onType(event.target.value)
      }}
      onBlur={() => {
        if (draft !== null) onTake(draft)
        setDraft(null)
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        onPaste(event)
        if (event.defaultPrevented) setDraft(null)
      }}
    />
  )
}
