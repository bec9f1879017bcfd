import type { TableColumn } from '@cchc/domain/outlines/outline.ts'
import { describe, expect, test } from 'vitest'
import { cellText, pastedCells, readCell, withoutRow, withPasted } from './table-cells.ts'

const columns: TableColumn[] = [
  { key: 'name', label: 'Tên mô hình', kind: 'text' },
  { key: 'count', label: 'Số lượt', kind: 'number' },
  { key: 'cost', label: 'Kinh phí (triệu đồng)', kind: 'money' },
  { key: 'on', label: 'Từ ngày', kind: 'date' },
]

describe('cells of the clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['một ô', [['một ô']]],
    ['"hai\ndòng"\tx', [['hai\ndòng', 'x']]],
    ['"nói ""được"""\tx', [['nói "được"', 'x']]],
    ['"mở mà không đóng\tx', [['"mở mà không đóng', 'x']]],
    [
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('%j', (text, cells) => {
    expect(pastedCells(text)).toEqual(cells)
  })
})

describe('pasting into a table', () => {
  const rows = [{ name: 'Cũ', count: 1, cost: null, on: null }]
  test('goes on over the rows there are and adds what is missing', () => {
    const cells = [
      ['Một', '12.480', '1,5 tỷ', '15/07/2026'],
      ['Hai', '7'],
    ]
    expect(withPasted(rows, columns, cells, 0, 0)).toEqual({
      rows: [
        { name: 'Một', count: 12480, cost: 1500, on: '2026-07-15' },
        { name: 'Hai', count: 7, cost: null, on: null },
      ],
      open: [],
    })
  })
  test('leaves out the headings and cells beyond the last column', () => {
    expect(
      withPasted(
        [],
        columns,
        [
          ['tên  mô hình', 'Số lượt'],
          ['A', '1'],
        ],
        0,
        0,
      ).rows,
    ).toMatchObject([{ name: 'A', count: 1 }])
    expect(withPasted(rows, columns, [['1/8/2026', 'thừa']], 0, 3).rows).toEqual([{ ...rows[0], on: '2026-08-01' }])
  })
  test('keeps what cannot be read for a person to mend', () => {
    const { rows: next, open } = withPasted(
      rows,
      columns,
      [
        ['x', '1,234'],
        ['y', 'nhiều'],
      ],
      1,
      0,
    )
    expect(next.map(({ count }) => count)).toEqual([1, null, null])
    expect(open.map(({ row, column, text, doubt }) => [row, column, text, doubt.kind])).toEqual([
      [1, 'count', '1,234', 'ambiguous'],
      [2, 'count', 'nhiều', 'wrong'],
    ])
    expect(withoutRow(open, 1).map(({ row, text }) => [row, text])).toEqual([[1, 'nhiều']])
  })
  test('a row beyond the most is left out', () => {
    const many = Array.from({ length: 600 }, (_, at) => [`${at}`])
    expect(withPasted([], columns, many, 0, 0).rows).toHaveLength(500)
  })
})

test('what a cell shows is read back', () => {
  const values = ['Tên', 1234.5, 2000, '2026-07-15']
  for (const [at, column] of columns.entries())
    expect(readCell(column, cellText(column, values[at]))).toEqual({ value: values[at] })
})
