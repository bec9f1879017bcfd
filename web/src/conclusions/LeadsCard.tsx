import type { DraftReview, LeadView } from '@cchc/domain/conclusions/review-contract.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconAlertTriangle, IconCheck, IconClock, IconMessage, IconUserOff } from '@tabler/icons-react'
import { Card } from '../ui/Card.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'
import styles from './Answer.module.css'

function lookOf({ personId, answer, changedSince, workingDaysLeft }: LeadView): [Tone, typeof IconCheck, string] {
  if (personId === null) return ['rest', IconUserOff, 'Chưa có đầu mối']
  if (answer === null)
    return (workingDaysLeft ?? 0) < 0 ? ['late', IconAlertTriangle, 'Quá hạn'] : ['wait', IconClock, 'Chưa trả lời']
  if (changedSince) return ['wait', IconAlertTriangle, 'Đã sửa sau khi trả lời']
  return answer === 'agreed' ? ['ok', IconCheck, 'Thống nhất'] : ['work', IconMessage, 'Có góp ý']
}

/** Who was asked about which field of the draft, by when, and what they said. */
export function LeadsCard({ leads }: { leads: DraftReview['leads'] }) {
  if (leads.length === 0) return null
  const asked = leads.filter(({ personId }) => personId !== null)
  const answered = asked.filter(({ answer }) => answer !== null).length
  return (
    <Card title="Đầu mối lĩnh vực" aside={`${answered}/${asked.length} đã trả lời`}>
      <ul className={styles.rows}>
        {leads.map((lead) => {
          const [tone, Icon, words] = lookOf(lead)
          return (
            <li key={lead.fieldKey} className={styles.row}>
              <span>
                <strong>{lead.fieldName}</strong>
                <span className={styles.small}>
                  {lead.personId === null
                    ? 'Không ai trong Đoàn phụ trách lĩnh vực này.'
                    : [lead.who, lead.agency].filter(Boolean).join(', ')}
                </span>
                {lead.answer === null && lead.dueOn && (
                  <span className={styles.small}>
                    hạn {formatDate(lead.dueOn)}, {workingDaysLeftInWords(lead.workingDaysLeft ?? 0)}
                  </span>
                )}
                {lead.answeredAt && <span className={styles.small}>{formatInstant(lead.answeredAt)}</span>}
              </span>
              <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
                {words}
              </StatusBadge>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
