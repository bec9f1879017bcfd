import type { UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../ui/Card.tsx'
import { choicesQuery } from './data.ts'
import styles from './Unannounced.module.css'

/** Who is to go; while it is secret, also whether they know yet. */
export function PeopleCard({ view }: { view: UnannouncedView }) {
  const { data } = useQuery(choicesQuery(view.campaignId))
  const names = new Map(data?.fields.map(({ fieldKey, name }) => [fieldKey, name]))
  return (
    <Card title="Thành phần đi kiểm tra" aside={view.people.length > 0 && `${view.people.length} người`}>
      {view.people.length === 0 ? (
        <p className={styles.quiet}>Chưa phân công. Trưởng đoàn phân công khi lên đường cũng được.</p>
      ) : (
        <ul className={styles.lines}>
          {view.people.map(({ personId, fullName, post, roleName, fieldKeys, told }) => (
            <li key={personId}>
              {fullName}
              <span className={styles.small}>{[roleName, post].filter(Boolean).join(' · ')}</span>
              {fieldKeys.length > 0 && (
                <span className={styles.small}>{fieldKeys.map((key) => names.get(key) ?? key).join('; ')}</span>
              )}
              {view.secret && !told && <span className={styles.small}>Chưa được báo</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
