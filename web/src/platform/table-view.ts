import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { TableView } from '../ui/table-view.ts'

/**
 * A table's search, sort and filters, kept in the address (`?tim=…&sap=-due&loc.unit=…`), so that a filtered list can be
 * sent to a colleague and survives going back. `name` tells two tables of one page apart.
 */
export function useTableView(name = ''): [TableView, (view: TableView) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const prefix = name ? `${name}.` : ''
  const word = (key: string) => {
    const value = search[prefix + key]
    return value === undefined || value === null ? '' : String(value)
  }
  const asked = word('tim')
  const sort = word('sap')
  const filterPrefix = `${prefix}loc.`
  const filters = Object.entries(search).flatMap(([key, value]) =>
    key.startsWith(filterPrefix) ? [[key.slice(filterPrefix.length), String(value)]] : [],
  )
  const written = JSON.stringify(filters)

  const view = useMemo<TableView>(
    () => ({ search: asked, sort, filters: Object.fromEntries(JSON.parse(written)) }),
    [asked, sort, written],
  )
  const change = (next: TableView) => {
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => {
        const others = Object.entries(before).filter(
          ([key]) => key !== `${prefix}tim` && key !== `${prefix}sap` && !key.startsWith(filterPrefix),
        )
        const own = [
          [`${prefix}tim`, next.search],
          [`${prefix}sap`, next.sort],
          ...Object.entries(next.filters).map(([key, value]) => [filterPrefix + key, value]),
        ].filter(([, value]) => value)
        return Object.fromEntries([...others, ...own])
      },
    })
  }
  return [view, change]
}
