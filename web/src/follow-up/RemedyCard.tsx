import type { RecommendationDetail, RemedyView } from '@cchc/domain/follow-up/contract.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { IconArrowBackUp, IconCheck, IconClock } from '@tabler/icons-react'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import styles from './FollowUp.module.css'
import { Proofs } from './Proofs.tsx'

interface Props {
  recommendation: RecommendationDetail
  remedy: RemedyView
}

/** One report of what was mended, with its proofs and what the team found of it. */
export function RemedyCard({ recommendation, remedy }: Props) {
  const {
    turn,
    text,
    files,
    submittedBy,
    submittedAt,
    verdict,
    verdictReason,
    verifiedBy,
    verifiedAt,
    verifiedHow,
    revisit,
    sentBackDueOn,
  } = remedy
  return (
    <article aria-label={`Báo cáo khắc phục lần ${turn}`}>
      <p className={styles.remedyHead}>
        <span>
          <strong>Lần {turn}</strong>{' '}
          <span className={styles.small}>
            {submittedBy} gửi {formatInstant(submittedAt)}
          </span>
        </span>
        <VerdictBadge verdict={verdict} />
      </p>
      {text && <p className={styles.remedyText}>{text}</p>}
      {files.length > 0 && <Proofs recommendation={recommendation} remedy={remedy} />}
      {!verdict && revisit && (
        <p className={styles.verdict}>
          <b>Hẹn kiểm tra lại:</b> {halfDayNames[revisit.halfDay].toLocaleLowerCase('vi')} {formatDate(revisit.on)}
          {revisit.note && `. ${revisit.note}`}
        </p>
      )}
      {verdict && (
        <p className={styles.verdict}>
          <b>{verdict === 'adequate' ? 'Đạt.' : 'Chưa đạt.'}</b> {verdictReason}{' '}
          {sentBackDueOn && `Làm tiếp đến ${formatDate(sentBackDueOn)}. `}
          <span className={styles.small}>
            {verifiedHow === 'visit' && revisit
              ? `Kiểm tra lại tại đơn vị ${halfDayNames[revisit.halfDay].toLocaleLowerCase('vi')} ${formatDate(revisit.on)}; `
              : 'Qua hồ sơ; '}
            {verifiedBy}
            {verifiedAt && `, ${formatInstant(verifiedAt)}`}
          </span>
        </p>
      )}
    </article>
  )
}

function VerdictBadge({ verdict }: Pick<RemedyView, 'verdict'>) {
  if (verdict === null)
    return (
      <StatusBadge tone="wait" icon={<IconClock aria-hidden="true" />}>
        Chờ xác minh
      </StatusBadge>
    )
  return verdict === 'adequate' ? (
    <StatusBadge tone="ok" icon={<IconCheck aria-hidden="true" />}>
      Đạt
    </StatusBadge>
  ) : (
    <StatusBadge tone="late" icon={<IconArrowBackUp aria-hidden="true" />}>
      Chưa đạt
    </StatusBadge>
  )
}
