import { formatDate } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import type { OutlineItem, TableCell } from '@cchc/domain/outlines/outline.ts'
import styles from './Item.module.css'
import { TableTotals } from './TableTotals.tsx'

/** The answer to a table question, to be read. */
export function ReadTable({ item, rows }: { item: OutlineItem; rows: readonly Record<string, TableCell>[] }) {
  const columns = item.columns ?? []
  return (
    <div className={styles.tableScroll}>
      <table aria-label={item.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.kind === 'text' || column.kind === 'date' ? undefined : styles.figure}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(({ key, kind }) => (
                <td key={key} className={kind === 'text' ? undefined : kind === 'date' ? styles.whole : styles.figure}>
                  {cellWords(row[key] ?? null, kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <TableTotals columns={columns} rows={rows} />
      </table>
    </div>
  )
}

function cellWords(cell: TableCell, kind: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell)
  return kind === 'date' ? formatDate(cell) : cell
}
