import {
  answerStandingNames,
  type DraftShowing,
  outcomeNames,
  stanceNames,
} from '@cchc/domain/conclusions/answer-contract.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'
import styles from './Answer.module.css'
import { settleAnswer, showingQuery } from './answer-data.ts'
import { SettleForm } from './SettleForm.tsx'

const looks: Record<DraftShowing['standing'], [Tone, typeof IconCheck]> = {
  'waited-for': ['wait', IconClock],
  'in-time': ['ok', IconCheck],
  late: ['late', IconAlertTriangle],
  missing: ['late', IconAlertTriangle],
}

export function StandingBadge({ standing }: Pick<DraftShowing, 'standing'>) {
  const [tone, Icon] = looks[standing]
  return (
    <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
      {answerStandingNames[standing]}
    </StatusBadge>
  )
}

/** For the team: that the unit was shown this draft, who there has opened it, and what it explained, each with what became of it. */
export function UnitAnswer({ inspectionId, conclusionId }: { inspectionId: string; conclusionId: string }) {
  const { data } = useQuery(showingQuery(inspectionId))
  const showing = data?.showing
  if (!showing || showing.conclusionId !== conclusionId) return null
  const explained = showing.points.filter(({ stance }) => stance === 'explain')
  return (
    <Card title="Ý kiến của đơn vị" aside={<StandingBadge standing={showing.standing} />}>
      <div className={styles.stack}>
        <p className={styles.small}>
          {showing.shownBy} gửi dự thảo {formatInstant(showing.shownAt)}; trả lời đến hết {formatDate(showing.dueOn)}
          {showing.standing === 'waited-for' && `, ${workingDaysLeftInWords(showing.workingDaysLeft)}`}.{' '}
          {showing.seen.length > 0
            ? `Đã mở xem: ${showing.seen.map(({ who, at }) => `${who} (${formatInstant(at)})`).join(', ')}.`
            : 'Chưa ai của đơn vị mở xem.'}
          {showing.sentAt && ` ${showing.sentBy} gửi ý kiến ${formatInstant(showing.sentAt)}.`}
        </p>
        {showing.sentAt && explained.length === 0 && <p className={styles.said}>Đơn vị thống nhất với dự thảo.</p>}
        {showing.standing === 'missing' && (
          <p className={styles.small}>Không có ý kiến trong hạn; việc này được ghi lại và không chặn ban hành.</p>
        )}
        {explained.length > 0 && (
          <ul className={styles.rows}>
            {explained.map((point) => (
              <li key={point.key}>
                <p className={styles.row}>
                  <strong>{point.name}</strong>
                  <StatusBadge
                    tone={point.outcome ? 'ok' : 'wait'}
                    icon={point.outcome ? <IconCheck aria-hidden="true" /> : <IconClock aria-hidden="true" />}
                  >
                    {point.outcome ? outcomeNames[point.outcome] : 'Chờ xử lý'}
                  </StatusBadge>
                </p>
                <p className={styles.quote}>{point.text}</p>
                <p className={styles.said}>
                  <b>{stanceNames.explain}:</b> {point.answer}
                </p>
                <EvidenceBox
                  at={{ inspectionId, ownerKind: 'draft-answer', ownerId: showing.showingId, place: point.key }}
                  writable={false}
                />
                {point.outcome && (
                  <p className={styles.reply}>
                    <b>{point.settledBy}:</b> {point.outcomeReason}
                  </p>
                )}
                {showing.actions.includes('settle') && !point.outcome && (
                  <SettleForm
                    who={`đơn vị về ${point.name}`}
                    yes={outcomeNames.accepted}
                    no={outcomeNames['not-accepted']}
                    onSettle={(taken, reason) =>
                      settleAnswer(showing, point.key, { outcome: taken ? 'accepted' : 'not-accepted', reason })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
