import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import type { TableCell, TableColumn } from '@cchc/domain/outlines/outline.ts'
import { tableTotals } from '@cchc/domain/outlines/table-totals.ts'
import styles from './Item.module.css'

interface Props {
  columns: readonly TableColumn[]
  rows: readonly Record<string, TableCell>[]
  /** How many columns without a name stand behind the others. */
  more?: number
}

/** The totals under a table's rows, where there is anything to add up. */
export function TableTotals({ columns, rows, more = 0 }: Props) {
  const totals = tableTotals(columns, rows)
  if (!totals) return null
  return (
    <tfoot className={styles.totals}>
      <tr>
        {columns.map(({ key }, at) => {
          const total = totals.get(key)
          if (total !== undefined)
            return (
              <td key={key} className={styles.figure}>
                {formatNumber(total)}
              </td>
            )
          return at === 0 ? (
            <th key={key} scope="row">
              Cộng
            </th>
          ) : (
            <td key={key} />
          )
        })}
        {more > 0 && <td colSpan={more} />}
      </tr>
    </tfoot>
  )
}
