import { describe, expect, test } from 'vitest'
import type { TableColumn } from './outline.ts'
import { tableTotals } from './table-totals.ts'

const columns: TableColumn[] = [
  { key: 'name', label: 'Tên', kind: 'text' },
  { key: 'count', label: 'Số lượt', kind: 'number' },
  { key: 'money', label: 'Kinh phí', kind: 'money' },
  { key: 'rate', label: 'Tỷ lệ', kind: 'percent' },
  { key: 'year', label: 'Năm', kind: 'number', total: false },
]

describe('totals of a table', () => {
  test('counts and money are added up without the digits of binary fractions', () => {
    const rows = [
      { name: 'a', count: 1, money: 0.1, rate: 50, year: 2025 },
      { name: 'b', count: null, money: 0.2, rate: 60, year: 2026 },
      { name: 'c', count: 1e-7, money: 1e9, rate: null, year: null },
    ]
    expect(tableTotals(columns, rows)).toEqual(
      new Map([
        ['count', 1.0000001],
        ['money', 1000000000.3],
      ]),
    )
  })
  test.each<[string, Record<string, string | number>[]]>([
    ['no rows', []],
    ['one row', [{ count: 5 }]],
    ['no figures', [{ name: 'a' }, { name: 'b', rate: 5 }]],
  ])('there are none for %s', (_, rows) => {
    expect(tableTotals(columns, rows)).toBeNull()
  })
})
