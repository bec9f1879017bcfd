import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Button, IconButton } from '../ui/Button.tsx'
import { type Filter, FilterSelect } from '../ui/DataTable.tsx'
import type { TableView } from '../ui/table-view.ts'
import styles from './Schedule.module.css'
import type { ShownSpan } from './schedule-view.ts'
import { monthInWords, weekInWords } from './schedule-words.ts'

interface Props {
  span: ShownSpan
  today: string
  filters: readonly Filter<InspectionRow>[]
  chosen: TableView
  onFilter: (view: TableView) => void
  onStep: (by: 1 | -1) => void
  onToday: () => void
}

/** Above the board: which month or week it shows, the ways to others, and what it is narrowed down to. */
export function BoardHead({ span, today, filters, chosen, onFilter, onStep, onToday }: Props) {
  const isWeek = span.view === 'tuan'
  const showsToday = span.stretch.from <= today && today <= span.stretch.to
  return (
    <div className={styles.boardHead}>
      <div className={styles.where}>
        <IconButton label={isWeek ? 'Tuần trước' : 'Tháng trước'} data-leads-on="" onClick={() => onStep(-1)}>
          <IconChevronLeft size={20} aria-hidden="true" />
        </IconButton>
        <h2 className={styles.spanName} aria-live="polite">
          {isWeek ? weekInWords(span.monday) : monthInWords(span.month)}
        </h2>
        <IconButton label={isWeek ? 'Tuần sau' : 'Tháng sau'} data-leads-on="" onClick={() => onStep(1)}>
          <IconChevronRight size={20} aria-hidden="true" />
        </IconButton>
        <Button size="s" disabled={showsToday} onClick={onToday}>
          Hôm nay
        </Button>
      </div>
      {filters.length > 0 && (
        <div className={styles.filters}>
          {filters.map((filter) => (
            <FilterSelect key={filter.key} filter={filter} view={chosen} onView={onFilter} />
          ))}
        </div>
      )}
    </div>
  )
}
