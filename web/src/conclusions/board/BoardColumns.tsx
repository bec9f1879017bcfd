import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { boardColumns } from '@cchc/domain/conclusions/board-rules.ts'
import { type DragEvent, useState } from 'react'
import { RadioField } from '../../ui/ChoiceFields.tsx'
import { classes } from '../../ui/classes.ts'
import { SelectField, TextField } from '../../ui/TextFields.tsx'
import styles from './Board.module.css'
import type { Opened } from './BoardPage.tsx'
import { type BoardFilter, type Grouping, grouped, membersOf, shownPoints } from './board-groups.ts'
import { PointCard } from './PointCard.tsx'

interface Props {
  board: BoardView
  editable: boolean
  onOpen: (opened: Opened) => void
  onMove: (point: PointView, place: PointView['place']) => void
}

type Column = (typeof boardColumns)[number]

/** The parts of the notice as columns, narrowed and grouped as the person likes. */
export function BoardColumns({ board, editable, onOpen, onMove }: Props) {
  const [filter, setFilter] = useState<BoardFilter>({ fieldKey: '', member: '', search: '' })
  const [grouping, setGrouping] = useState<Grouping>('field')
  const shown = shownPoints(board.points, filter)
  const used = board.fields.filter(({ fieldKey }) => board.points.some((point) => point.fieldKey === fieldKey))
  const column = (one: Column) => (
    <BoardColumn
      key={one.key}
      column={one}
      board={board}
      points={shown.filter(({ place }) => one.places.some((each) => each === place))}
      grouping={grouping}
      editable={editable}
      onOpen={onOpen}
      onMove={onMove}
    />
  )
  return (
    <>
      <div className={styles.filters}>
        <TextField
          label="Tìm trong bảng"
          type="search"
          value={filter.search}
          onChange={(search) => setFilter({ ...filter, search })}
        />
        <SelectField
          label="Lĩnh vực"
          value={filter.fieldKey}
          options={[
            { value: '', label: 'Mọi lĩnh vực' },
            ...used.map(({ fieldKey, name }) => ({ value: fieldKey, label: name })),
          ]}
          onChange={(fieldKey) => setFilter({ ...filter, fieldKey })}
        />
        <SelectField
          label="Người ghi"
          value={filter.member}
          options={[
            { value: '', label: 'Mọi thành viên' },
            ...membersOf(board).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(member) => setFilter({ ...filter, member })}
        />
        <RadioField
          label="Nhóm theo"
          look="segments"
          value={grouping}
          options={[
            { value: 'field', label: 'Theo lĩnh vực' },
            { value: 'member', label: 'Theo người ghi' },
            { value: 'none', label: 'Không nhóm' },
          ]}
          onChange={(value) => setGrouping(value as Grouping)}
        />
      </div>
      <div className={styles.columns}>
        {boardColumns.slice(0, 3).map(column)}
        <div className={styles.stack}>{boardColumns.slice(3).map(column)}</div>
      </div>
    </>
  )
}

function BoardColumn({
  column,
  board,
  points,
  grouping,
  editable,
  onOpen,
  onMove,
}: Props & { column: Column; points: readonly PointView[]; grouping: Grouping }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const id = event.dataTransfer.getData('text/point')
    const point = board.points.find(({ pointId }) => pointId === id)
    if (point && !column.places.some((place) => place === point.place)) onMove(point, column.places[0])
  }
  return (
    <section
      className={classes(styles.column, over && styles.over)}
      aria-label={column.name}
      onDragOver={(event) => {
        if (!editable || !event.dataTransfer.types.includes('text/point')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>
        {column.name} <span className={styles.meta}>{points.length}</span>
      </h2>
      {grouped(points, grouping, board.fields).map((group) => (
        <div key={group.name} className={styles.group}>
          {group.name && <h3 className={styles.groupName}>{group.name}</h3>}
          {group.points.map((point) => (
            <PointCard
              key={point.pointId}
              point={point}
              board={board}
              editable={editable}
              fieldShown={grouping === 'field'}
              onOpen={() => onOpen({ what: 'point', pointId: point.pointId })}
              onMove={(place) => onMove(point, place)}
              onMerge={() => onOpen({ what: 'merge', pointId: point.pointId, into: null })}
            />
          ))}
        </div>
      ))}
      {points.length === 0 && <p className={styles.meta}>Không có điểm nào.</p>}
    </section>
  )
}
