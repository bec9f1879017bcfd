import { useState } from 'react'
import { matches } from './fold.ts'

/** What a person has asked of a table; plain words, so that it can live in the address. */
export interface TableView {
  search: string
  /** Key of a column, with "-" before it for the other way round; empty for the order the rows came in. */
  sort: string
  filters: Readonly<Record<string, string>>
}

export const plainView: TableView = { search: '', sort: '', filters: {} }

/** A view that lives as long as the page; `platform/table-view.ts` keeps one in the address instead. */
export function useLocalView(): [TableView, (view: TableView) => void] {
  return useState(plainView)
}

export interface ColumnData<R> {
  key: string
  /** The cell as words: searched, exported, shown where there is no `render`; empty words are left out of the cards. */
  text: (row: R) => string
  /** What the column sorts by, where the words would sort wrongly (dates, figures). Nulls go last. */
  sortBy?: (row: R) => string | number | null
}

export interface FilterData<R> {
  key: string
  holds: (row: R, value: string) => boolean
}

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** The rows that a view leaves, in its order. */
export function rowsInView<R>(
  rows: readonly R[],
  columns: readonly ColumnData<R>[],
  filters: readonly FilterData<R>[],
  view: TableView,
): R[] {
  const found = rows.filter(
    (row) =>
      filters.every((filter) => {
        const value = view.filters[filter.key]
        return !value || filter.holds(row, value)
      }) &&
      (!view.search || matches(columns.map((column) => column.text(row)).join(' '), view.search)),
  )
  const key = view.sort.replace(/^-/, '')
  const column = columns.find((each) => each.key === key)
  if (!column) return found
  const way = view.sort.startsWith('-') ? -1 : 1
  const value = column.sortBy ?? column.text
  return found.sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null || a === '' || b === '') {
      const [noA, noB] = [a === null || a === '', b === null || b === '']
      return Number(noA) - Number(noB)
    }
    return way * compare(a, b)
  })
}

/** The next sort of a column when its heading is pressed: up, down, as it came. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}
