import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { inspectionStateNames, inspectionStates } from '@cchc/domain/inspections/states.ts'
import type { Filter } from '../ui/DataTable.tsx'
import type { TableView } from '../ui/table-view.ts'
import { blockNames } from './schedule-words.ts'

/** How the season can be narrowed down, on the board and in the list alike; what has only one value is not offered. */
export function scheduleFilters(rows: readonly InspectionRow[]): Filter<InspectionRow>[] {
  const present = inspectionStates.filter((state) => rows.some((row) => row.state === state))
  const types = [...new Set(rows.map((row) => row.unitType))]
  const groups = [...new Set(rows.map((row) => row.teamGroup))].sort()
  const filters: Filter<InspectionRow>[] = [
    {
      key: 'trang-thai',
      label: 'Trạng thái',
      options: present.map((state) => ({ value: state, label: inspectionStateNames[state] })),
      holds: (row, value) => row.state === value,
    },
    {
      key: 'khoi',
      label: 'Khối',
      options: types.map((type) => ({ value: type, label: blockNames[type] })),
      holds: (row, value) => row.unitType === value,
    },
    {
      key: 'to',
      label: 'Tổ',
      options: groups.map((group) => ({ value: String(group), label: `Tổ ${group}` })),
      holds: (row, value) => String(row.teamGroup) === value,
    },
  ]
  return filters.filter(({ options }) => options.length > 1)
}

/** The rows that the chosen filters leave. */
export function filtered(
  rows: readonly InspectionRow[],
  filters: readonly Filter<InspectionRow>[],
  chosen: TableView['filters'],
): InspectionRow[] {
  return rows.filter((row) =>
    filters.every(({ key, holds }) => {
      const value = chosen[key]
      return !value || holds(row, value)
    }),
  )
}
