import { formatInstant } from '@cchc/domain/formats/dates.ts'
import {
  type PlaceKind,
  type PlaceView,
  placeKindNames,
  placeKinds,
  type UnannouncedView,
} from '@cchc/domain/unannounced/contract.ts'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { useSending } from '../ui/use-sending.ts'
import { keepPlace, placeOnSite } from './data.ts'
import styles from './Unannounced.module.css'

/** Where it goes; on site, when the team came to each place and left it. */
export function PlacesCard({ view }: { view: UnannouncedView }) {
  const mayRecord = view.actions.includes('record-places')
  const [adding, setAdding] = useState(false)
  return (
    <Card title="Địa điểm" aside={`${view.places.length} nơi`}>
      <ol className={styles.lines}>
        {view.places.map((place) => (
          <Place key={place.placeId} place={place} inspectionId={view.inspectionId} mayRecord={mayRecord} />
        ))}
      </ol>
      {mayRecord && (
        <div className={styles.below}>
          <Button onClick={() => setAdding(true)}>Thêm địa điểm</Button>
        </div>
      )}
      {adding && <AddPlaceDialog inspectionId={view.inspectionId} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function Place({ place, inspectionId, mayRecord }: { place: PlaceView; inspectionId: string; mayRecord: boolean }) {
  const sending = useSending(sayFailure)
  const { placeId, arrivedAt, leftAt } = place
  const note = (times: { arrivedAt: string | null; leftAt: string | null }) =>
    sending.send(async () => {
      await keepPlace(inspectionId, placeId, times)
    })
  const clock = (at: string) => formatInstant(at).slice(-5)
  return (
    <li className={styles.place}>
      <span>
        {place.name}
        <span className={styles.small}>{[placeKindNames[place.kind], place.address].filter(Boolean).join(' · ')}</span>
        {arrivedAt && (
          <span className={styles.small}>
            Đến {clock(arrivedAt)}
            {leftAt && `, rời ${clock(leftAt)}`}
          </span>
        )}
      </span>
      {mayRecord && !leftAt && (
        <Button
          size="s"
          busy={sending.busy}
          aria-label={`${arrivedAt ? 'Rời nơi này' : 'Đã đến'}: ${place.name}`}
          onClick={() => void note(arrivedAt ? { arrivedAt, leftAt: 'now' } : { arrivedAt: 'now', leftAt: null })}
        >
          {arrivedAt ? 'Rời nơi này' : 'Đã đến'}
        </Button>
      )}
    </li>
  )
}

function AddPlaceDialog({ inspectionId, onClose }: { inspectionId: string; onClose: () => void }) {
  const [place, set] = useState<{ kind: PlaceKind; name: string; address: string }>({
    kind: 'other',
    name: '',
    address: '',
  })
  return (
    <ConfirmDialog
      title="Thêm địa điểm kiểm tra"
      confirmLabel="Thêm địa điểm"
      onConfirm={() => placeOnSite(inspectionId, place)}
      onClose={onClose}
    >
      <Stack gap={3}>
        <SelectField
          label="Loại"
          value={place.kind}
          onChange={(kind) => set({ ...place, kind: kind as PlaceKind })}
          options={placeKinds.map((kind) => ({ value: kind, label: placeKindNames[kind] }))}
        />
        <TextField label="Tên" required value={place.name} onChange={(name) => set({ ...place, name })} />
        <TextField label="Địa chỉ" value={place.address} onChange={(address) => set({ ...place, address })} />
      </Stack>
    </ConfirmDialog>
  )
}
