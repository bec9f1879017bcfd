import { cancelTrip, type TripView } from '@cchc/domain/logistics/contract.ts'
import { ridersOf, vehicleInWords } from '@cchc/domain/logistics/transport.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Row } from '../ui/Layout.tsx'
import { toast } from '../ui/toasts.ts'
import { refreshLogistics } from './data.ts'
import styles from './Logistics.module.css'

/** One vehicle of a day with its pick-up list in the order of the drive. */
export function TripCard({ trip, onEdit }: { trip: TripView; onEdit?: () => void }) {
  const { vehicle, departsAt, returnsAt, pickups, note } = trip
  const [asking, setAsking] = useState(false)
  const name = vehicleInWords(vehicle)
  const cancel = () =>
    call(cancelTrip, { params: { tripId: trip.tripId }, body: { revision: trip.revision } }).then(async () => {
      await refreshLogistics()
      toast({ tone: 'good', text: `Đã bỏ ${name} khỏi ngày này.` })
    })
  return (
    <Card
      title={name}
      aside={
        onEdit && (
          <Row>
            <Button size="s" aria-label={`Sửa chuyến ${name}`} onClick={onEdit}>
              Sửa
            </Button>
            <Button size="s" kind="quiet" aria-label={`Bỏ xe ${name}`} onClick={() => setAsking(true)}>
              Bỏ xe
            </Button>
          </Row>
        )
      }
    >
      <div className={styles.trip}>
        <p>
          Xuất phát <strong>{departsAt}</strong>, về khoảng <strong>{returnsAt}</strong> · {ridersOf(trip).length} người
          trên {vehicle.passengerSeats} chỗ
          {vehicle.driverName && ` · người lái ${vehicle.driverName}`}
          {vehicle.driverPhone && (
            <>
              {' '}
              <a href={`tel:${vehicle.driverPhone.replaceAll(/[^\d+]/g, '')}`}>{vehicle.driverPhone}</a>
            </>
          )}
        </p>
        {note && <p className={styles.quiet}>{note}</p>}
        {pickups.length === 0 ? (
          <p className={styles.quiet}>Chưa có điểm đón.</p>
        ) : (
          <ol className={styles.pickups} aria-label="Điểm đón">
            {pickups.map(({ at, place, riders }) => (
              <li key={`${at} ${place}`}>
                <b>{at}</b>
                <div>
                  <div>{place}</div>
                  <div className={styles.quiet}>
                    {riders.length === 0 ? 'Chưa có ai' : riders.map((rider) => rider.name).join(', ')}
                  </div>
                </div>
              </li>
            ))}
          </ol>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={`Bỏ ${name} khỏi ngày này?`}
          confirmLabel="Bỏ xe"
          danger
          onConfirm={cancel}
          onClose={() => setAsking(false)}
        >
          Danh sách điểm đón của chuyến này cũng mất; nhật ký vẫn giữ.
        </ConfirmDialog>
      )}
    </Card>
  )
}
