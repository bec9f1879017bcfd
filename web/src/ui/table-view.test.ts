import { describe, expect, test } from 'vitest'
import { nextSort, plainView, rowsInView } from './table-view.ts'

interface Unit {
  name: string
  due: number | null
}
const units: Unit[] = [
  { name: 'Phường Hưng Đạo', due: -1 },
  { name: 'Xã Đồ Sơn', due: null },
  { name: 'Phường Dương Kinh', due: 12 },
  { name: 'Xã Ân Thi', due: 2 },
]
const columns = [
  { key: 'name', text: (unit: Unit) => unit.name },
  { key: 'due', text: (unit: Unit) => String(unit.due ?? ''), sortBy: (unit: Unit) => unit.due },
]
const filters = [{ key: 'late', holds: (unit: Unit, value: string) => String((unit.due ?? 0) < 0) === value }]
const names = (view: Parameters<typeof rowsInView>[3]) =>
  rowsInView(units, columns, filters, view).map((unit) => unit.name)

describe('a table as a person asks for it', () => {
  test.each([
    ['hung dao', ['Phường Hưng Đạo']],
    ['HƯNG', ['Phường Hưng Đạo']],
    ['do son', ['Xã Đồ Sơn']],
    ['phuong d', ['Phường Hưng Đạo', 'Phường Dương Kinh']],
    ['không có', []],
    ['', units.map((unit) => unit.name)],
  ])('searching “%s”', (search, found) => {
    expect(names({ ...plainView, search })).toEqual(found)
  })

  test('finds what was typed in decomposed letters', () => {
    expect(names({ ...plainView, search: 'Hưng Đạo'.normalize('NFD') })).toEqual(['Phường Hưng Đạo'])
  })

  test('sorts figures as figures and leaves the empty ones last both ways', () => {
    expect(names({ ...plainView, sort: 'due' })).toEqual([
      'Phường Hưng Đạo',
      'Xã Ân Thi',
      'Phường Dương Kinh',
      'Xã Đồ Sơn',
    ])
    expect(names({ ...plainView, sort: '-due' })).toEqual([
      'Phường Dương Kinh',
      'Xã Ân Thi',
      'Phường Hưng Đạo',
      'Xã Đồ Sơn',
    ])
  })

  test('sorts names in Vietnamese order, â after a and đ after d', () => {
    expect(names({ ...plainView, sort: 'name' })).toEqual([
      'Phường Dương Kinh',
      'Phường Hưng Đạo',
      'Xã Ân Thi',
      'Xã Đồ Sơn',
    ])
  })

  test('filters, and an unknown sort or filter changes nothing', () => {
    expect(names({ ...plainView, filters: { late: 'true' } })).toEqual(['Phường Hưng Đạo'])
    expect(names({ search: '', sort: 'no-such-column', filters: { other: 'x' } })).toHaveLength(4)
  })

  test('never changes the rows it was given', () => {
    const before = [...units]
    names({ ...plainView, sort: '-name' })
    expect(units).toEqual(before)
  })

  test('a heading pressed three times is back where it began', () => {
    expect(nextSort(nextSort(nextSort('', 'due'), 'due'), 'due')).toBe('')
  })
})
