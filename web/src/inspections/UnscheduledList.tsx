import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconGripVertical } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Card } from '../ui/Card.tsx'
import { matches } from '../ui/fold.ts'
import { TextField } from '../ui/TextFields.tsx'
import { useLiftable } from './drag.ts'
import styles from './Schedule.module.css'
import { useBoard } from './schedule-board.ts'

const searchFrom = 9

/** The units that wait for a day: pressed or dragged onto one, they are scheduled. */
export function UnscheduledList({ rows }: { rows: readonly InspectionRow[] }) {
  const { lifting } = useBoard()
  const [search, setSearch] = useState('')
  const seen = rows.filter(({ unitName }) => matches(unitName, search))
  return (
    <Card title="Chưa xếp lịch" aside={`${rows.length} đơn vị`} className={styles.waiting}>
      {lifting && (
        <p className={styles.waitingHint}>
          Bấm tên để chọn ngày<span className={styles.forMouse}>, hoặc kéo vào một ngày</span>.
        </p>
      )}
      {rows.length >= searchFrom && (
        <TextField
          label={<span className="hidden-visually">Tìm đơn vị chưa xếp lịch</span>}
          type="search"
          placeholder="Tìm đơn vị…"
          value={search}
          onChange={setSearch}
        />
      )}
      <ul className={styles.waitingList}>
        {seen.map((row) => (
          <li key={row.inspectionId}>
            <WaitingUnit row={row} />
          </li>
        ))}
      </ul>
      {seen.length === 0 && <p className={styles.waitingHint}>Không có đơn vị nào khớp với “{search}”.</p>}
    </Card>
  )
}

function WaitingUnit({ row }: { row: InspectionRow }) {
  const { lifting, choose } = useBoard()
  const { inspectionId, unitName } = row
  const liftable = useLiftable(row)
  const pointed = { onPointerEnter: () => choose(inspectionId), onFocus: () => choose(inspectionId) }
  return lifting ? (
    <button
      type="button"
      className={styles.waitingUnit}
      onClick={() => lifting.ask({ inspectionId })}
      {...pointed}
      {...liftable}
    >
      <IconGripVertical size={16} aria-hidden="true" />
      <span>
        <span className="hidden-visually">Xếp lịch </span>
        {unitName}
      </span>
    </button>
  ) : (
    <Link
      to="/lich/$inspectionId"
      params={{ inspectionId }}
      className={styles.waitingUnit}
      data-chip={inspectionId}
      {...pointed}
    >
      {unitName}
    </Link>
  )
}
