import type { DayPerson } from '@cchc/domain/logistics/contract.ts'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash, IconX } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { Button, IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { classes } from '../ui/classes.ts'
import { TextField } from '../ui/TextFields.tsx'
import styles from './Logistics.module.css'
import { type PickupDraft, riderKey, riderOf } from './pickup-draft.ts'
import { TimeField } from './TimeField.tsx'

const draggedType = 'application/x-cchc-stop'

interface Props {
  stop: PickupDraft
  index: number
  count: number
  /** People of the day who have no place in this vehicle yet. */
  free: readonly DayPerson[]
  onChange: (stop: PickupDraft) => void
  onMove: (from: number, to: number) => void
  onRemove: () => void
}

/** One stop of the pick-up list: when, where, who; moved by dragging or by its arrows. */
export function PickupStop({ stop, index, count, free, onChange, onMove, onRemove }: Props) {
  const [over, setOver] = useState(false)
  const [guest, setGuest] = useState('')
  const name = stop.place || `điểm đón ${index + 1}`
  const addGuest = () => {
    const written = guest.trim()
    if (!written) return
    onChange({ ...stop, riders: [...stop.riders, { personId: null, teamMemberId: null, name: written }] })
    setGuest('')
  }
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(draggedType)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const from = event.dataTransfer.getData(draggedType)
      if (from) onMove(Number(from), index)
    },
  }
  return (
    <li className={classes(styles.stop, over && styles.stopOver)} aria-label={`Điểm đón ${index + 1}`} {...drop}>
      <div className={styles.stopHead}>
        <TimeField label="Giờ đón" value={stop.at} onChange={(at) => onChange({ ...stop, at })} />
        <TextField label="Điểm đón" required value={stop.place} onChange={(place) => onChange({ ...stop, place })} />
        <div className={styles.moves}>
          <span
            className={styles.grip}
            draggable
            aria-hidden="true"
            title="Kéo để đổi thứ tự"
            onDragStart={(event) => {
              event.dataTransfer.setData(draggedType, String(index))
              event.dataTransfer.effectAllowed = 'move'
            }}
          >
            <IconGripVertical size={18} />
          </span>
          <IconButton
            size="s"
            label={`Chuyển ${name} lên trước`}
            disabled={index === 0}
            onClick={() => onMove(index, index - 1)}
          >
            <IconArrowUp size={16} aria-hidden="true" />
          </IconButton>
          <IconButton
            size="s"
            label={`Chuyển ${name} xuống sau`}
            disabled={index === count - 1}
            onClick={() => onMove(index, index + 1)}
          >
            <IconArrowDown size={16} aria-hidden="true" />
          </IconButton>
          <IconButton size="s" label={`Bỏ ${name}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      {stop.riders.length > 0 && (
        <ul className={styles.riders} aria-label={`Người lên xe ở ${name}`}>
          {stop.riders.map((rider) => (
            <li key={riderKey(rider)} className={styles.rider}>
              {rider.name}
              <IconButton
                size="s"
                label={`Bỏ ${rider.name} khỏi ${name}`}
                onClick={() => onChange({ ...stop, riders: stop.riders.filter((one) => one !== rider) })}
              >
                <IconX size={14} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.adders}>
        <ComboField
          label="Thêm người của Đoàn"
          value={null}
          options={free.map((person) => ({
            value: riderKey(person),
            label: person.name,
            note: person.agencyName ?? person.post,
          }))}
          placeholder={free.length === 0 ? 'Mọi người đã có chỗ' : `Còn ${free.length} người`}
          disabled={free.length === 0}
          onChange={(key) => {
            const person = free.find((one) => riderKey(one) === key)
            if (person) onChange({ ...stop, riders: [...stop.riders, riderOf(person)] })
          }}
        />
        <TextField
          label="Thêm khách"
          value={guest}
          onChange={setGuest}
          placeholder="Họ tên"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            addGuest()
          }}
        />
        <Button onClick={addGuest} disabled={!guest.trim()}>
          Thêm khách
        </Button>
      </div>
      {free.length > 1 && (
        <div>
          <Button
            size="s"
            kind="quiet"
            onClick={() => onChange({ ...stop, riders: [...stop.riders, ...free.map(riderOf)] })}
          >
            Đón cả {free.length} người còn lại ở đây
          </Button>
        </div>
      )}
    </li>
  )
}
