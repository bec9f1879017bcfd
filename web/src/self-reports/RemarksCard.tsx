import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './SelfReport.module.css'

/** What the head or the office said when they gave the report back, newest first. */
export function RemarksCard({ remarks }: Pick<SelfReportView, 'remarks'>) {
  if (remarks.length === 0) return null
  const newestFirst = [...remarks].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Card title="Ý kiến khi trả lại">
      <ul className={styles.remarks}>
        {newestFirst.map(({ at, who, text }) => (
          <li key={at + who}>
            <p>{text}</p>
            <span className={styles.quiet}>
              {who} · {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The last remark over the form, while the report is open to be mended. */
export function LastRemark({ view }: { view: SelfReportView }) {
  const last = view.remarks.reduce<SelfReportView['remarks'][number] | null>(
    (newest, remark) => (newest && newest.at > remark.at ? newest : remark),
    null,
  )
  if (!last || !(view.state === 'returned' || view.state === 'drafting')) return null
  return (
    <Message kind="warning" lead={`${last.who} trả lại lúc ${formatInstant(last.at)}:`}>
      {last.text}
    </Message>
  )
}
