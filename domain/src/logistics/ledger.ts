import { formatMoney } from '../formats/numbers.ts'
import type { BudgetLineView, CostView, LedgerView } from './ledger-contract.ts'

/**
 * The rules of the campaign's ledger. Basis: QĐ 2251/QĐ-UBND, mục V (the office's money for the reform pays for the
 * inspection); the bounds that catch a slip of the keyboard are this product's own.
 */

/** Đồng; more than the whole inspection can cost, so a slip of the zeros. */
export const mostOfOneCost = 10_000_000_000
export const mostApproved = 100_000_000_000

/** Why an amount cannot be, as a sentence that says how to mend it; null where it can. `least` is 0 for what is approved, 1 for a cost. */
export function amountProblem(amount: number, { least, most }: { least: 0 | 1; most: number }): string | null {
  if (!Number.isInteger(amount)) return 'Số tiền ghi bằng đồng, không có phần lẻ.'
  if (amount < 0)
    return 'Số tiền không được âm. Muốn bỏ một khoản đã ghi, dùng “Hủy khoản chi”: khoản cũ vẫn được giữ lại.'
  if (amount < least) return 'Số tiền phải lớn hơn 0.'
  if (amount > most)
    return `${formatMoney(amount)} vượt quá mức có thể (${formatMoney(most)}). Kiểm tra lại số chữ số 0.`
  return null
}

type Cost = Pick<CostView, 'budgetLineId' | 'amount' | 'spentOn'>
type Line = Pick<BudgetLineView, 'budgetLineId' | 'approved'>

/** What was spent and what is left of a line; reversals take back what they reverse. */
export function standingOfLine(
  { budgetLineId, approved }: Line,
  costs: readonly Cost[],
): { spent: number; left: number } {
  const spent = sum(costs.filter((cost) => cost.budgetLineId === budgetLineId))
  return { spent, left: approved - spent }
}

/** Totals of the whole and month by month, months in order; a month without any cost is left out. */
export function ledgerTotals(lines: readonly Line[], costs: readonly Cost[]): Pick<LedgerView, 'months' | 'totals'> {
  const months = [...new Set(costs.map(({ spentOn }) => spentOn.slice(0, 7)))].sort()
  const approved = lines.reduce((total, line) => total + line.approved, 0)
  const spent = sum(costs)
  return {
    totals: { approved, spent, left: approved - spent },
    months: months.map((month) => {
      const ofMonth = costs.filter(({ spentOn }) => spentOn.startsWith(month))
      const ids = lines.map(({ budgetLineId }) => budgetLineId)
      return {
        month,
        spent: sum(ofMonth),
        byLine: ids
          .map((budgetLineId) => ({
            budgetLineId,
            spent: sum(ofMonth.filter((cost) => cost.budgetLineId === budgetLineId)),
          }))
          .filter((line) => ofMonth.some((cost) => cost.budgetLineId === line.budgetLineId)),
      }
    }),
  }
}

/** How a line or the whole stands, in words; `tone` goes with an icon. */
export function leftInWords({ approved, left }: { approved: number; left: number }): {
  tone: 'ok' | 'wait' | 'late'
  words: string
} {
  if (left < 0) return { tone: 'late', words: `Vượt ${formatMoney(-left)}` }
  if (left === 0 && approved > 0) return { tone: 'wait', words: 'Đã hết kinh phí' }
  if (approved > 0 && left < approved / 10) return { tone: 'wait', words: `Sắp hết, còn ${formatMoney(left)}` }
  return { tone: 'ok', words: `Còn ${formatMoney(left)}` }
}

function sum(costs: readonly Pick<Cost, 'amount'>[]): number {
  return costs.reduce((total, { amount }) => total + amount, 0)
}
