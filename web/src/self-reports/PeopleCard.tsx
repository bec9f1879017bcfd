import { sectionReference } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { useSession } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import type { Colleague } from './colleagues.ts'
import type { Desk } from './desk.ts'
import { initials } from './initials.ts'
import presence from './Presence.module.css'
import styles from './SelfReport.module.css'
import { useColleagues } from './use-live-report.ts'
import { clockWording } from './wording.ts'

/** Who writes this report: who has it open now and where, what each saved last, and how much of it is theirs. */
export function PeopleCard({ view, desk }: { view: SelfReportView; desk: Desk }) {
  const { today } = useSession()
  const here = useColleagues(desk)
  const saved = Map.groupBy(
    view.answers.filter((answer) => desk.places.has(answer.itemKey)),
    (answer) => answer.savedBy,
  )
  const writers = [...saved].map(([name, answers]) => {
    const last = answers.reduce((a, b) => (a.savedAt < b.savedAt ? b : a))
    return { name, lastAt: last.savedAt, words: savedWords(desk, last.itemKey, last.savedAt, answers.length, today) }
  })
  writers.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
  const absent = writers.filter(({ name }) => here.every(({ fullName }) => fullName !== name))
  if (here.length === 0 && absent.length === 0) return null
  return (
    <Card title="Cùng viết">
      <ul className={styles.people}>
        {here.map((colleague) => (
          <Person
            key={colleague.personId}
            name={colleague.fullName}
            isHere
            lines={[
              presentWords(desk, colleague),
              writers.find(({ name }) => name === colleague.fullName)?.words ?? null,
            ]}
          />
        ))}
        {absent.map(({ name, words }) => (
          <Person key={name} name={name} isHere={false} lines={[words]} />
        ))}
      </ul>
    </Card>
  )
}

function Person({ name, isHere, lines }: { name: string; isHere: boolean; lines: (string | null)[] }) {
  return (
    <li className={styles.personRow}>
      <span className={classes(styles.avatar, isHere && presence.present)} aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        {name}
        {lines.map(
          (line) =>
            line && (
              <span key={line} className={styles.quietLine}>
                {line}
              </span>
            ),
        )}
      </span>
    </li>
  )
}

function presentWords(desk: Desk, { itemKeys }: Colleague): string {
  const references = itemKeys.flatMap((key) => referenceOf(desk, key) ?? [])
  const places = [...new Set(references)].join(', ')
  return places ? `đang viết ở mục ${places}` : 'đang mở báo cáo'
}

function savedWords(desk: Desk, itemKey: string, at: string, count: number, today: string): string {
  return `mục ${referenceOf(desk, itemKey) ?? ''} lúc ${clockWording(at, today)} · ${count} mục`
}

function referenceOf(desk: Desk, itemKey: string): string | undefined {
  const place = desk.places.get(itemKey)
  return place && sectionReference(place.part, place.section)
}
