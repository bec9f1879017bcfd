import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { guestsQuery } from './data.ts'
import styles from './Thematic.module.css'

/** Lồng ghép: the thematic inspections that take place inside a visit; nothing where there is none. */
export function GuestsCard({ inspectionId }: { inspectionId: string }) {
  const { data } = useQuery(guestsQuery(inspectionId))
  const seesRegistrations = useMay('thematic.read')
  if (!data || data.guests.length === 0) return null
  return (
    <Card title="Lồng ghép kiểm tra chuyên đề" aside={`${data.guests.length} chuyên đề`}>
      <ul className={styles.units}>
        {data.guests.map(({ registrationId, agencyName, title, people }) => (
          <li key={registrationId} className={styles.unit}>
            <div className={styles.unitHead}>
              <strong>{agencyName}</strong>
            </div>
            <p>
              {seesRegistrations ? (
                <Link to="/chuyen-de/$registrationId" params={{ registrationId }}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </p>
            <p className={styles.small}>
              {people.length === 0
                ? 'Chưa cử người'
                : people.map(({ fullName, post }) => (post ? `${fullName}, ${post}` : fullName)).join('; ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
