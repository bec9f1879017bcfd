import { planTrip, saveTrip, type TransportDay, type TripView } from '@cchc/domain/logistics/contract.ts'
import { overfullSentence, ridersOf, vehicleInWords } from '@cchc/domain/logistics/transport.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics, vehiclesQuery } from './data.ts'
import styles from './Logistics.module.css'
import { PickupStop } from './PickupStop.tsx'
import { draftsOf, moved, notPlaced, withStop } from './pickup-draft.ts'
import { TimeField } from './TimeField.tsx'

interface Props {
  campaignId: string
  day: TransportDay
  /** Null adds one. */
  trip: TripView | null
  onClose: () => void
}

/** A vehicle of the day with its times and pick-up list; seats are counted while it is written. */
export function TripDialog({ campaignId, day, trip, onClose }: Props) {
  const { officeName } = useSession()
  const vehicles = useQuery(vehiclesQuery).data?.vehicles ?? []
  const usable = vehicles.filter(({ outOfUse, vehicleId }) => !outOfUse || vehicleId === trip?.vehicle.vehicleId)
  const [vehicleId, setVehicleId] = useState(trip?.vehicle.vehicleId ?? '')
  const [times, setTimes] = useState(() => trip ?? usualTimes(day))
  const [travelOn, setTravelOn] = useState<string | null>(trip?.travelOn ?? day.day)
  const [stops, setStops] = useState(() =>
    trip ? draftsOf(trip.pickups) : withStop([], officeName, usualTimes(day).departsAt),
  )
  const [note, setNote] = useState(trip?.note ?? '')
  const vehicle = vehicles.find((one) => one.vehicleId === vehicleId)
  const elsewhere = day.trips.filter(({ tripId }) => tripId !== trip?.tripId).flatMap(ridersOf)
  const free = notPlaced(day.people, [...stops, { key: -1, place: '', at: '', riders: elsewhere }])
  const overfull = vehicle && overfullSentence({ vehicle, pickups: stops })

  const save = async () => {
    if (!vehicle) return 'Chọn xe.'
    if (!times.departsAt || !times.returnsAt) return 'Ghi giờ xuất phát và giờ về, ví dụ 07:30.'
    if (!travelOn) return 'Chọn ngày đi.'
    if (stops.some(({ place, at }) => !place.trim() || !at)) return 'Ghi giờ và nơi của từng điểm đón.'
    if (overfull) return overfull
    const pickups = stops.map(({ key: _, ...stop }) => stop)
    const { departsAt, returnsAt } = times
    const body = { vehicleId, travelOn, departsAt, returnsAt, pickups, note }
    if (trip) await call(saveTrip, { params: { tripId: trip.tripId }, body: { ...body, revision: trip.revision } })
    else await call(planTrip, { params: { campaignId }, body: { ...body, inspectionId: null } })
    await refreshLogistics()
    toast({ tone: 'good', text: `Đã lưu chuyến ${vehicleInWords(vehicle)}.` })
  }

  return (
    <FormDialog
      title={trip ? `Sửa chuyến ${vehicleInWords(trip.vehicle)}` : 'Thêm xe cho ngày này'}
      look="wide"
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu chuyến xe"
    >
      <div className={styles.pair}>
        <SelectField
          label="Xe"
          required
          value={vehicleId}
          onChange={setVehicleId}
          placeholder={usable.length === 0 ? 'Chưa có xe; thêm ở danh sách xe' : 'Chọn xe'}
          options={usable.map((one) => ({
            value: one.vehicleId,
            label: `${vehicleInWords(one)}, ${one.passengerSeats} chỗ`,
          }))}
        />
        {trip && <DateField label="Ngày đi" required value={travelOn} onChange={setTravelOn} />}
        <TimeField
          label="Giờ xuất phát"
          value={times.departsAt}
          onChange={(departsAt) => setTimes({ ...times, departsAt })}
        />
        <TimeField
          label="Giờ về (khoảng)"
          value={times.returnsAt}
          onChange={(returnsAt) => setTimes({ ...times, returnsAt })}
        />
      </div>
      {vehicle && (
        <Message kind={overfull ? 'error' : 'note'} live={Boolean(overfull)}>
          {overfull ??
            `Đã xếp ${ridersOf({ pickups: stops }).length} người trên ${vehicle.passengerSeats} chỗ${free.length > 0 ? `; còn ${free.length} người chưa có chỗ` : ''}.`}
        </Message>
      )}
      <ol className={styles.form} aria-label="Danh sách đón">
        {stops.map((stop, index) => (
          <PickupStop
            key={stop.key}
            stop={stop}
            index={index}
            count={stops.length}
            free={free}
            onChange={(next) => setStops(stops.map((one) => (one.key === stop.key ? next : one)))}
            onMove={(from, to) => setStops(moved(stops, from, to))}
            onRemove={() => setStops(stops.filter((one) => one.key !== stop.key))}
          />
        ))}
      </ol>
      <div>
        <Button
          size="s"
          icon={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => setStops(withStop(stops, '', times.departsAt))}
        >
          Thêm điểm đón
        </Button>
      </div>
      <TextField label="Ghi chú" value={note} onChange={setNote} />
    </FormDialog>
  )
}

/** Out before the first visit and back after the last. */
function usualTimes({ visits }: TransportDay): { departsAt: string; returnsAt: string } {
  const morning = visits.some(({ halfDay }) => halfDay === 'morning')
  const afternoon = visits.some(({ halfDay }) => halfDay === 'afternoon')
  return { departsAt: morning || !afternoon ? '07:00' : '13:00', returnsAt: afternoon ? '17:00' : '11:30' }
}
