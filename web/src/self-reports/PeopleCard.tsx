import { sectionReference } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { useSession } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import type { Desk } from './desk.ts'
import styles from './SelfReport.module.css'
import { clockWording } from './wording.ts'

/** Who writes this report: what each saved last, and how much of it is theirs. */
export function PeopleCard({ view, desk }: { view: SelfReportView; desk: Desk }) {
  const { today } = useSession()
  const people = Map.groupBy(
    view.answers.filter((answer) => desk.places.has(answer.itemKey)),
    (answer) => answer.savedBy,
  )
  if (people.size === 0) return null
  const rows = [...people].map(([name, answers]) => {
    const last = answers.reduce((a, b) => (a.savedAt < b.savedAt ? b : a))
    const place = desk.places.get(last.itemKey)
    return { name, count: answers.length, last, reference: place ? sectionReference(place.part, place.section) : '' }
  })
  rows.sort((a, b) => (a.last.savedAt < b.last.savedAt ? 1 : -1))
  return (
    <Card title="Cùng viết">
      <ul className={styles.people}>
        {rows.map(({ name, count, last, reference }) => (
          <li key={name} className={styles.personRow}>
            <span className={styles.avatar} aria-hidden="true">
              {initials(name)}
            </span>
            <span>
              {name}
              <span className={styles.quietLine}>
                mục {reference} lúc {clockWording(last.savedAt, today)} · {count} mục
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The first letters of the last two words, as Vietnamese names are called by their end: "Trần Thị Hà" → "TH". */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  return words
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}
