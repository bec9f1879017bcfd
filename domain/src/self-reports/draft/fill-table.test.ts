import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerShape } from '../../outlines/answer.ts'
import { outlineItems } from '../../outlines/outline.ts'
import { tableCases, tableOutline } from './cases/drafts-with-tables.ts'
import { type DraftBlock, isSure } from './draft.ts'
import { readDraft } from './read-draft.ts'

const items = new Map(outlineItems(tableOutline).map(({ item }) => [item.key, item]))
const blocksOf = (blocks: (typeof tableCases)[number]['blocks'], letters = (text: string) => text) =>
  blocks.map((block): DraftBlock => {
    if (typeof block === 'string') return { kind: 'paragraph', label: '', runs: [{ text: letters(block) }] }
    return { kind: 'table', rows: block.map((cells) => cells.map((cell) => ({ runs: [{ text: letters(cell) }] }))) }
  })

describe('a table of a draft', () => {
  test.each(tableCases.map((one) => [one.name, one] as const))(
    '%s',
    (_, { blocks, letters, expected, unplaced = [] }) => {
      const reading = readDraft(blocksOf(blocks, letters), tableOutline)
      const found = Object.fromEntries(reading.proposals.map(({ key, value }) => [key, value]))
      expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([key, { rows }]) => [key, rows])))
      for (const proposal of reading.proposals) {
        const { doubt } = expected[proposal.key]!
        expect([isSure(proposal), proposal.why]).toEqual([
          doubt === undefined,
          expect.stringContaining(doubt ?? 'trùng'),
        ])
        expect(answerShape(items.get(proposal.key)!).safeParse(proposal.value).success).toBe(true)
      }
      const told = reading.unplaced.map(({ source, why }) => `${source.text} – ${why}`)
      for (const piece of unplaced)
        expect(
          told.some((text) => text.includes(piece)),
          told.join('\n'),
        ).toBe(true)
      expect(told).toHaveLength(unplaced.length)
    },
  )

  test('loses no cell: each that holds something is in a proposal, in what is unplaced, or a head or an ordinal', () => {
    const heads = ['STT', 'Tên lớp tập huấn', 'Ngày tổ chức', 'Số người tham dự', 'Kinh phí (triệu đồng)', 'Ghi rõ']
    const cell = fc.oneof(
      fc.integer({ min: 1000, max: 9999 }).map((number) => `ô${number}`),
      fc.integer({ min: 100, max: 999 }).map(String),
      fc.constantFrom('', '…', '12/3/2026', '45/50', '31/02/2026', 'Tổng cộng', '1,234', '12,5%'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }),
        (bodies, order) => {
          const arranged = (cells: readonly string[]) => [cells[0]!, ...order.map((at) => cells[at]!)]
          const rows = [heads, ...bodies.map((cells, at) => [String(at + 1), ...cells])].map(arranged)
          const reading = readDraft(blocksOf(['1. Đào tạo, bồi dưỡng công chức', rows]), tableOutline)
          const { proposals, unplaced } = reading
          const proposed = JSON.stringify(proposals.flatMap(({ value, others }) => [value, ...others]))
          const told = unplaced.map(({ source }) => source.text).join('\n')
          for (const cells of bodies)
            for (const text of cells) {
              if (text === '' || text === '…') continue
              const asDate = text === '12/3/2026' ? '2026-03-12' : text
              const isThere = [text, asDate, text.replace(',', '.').replace('%', ''), text.replace(',', '')].some(
                (form) => proposed.includes(form),
              )
              expect(isThere || told.includes(text), `${text}\n${proposed}\n${told}`).toBe(true)
            }
          for (const proposal of proposals)
            if (isSure(proposal)) expect(unplaced.every(({ why }) => !/đọc được|có thật/u.test(why))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
