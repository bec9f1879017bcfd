import type { TableColumn } from '@cchc/domain/outlines/outline.ts'
import { IconPlus } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { AskReading } from './AskReading.tsx'
import type { InputProps } from './FigureInput.tsx'
import styles from './Item.module.css'
import { type TableActs, TableRow } from './TableRow.tsx'
import { TableTotals } from './TableTotals.tsx'
import {
  emptyRow,
  mostRows,
  type OpenCell,
  pastedCells,
  type Row,
  readCell,
  withoutRow,
  withPasted,
  withRow,
} from './table-cells.ts'
import { useFormTools } from './use-desk.ts'

/** How many cells that could not be read are spoken of at once. */
const mostShown = 4
const nothingOpen: readonly OpenCell[] = []

/**
 * A table of the outline's columns, with totals. Cells of Word or Excel are pasted as they are; Enter goes down and begins
 * a new row under the last, the arrows go from cell to cell. What cannot be read stays as typed, with a question below.
 */
export function TableInput({ item, label, hint, tools, below }: InputProps) {
  const { desk } = useFormTools()
  const { value } = useSlot(desk.answers, item.key)
  const [open, setOpen] = useState<readonly OpenCell[]>([])
  const body = useRef<HTMLTableSectionElement>(null)
  const messagesId = useId()
  const columns = item.columns ?? []
  const rows: readonly Row[] = Array.isArray(value) ? value : []
  const write = (next: readonly Row[]) => desk.answers.write(item.key, next.length > 0 ? [...next] : null)

  const type = (at: number, column: TableColumn, text: string) => {
    const reading = readCell(column, text)
    if ('value' in reading) settle(at, column, reading.value)
  }
  const settle = (at: number, column: TableColumn, cell: Row[string]) => {
    setOpen(open.filter((each) => each.row !== at || each.column !== column.key))
    if ((rows[at]?.[column.key] ?? null) !== cell)
      write(rows.map((row, index) => (index === at ? { ...row, [column.key]: cell } : row)))
  }
  const take = (at: number, column: TableColumn, text: string) => {
    const reading = readCell(column, text)
    if ('value' in reading) settle(at, column, reading.value)
    else {
      // No half of what was typed stays behind as a figure.
      settle(at, column, null)
      const others = open.filter((each) => each.row !== at || each.column !== column.key)
      setOpen([...others, { row: at, column: column.key, text, doubt: reading.doubt }])
    }
  }
  const paste = (event: ClipboardEvent, at: number, from: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return
    event.preventDefault()
    const pasted = withPasted(rows, columns, pastedCells(text), at, from)
    const isKept = (cell: OpenCell) => !pasted.open.some((each) => each.row === cell.row && each.column === cell.column)
    setOpen([...open.filter(isKept), ...pasted.open])
    write(pasted.rows)
  }
  const focusCell = (at: number, from: number) =>
    body.current?.rows[at]?.querySelectorAll<HTMLInputElement>('input')[from]?.focus()
  const add = () => {
    flushSync(() => write([...rows, emptyRow(columns)]))
    focusCell(rows.length, 0)
  }
  const remove = (at: number) => {
    const [row, itsOpen] = [rows[at]!, open.filter((cell) => cell.row === at)]
    write(rows.filter((_, index) => index !== at))
    setOpen(withoutRow(open, at))
    const putBack = () => {
      const { value: now } = desk.answers.slot(item.key)
      write((Array.isArray(now) ? now : []).toSpliced(at, 0, row))
      setOpen((others) => [...withRow(others, at), ...itsOpen])
    }
    toast({ tone: 'note', text: `Đã xóa dòng ${at + 1}.`, undo: { label: 'Hoàn tác', run: putBack } })
  }
  const move = (event: KeyboardEvent<HTMLInputElement>, at: number, from: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const box = event.currentTarget
    const start = box.selectionStart === 0 && box.selectionEnd === 0
    const end = box.selectionStart === box.value.length
    if (event.key === 'Enter' && at === rows.length - 1 && rows.length < mostRows) {
      event.preventDefault()
      flushSync(() => write([...rows, emptyRow(columns)]))
      focusCell(at + 1, from)
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      focusCell(at + 1, from)
    } else if (event.key === 'ArrowUp') {
      event.preventDefault()
      focusCell(at - 1, from)
    } else if (event.key === 'ArrowLeft' && start && from > 0) {
      event.preventDefault()
      focusCell(at, from - 1)
    } else if (event.key === 'ArrowRight' && end && from < columns.length - 1) {
      event.preventDefault()
      focusCell(at, from + 1)
    }
  }

  const now: TableActs = { type, take, paste, move, remove }
  const acts = useRef(now)
  acts.current = now

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
          <tbody ref={body}>
            {rows.map((row, at) => {
              const doubtful = open.filter((cell) => cell.row === at)
              return (
                <TableRow
                  key={at}
                  row={row}
                  at={at}
                  columns={columns}
                  open={doubtful.length > 0 ? doubtful : nothingOpen}
                  messagesId={messagesId}
                  acts={acts}
                />
              )
            })}
          </tbody>
          <TableTotals columns={columns} rows={rows} more={1} />
        </table>
      </div>
      {open.length > 0 && (
        <div id={messagesId} className={styles.messages}>
          {open.slice(0, mostShown).map((cell) => {
            const column = columns.find(({ key }) => key === cell.column)
            if (!column) return null
            return (
              <Message
                key={`${cell.row} ${cell.column}`}
                kind="error"
                lead={`${column.label}, dòng ${cell.row + 1}:`}
                live
              >
                <AskReading doubt={cell.doubt} onChoose={(figure) => settle(cell.row, column, figure)} />
              </Message>
            )
          })}
          {open.length > mostShown && <p>Còn {open.length - mostShown} ô khác viền đỏ chưa đọc được.</p>}
        </div>
      )}
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        disabled={rows.length >= mostRows}
        onClick={add}
      >
        Thêm dòng
      </Button>
      {below}
    </div>
  )
}
