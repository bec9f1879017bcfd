import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { csvOf, saveFile } from './csv.ts'
import styles from './DataTable.module.css'
import { useNarrow } from './media.ts'
import { moveBetweenRows } from './move-between-rows.ts'
import { type ColumnData, type FilterData, nextSort, rowsInView, type TableView } from './table-view.ts'

export interface Column<R> extends ColumnData<R> {
  /** Empty over a column of buttons: it is then neither sorted nor exported, and always stands on a card. */
  header: ReactNode
  /** The heading as words, where `header` is empty or more than words. */
  headerText?: string
  render?: (row: R) => ReactNode
  align?: 'start' | 'end'
  width?: string | number
  sortable?: boolean
  /** Kept on one line where the window is wide. */
  oneLine?: boolean
  /** On a phone's card: `aside` beside the name, `plain` without its heading, `none` left out; else with its heading. */
  onCard?: 'aside' | 'plain' | 'none'
}

export interface Filter<R> extends FilterData<R> {
  label: string
  options: readonly { value: string; label: string }[]
}

export interface DataTableProps<R> {
  /** What the table is, for those who cannot see it. */
  label: string
  rows: readonly R[]
  rowKey: (row: R) => string
  /** The first column names the row; where it renders a link, the whole row opens it. */
  columns: readonly Column<R>[]
  filters?: readonly Filter<R>[]
  view: TableView
  onView: (view: TableView) => void
  /** Placeholder of the search box; false for tables too short to search. */
  search?: string | false
  /** Shown where there are no rows at all. */
  empty: ReactNode
  /** File name without ending: offers what is seen as CSV. */
  exportName?: string
  /** Further exports, such as Excel from the server. */
  exports?: ReactNode
}

/** A list that can be searched with or without diacritics, filtered, sorted and exported; cards on a phone. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, rows, columns, filters = [], view, onView, search = 'Tìm trong danh sách…', exportName } = props
  const narrow = useNarrow()
  if (rows.length === 0) return props.empty
  const seen = rowsInView(rows, columns, filters, view)
  const hasTools = search !== false || filters.length > 0 || exportName || props.exports || narrow
  const linked = Boolean(columns[0]?.render)

  const exportCsv = () => {
    const written = columns.filter((column) => !isOfButtons(column))
    const lines = seen.map((row) => written.map((column) => column.text(row)))
    saveFile(`${exportName}.csv`, csvOf([written.map(headingOf), ...lines]), 'text/csv;charset=utf-8')
  }

  return (
    <div className={classes(linked && styles.linked)}>
      {hasTools && (
        <div className={classes(styles.tools, 'no-print')}>
          {search !== false && (
            <div className={styles.search}>
              <input
                type="search"
                value={view.search}
                placeholder={search}
                aria-label={`Tìm trong ${label.toLocaleLowerCase('vi')}`}
                onChange={(event) => onView({ ...view, search: event.target.value })}
              />
            </div>
          )}
          {filters.map((filter) => (
            <FilterSelect key={filter.key} filter={filter} view={view} onView={onView} />
          ))}
          {narrow && <SortSelect columns={columns} view={view} onView={onView} />}
          <span className={styles.count} role="status">
            {seen.length === rows.length ? `${rows.length} dòng` : `${seen.length} / ${rows.length} dòng`}
          </span>
          {exportName && (
            <Button size="s" icon={<IconDownload size={15} aria-hidden="true" />} onClick={exportCsv}>
              Tải CSV
            </Button>
          )}
          {props.exports}
        </div>
      )}
      {seen.length === 0 ? (
        <NothingFound onClear={() => onView({ ...view, search: '', filters: {} })} />
      ) : narrow ? (
        <Cards {...props} rows={seen} />
      ) : (
        <Table {...props} rows={seen} />
      )}
    </div>
  )
}

function isOfButtons<R>({ header }: Column<R>): boolean {
  return header === ''
}

function isSortable<R>(column: Column<R>): boolean {
  return column.sortable !== false && !isOfButtons(column)
}

function headingOf<R>(column: Column<R>): string {
  return column.headerText ?? (typeof column.header === 'string' ? column.header : column.key)
}

export function FilterSelect<R>({
  filter,
  view,
  onView,
}: {
  filter: Filter<R>
  view: TableView
  onView: (view: TableView) => void
}) {
  const id = useId()
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{filter.label}</label>
      <select
        id={id}
        value={view.filters[filter.key] ?? ''}
        onChange={(event) => onView({ ...view, filters: { ...view.filters, [filter.key]: event.target.value } })}
      >
        <option value="">Tất cả</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function SortSelect<R>({ columns, view, onView }: Pick<DataTableProps<R>, 'columns' | 'view' | 'onView'>) {
  const id = useId()
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>Sắp theo</label>
      <select id={id} value={view.sort} onChange={(event) => onView({ ...view, sort: event.target.value })}>
        <option value="">Mặc định</option>
        {columns
          .filter(isSortable)
          .flatMap((column) => [
            <option key={column.key} value={column.key}>{`${headingOf(column)}, tăng dần`}</option>,
            <option key={`-${column.key}`} value={`-${column.key}`}>{`${headingOf(column)}, giảm dần`}</option>,
          ])}
      </select>
    </div>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div style={{ padding: '28px 16px', textAlign: 'center' }}>
      <p style={{ marginBottom: 10 }}>Không có dòng nào khớp với điều đang tìm.</p>
      <Button size="s" onClick={onClear}>
        Bỏ tìm và lọc
      </Button>
    </div>
  )
}

function Table<R>({ label, rows, rowKey, columns, view, onView }: DataTableProps<R>) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.align === 'end' ? styles.end : undefined}
              style={{ width: column.width }}
              aria-sort={ariaSort(view.sort, column.key)}
            >
              {isOfButtons(column) ? (
                <span className="hidden-visually">{headingOf(column)}</span>
              ) : !isSortable(column) ? (
                column.header
              ) : (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onView({ ...view, sort: nextSort(view.sort, column.key) })}
                >
                  {column.header}
                  {view.sort === column.key && <IconArrowUp aria-hidden="true" />}
                  {view.sort === `-${column.key}` && <IconArrowDown aria-hidden="true" />}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, place) => {
              const content = column.render ? column.render(row) : column.text(row)
              const look = classes(column.align === 'end' && styles.end, column.oneLine && styles.oneLine)
              return place === 0 ? (
                <th key={column.key} scope="row" className={look}>
                  {content}
                </th>
              ) : (
                <td key={column.key} className={look}>
                  {content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ariaSort(sort: string, key: string): 'ascending' | 'descending' | undefined {
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : undefined
}

function Cards<R>({ label, rows, rowKey, columns }: DataTableProps<R>) {
  const [name, ...others] = columns
  if (!name) return null
  const content = (column: Column<R>, row: R) => (column.render ? column.render(row) : column.text(row))
  const filled = (row: R) =>
    others.filter(
      (column) =>
        column.onCard !== 'none' && (isOfButtons(column) ? Boolean(content(column, row)) : column.text(row) !== ''),
    )
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className={styles.cardHead}>
            <h2>{content(name, row)}</h2>
            {filled(row)
              .filter((column) => column.onCard === 'aside')
              .map((column) => (
                <div key={column.key}>{content(column, row)}</div>
              ))}
          </div>
          <dl>
            {filled(row)
              .filter((column) => column.onCard !== 'aside')
              .map((column) => (
                <div key={column.key} className={column.onCard === 'plain' ? styles.plain : styles.pair}>
                  <dt className={column.onCard === 'plain' ? 'hidden-visually' : undefined}>{headingOf(column)}</dt>
                  <dd>{content(column, row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
