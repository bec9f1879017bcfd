import { answerShape } from '../../outlines/answer.ts'
import { itemName } from '../../outlines/outline.ts'
import { isTotalled, tableTotals } from '../../outlines/table-totals.ts'
import type { UnplacedPiece } from './draft.ts'
import { measureOf, type TableFilling } from './fill-table.ts'
import { readTableCell } from './read-table-cell.ts'
import type { Claim } from './reading.ts'

/** The most rows that an answer may have. */
const mostRows = 500

/** What is proposed from a table when all of its parts have been read, and what of it has no place. */
export function claimOf(filling: TableFilling): { claim: Claim | null; unplaced: readonly UnplacedPiece[] } {
  const { item, match, source, rows, unplaced } = filling
  const doubts = [...filling.doubts, ...totalsDoubts(filling)]
  const kept = rows.slice(0, mostRows)
  if (rows.length > mostRows) doubts.push(`bảng có ${rows.length} dòng, chỉ nhận được ${mostRows} dòng đầu`)
  if (kept.length === 0 || !answerShape(item).safeParse(kept).success)
    return {
      claim: null,
      unplaced: [
        ...unplaced,
        { source, why: `Bảng có các cột của “${itemName(item)}” nhưng không có dòng nào đọc được.` },
      ],
    }
  const all = [...new Set(doubts)]
  const claim: Claim = {
    key: item.key,
    value: kept,
    score: match.score,
    source,
    why: `Bảng ${kept.length} dòng, tên các cột trùng với bảng của đề cương.`,
    rivals: [],
    doubt: all.length === 0 ? null : `Cần xem: ${all.slice(0, 4).join('; ')}${all.length > 4 ? '; …' : ''}.`,
    isAside: false,
  }
  return { claim, unplaced }
}

/** Totals are no rows of their own: they are compared with what the rows come to. */
function totalsDoubts(filling: TableFilling): string[] {
  const { item, match, totals, rows, unplaced } = filling
  const columns = item.columns ?? []
  const sums = tableTotals(columns, rows) ?? new Map()
  const doubts: string[] = []
  for (const { cells, source } of totals) {
    const wrong = columns.filter((column, own) => {
      const from = match.columns[own]
      if (from === null || from === undefined || !isTotalled(column)) return false
      const { value } = readTableCell(column, cells[from] ?? '', measureOf({ ...filling, doubts: [] }, own))
      const sum = sums.get(column.key)
      return typeof value === 'number' && sum !== undefined && Math.abs(value - sum) > 1e-6 * Math.max(1, Math.abs(sum))
    })
    if (wrong.length > 0)
      doubts.push(`dòng tổng khác tổng các dòng ở ${wrong.map(({ label }) => `“${label}”`).join(', ')}`)
    unplaced.push({ source, why: 'Dòng tổng cộng không nhập thành một dòng; bảng tự cộng.' })
  }
  return doubts
}
