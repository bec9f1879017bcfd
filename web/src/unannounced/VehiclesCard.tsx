import { formatDate } from '@cchc/domain/formats/dates.ts'
import { TimeOfDay } from '@cchc/domain/logistics/contract.ts'
import type { UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { takeVehicle, tripsQuery, vehiclesQuery } from './data.ts'
import styles from './Unannounced.module.css'

/** Its own vehicle, known to the circle alone; what another trip has at that time is a warning and no refusal. */
export function VehiclesCard({ view }: { view: UnannouncedView }) {
  const { data } = useQuery(tripsQuery(view.inspectionId))
  const [taking, setTaking] = useState(false)
  const mayTake = useMay('transport.edit') && view.secret && view.ending === null && view.visitOn !== null
  const trips = data?.trips ?? []
  if (trips.length === 0 && !mayTake) return null
  return (
    <Card title="Xe" aside={trips.length > 0 && `${trips.length} chuyến`}>
      {trips.length === 0 ? (
        <p className={styles.quiet}>Chưa xếp xe.</p>
      ) : (
        <ul className={styles.lines}>
          {trips.map((trip) => (
            <li key={trip.tripId}>
              {trip.vehicle.name}, {trip.vehicle.plate}
              <span className={styles.small}>
                {formatDate(trip.travelOn)}, {trip.departsAt}–{trip.returnsAt}
              </span>
              {trip.warnings.map((sentence) => (
                <Message key={sentence} kind="warning">
                  {sentence}
                </Message>
              ))}
            </li>
          ))}
        </ul>
      )}
      {mayTake && (
        <div className={styles.below}>
          <Button onClick={() => setTaking(true)}>Xếp xe</Button>
        </div>
      )}
      {taking && <TakeDialog view={view} onClose={() => setTaking(false)} />}
    </Card>
  )
}

function TakeDialog({ view, onClose }: { view: UnannouncedView; onClose: () => void }) {
  const { data } = useQuery(vehiclesQuery)
  const vehicles = data?.vehicles.filter(({ outOfUse }) => !outOfUse) ?? []
  const [vehicleId, choose] = useState('')
  const isMorning = view.halfDay !== 'afternoon'
  const [departsAt, setDeparts] = useState(isMorning ? '07:15' : '13:15')
  const [returnsAt, setReturns] = useState(isMorning ? '12:00' : '17:30')
  return (
    <ConfirmDialog
      title="Xếp xe cho cuộc kiểm tra này"
      confirmLabel="Xếp xe"
      onConfirm={() => {
        if (!vehicleId) return 'Chọn xe.'
        if (![departsAt, returnsAt].every((time) => TimeOfDay.safeParse(time).success))
          return 'Giờ đi, giờ về viết như 07:30.'
        return takeVehicle(view, { vehicleId, departsAt, returnsAt })
      }}
      onClose={onClose}
    >
      <Stack gap={3}>
        <p>Chuyến xe này chỉ những người được biết thấy; lịch xe chung không hiện.</p>
        <SelectField
          label="Xe"
          required
          value={vehicleId}
          onChange={choose}
          placeholder={vehicles.length > 0 ? 'Chọn xe' : 'Chưa có xe nào trong danh sách'}
          options={vehicles.map((vehicle) => ({
            value: vehicle.vehicleId,
            label: `${vehicle.name}, ${vehicle.plate} (${vehicle.passengerSeats} chỗ)`,
          }))}
        />
        <TextField label="Giờ đi" required value={departsAt} onChange={setDeparts} />
        <TextField label="Giờ về" required value={returnsAt} onChange={setReturns} />
      </Stack>
    </ConfirmDialog>
  )
}
