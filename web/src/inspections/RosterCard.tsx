import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import { useQuery } from '@tanstack/react-query'
import { teamQuery } from '../campaigns/data.ts'
import { useMay } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './InspectionPage.module.css'

/** Who goes to the unit, with the fields each inspects. */
export function RosterCard({ inspection: { roster, rosterExceptions, campaignId } }: { inspection: InspectionView }) {
  const { data } = useQuery({ ...teamQuery(campaignId), enabled: useMay('campaign.read') && roster.length > 0 })
  const names = new Map(data?.fields.map(({ fieldKey, name }) => [fieldKey, name]))
  return (
    <Card title="Thành phần Đoàn kiểm tra" aside={roster.length > 0 && `${roster.length} người`}>
      {roster.length === 0 ? (
        <p className={styles.quiet}>Chưa phân công.</p>
      ) : (
        <ul className={styles.roster}>
          {roster.map(({ teamMemberId, fullName, post, roleName, agencyName, fieldKeys }) => (
            <li key={teamMemberId}>
              <span className={styles.member}>{fullName ?? post}</span>
              <span className={styles.small}>
                {[roleName, fullName && post, agencyName && !post.includes(agencyName) && agencyName]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {fieldKeys.length > 0 && (
                <span className={styles.small}>
                  Lĩnh vực: {fieldKeys.map((key) => names.get(key) ?? fieldName(key)).join('; ')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {rosterExceptions.map(({ at, who, reason, gaps }) => (
        <Message key={at} kind="note" lead={`Đã thông báo lịch khi thành phần còn thiếu (${formatInstant(at)}).`}>
          {gaps.join(' ')} Lý do: {reason}. Người ban hành: {who}.
        </Message>
      ))}
    </Card>
  )
}
