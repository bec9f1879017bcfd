import type { OutlineItem, TableCell, TableColumn } from '@cchc/domain/outlines/outline.ts'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ClipboardEvent } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { useSlot } from '../platform/use-saver.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { readDate, writeDate } from '../ui/date-text.ts'
import type { InputProps } from './FigureInput.tsx'
import styles from './Item.module.css'
import { useFormTools } from './use-desk.ts'

type Row = Record<string, TableCell>

/** A table of the outline's columns; cells copied from Word or Excel can be pasted as they are. */
export function TableInput({ item, label, hint, tools, below }: InputProps) {
  const { desk } = useFormTools()
  const { value } = useSlot(desk.answers, item.key)
  const columns = item.columns ?? []
  const rows: readonly Row[] = Array.isArray(value) ? value : []
  const write = (next: readonly Row[]) => desk.answers.write(item.key, next.length > 0 ? [...next] : null)

  const change = (at: number, column: TableColumn, text: string) =>
    write(rows.map((row, index) => (index === at ? { ...row, [column.key]: cellOf(column, text) } : row)))
  const paste = (event: ClipboardEvent, at: number, from: number) => {
    const pasted = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '')
    if (!/[\t\n]/.test(pasted)) return
    event.preventDefault()
    write(withPasted(rows, columns, pasted, at, from))
  }

  return (
    <div className={styles.tableItem}>
      <div className={styles.tableName}>
        {label}
        {tools}
      </div>
      {hint && <p className={styles.quiet}>{hint}</p>}
      <div className={styles.tableScroll}>
        <table aria-label={item.label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {columns.map((column, from) => (
                  <td key={column.key}>
                    <input
                      type="text"
                      aria-label={`${column.label}, dòng ${at + 1}`}
                      className={column.kind === 'text' || column.kind === 'date' ? undefined : styles.figure}
                      defaultValue={cellText(column, row[column.key])}
                      key={JSON.stringify(row[column.key])}
                      onBlur={(event) => change(at, column, event.target.value)}
                      onPaste={(event) => paste(event, at, from)}
                    />
                  </td>
                ))}
                <td>
                  <IconButton
                    size="s"
                    label={`Xóa dòng ${at + 1}`}
                    onClick={() => write(rows.filter((_, i) => i !== at))}
                  >
                    <IconTrash size={16} aria-hidden="true" />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => write([...rows, emptyRow(columns)])}
      >
        Thêm dòng
      </Button>
      {below}
    </div>
  )
}

function emptyRow(columns: readonly TableColumn[]): Row {
  return Object.fromEntries(columns.map((column) => [column.key, null]))
}

/** What a cell's text says; what does not fit its column is kept as nothing, so that the answer stays of its shape. */
function cellOf(column: TableColumn, text: string): TableCell {
  if (column.kind === 'text') return text.trim() === '' ? null : text
  if (column.kind === 'date') {
    const date = readDate(text)
    return date.kind === 'date' ? date.iso : null
  }
  const number = readNumber(text)
  return number.kind === 'number' ? number.value : null
}

function cellText(column: TableColumn, cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return writeNumber(cell)
  return column.kind === 'date' ? writeDate(cell) : cell
}

/** The rows after a block of cells has been pasted with its first cell at the given place; rows are added as needed. */
function withPasted(
  rows: readonly Row[],
  columns: NonNullable<OutlineItem['columns']>,
  pasted: string,
  at: number,
  from: number,
): Row[] {
  const next = [...rows]
  for (const [down, line] of pasted.split('\n').entries()) {
    const row = { ...(next[at + down] ?? emptyRow(columns)) }
    for (const [right, text] of line.split('\t').entries()) {
      const column = columns[from + right]
      if (column) row[column.key] = cellOf(column, text)
    }
    next[at + down] = row
  }
  return next
}
