import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionView } from '@cchc/domain/inspections/contract.ts'
import { Card } from '../ui/Card.tsx'
import styles from './InspectionPage.module.css'

/** When and where the team meets the unit. */
export function VisitCard({ inspection }: { inspection: InspectionView }) {
  const { visitOn, halfDay, place } = inspection
  return (
    <Card title="Buổi kiểm tra">
      {visitOn ? (
        <dl className={styles.facts}>
          <dt>Thời gian</dt>
          <dd>
            {halfDay && `${halfDayNames[halfDay]}, `}
            {formatDateWithWeekday(visitOn)}
          </dd>
          <dt>Địa điểm</dt>
          <dd>{place ?? 'Chưa ghi'}</dd>
        </dl>
      ) : (
        <p className={styles.quiet}>Chưa xếp lịch.</p>
      )}
    </Card>
  )
}
