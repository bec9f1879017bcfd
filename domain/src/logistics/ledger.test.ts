import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountProblem, ledgerTotals, leftInWords, mostApproved, mostOfOneCost, standingOfLine } from './ledger.ts'

const cost = { least: 1, most: mostOfOneCost } as const
const approval = { least: 0, most: mostApproved } as const

test.each<[number, Parameters<typeof amountProblem>[1], string | null]>([
  [1_500_000, cost, null],
  [1, cost, null],
  [mostOfOneCost, cost, null],
  [0, approval, null],
  [0, cost, 'lớn hơn 0'],
  [-1, cost, 'không được âm'],
  [-1, approval, 'không được âm'],
  [1.5, cost, 'không có phần lẻ'],
  [Number.NaN, cost, 'không có phần lẻ'],
  [mostOfOneCost + 1, cost, '10.000.000.001 đ vượt quá'],
  [1e15, approval, 'vượt quá'],
])('%d đồng', (amount, bounds, problem) => {
  const said = amountProblem(amount, bounds)
  if (problem === null) expect(said).toBeNull()
  else expect(said).toContain(problem)
})

test.each([
  [{ approved: 100, left: 50 }, 'ok', 'Còn 50 đ'],
  [{ approved: 100, left: 9 }, 'wait', 'Sắp hết, còn 9 đ'],
  [{ approved: 100, left: 0 }, 'wait', 'Đã hết kinh phí'],
  [{ approved: 100, left: -1_000_000 }, 'late', 'Vượt 1.000.000 đ'],
  [{ approved: 0, left: 0 }, 'ok', 'Còn 0 đ'],
])('%o', (line, tone, words) => {
  expect(leftInWords(line)).toEqual({ tone, words })
})

const lines = ['a', 'b', 'c'].map((budgetLineId, index) => ({ budgetLineId, approved: index * 1_000_000 }))
const drawn = fc.array(
  fc.record({
    budgetLineId: fc.constantFrom('a', 'b', 'c'),
    amount: fc.integer({ min: 1, max: mostOfOneCost }),
    spentOn: fc.constantFrom('2026-07-02', '2026-07-30', '2026-09-01', '2026-11-30'),
  }),
)

test('what is spent is the same by line, by month and in all', () => {
  fc.assert(
    fc.property(drawn, (costs) => {
      const { totals, months } = ledgerTotals(lines, costs)
      const all = costs.reduce((sum, { amount }) => sum + amount, 0)
      const add = (list: readonly { spent: number }[]) => list.reduce((sum, { spent }) => sum + spent, 0)
      expect(totals).toEqual({ approved: 3_000_000, spent: all, left: 3_000_000 - all })
      expect(add(months)).toBe(all)
      expect(add(lines.map((line) => standingOfLine(line, costs)))).toBe(all)
      for (const month of months) expect(add(month.byLine)).toBe(month.spent)
    }),
  )
})

test('a reversal gives back exactly what its cost took, whatever else was spent', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (costs, at) => {
      const reversed = costs[at % Math.max(1, costs.length)]
      const others = costs.filter((one) => one !== reversed)
      const all = reversed ? [...costs, { ...reversed, amount: -reversed.amount, spentOn: '2026-11-30' }] : costs
      expect(ledgerTotals(lines, all).totals).toEqual(ledgerTotals(lines, others).totals)
      for (const line of lines) expect(standingOfLine(line, all)).toEqual(standingOfLine(line, others))
    }),
  )
})
