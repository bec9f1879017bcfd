import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { pointPlaceNames, pointPlaces } from '@cchc/domain/conclusions/board-rules.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconAlertTriangle, IconArrowsJoin, IconBulb, IconChevronDown } from '@tabler/icons-react'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/Menu.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import styles from './Board.module.css'

interface Props {
  point: PointView
  board: BoardView
  editable: boolean
  /** Whether the group around it names its field already. */
  fieldShown: boolean
  onOpen: () => void
  onMove: (place: PointView['place']) => void
  onMerge: () => void
}

/** One point on the board: its words, who recorded what it stands on, what is still to be done; opened by a press. */
export function PointCard({ point, board, editable, fieldShown, onOpen, onMove, onMerge }: Props) {
  const { text, sources, undone, place, recommendations, merged, reason } = point
  const field = board.fields.find(({ fieldKey }) => fieldKey === point.fieldKey)
  const thematic = board.thematic.find(({ registrationId }) =>
    sources.some((source) => source.registrationId === registrationId),
  )
  const due = recommendations.map(({ dueOn }) => dueOn).sort()[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the mouse's way; the menu below does the same
    <div
      className={classes(styles.point, undone.length > 0 && styles.waits)}
      draggable={editable}
      onDragStart={(event) => event.dataTransfer.setData('text/point', point.pointId)}
    >
      <button type="button" className={styles.open} onClick={onOpen}>
        {text}
      </button>
      {place === 'good-practice' && (
        <StatusBadge tone="work" icon={<IconBulb aria-hidden="true" />}>
          Cách làm hay
        </StatusBadge>
      )}
      <p className={styles.meta}>
        {[...new Set(sources.map(({ recordedBy }) => recordedBy))].join(', ') || 'Không còn nguồn'}
        {!fieldShown && field && ` · ${field.name}`}
        {thematic && ` · chuyên đề của ${thematic.agencyName}`}
      </p>
      {merged.length > 0 && (
        <p className={styles.meta}>
          <IconArrowsJoin size={14} aria-hidden="true" /> gộp từ {sources.length} phát hiện
        </p>
      )}
      {due && (
        <p className={styles.meta}>
          {recommendations.length} kiến nghị, hạn {formatDate(due)}
        </p>
      )}
      {place === 'left-out' && <p className={styles.meta}>Lý do: {reason}</p>}
      {undone.length > 0 && (
        <p className={styles.undone}>
          <IconAlertTriangle size={14} aria-hidden="true" /> {undone.join('; ')}
        </p>
      )}
      {editable && (
        <Menu
          className={styles.move}
          label={`Chuyển điểm “${text.slice(0, 40)}” sang`}
          items={[
            ...pointPlaces.map((key) => ({
              key,
              label: pointPlaceNames[key],
              checked: key === place,
              run: () => key !== place && onMove(key),
            })),
            {
              key: 'merge',
              label: 'Gộp vào điểm khác…',
              icon: <IconArrowsJoin size={16} aria-hidden="true" />,
              run: onMerge,
            },
          ]}
        >
          Chuyển sang… <IconChevronDown size={14} aria-hidden="true" />
        </Menu>
      )}
    </div>
  )
}
