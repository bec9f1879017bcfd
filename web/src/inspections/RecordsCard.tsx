import type { Permission } from '@cchc/domain/access/permissions.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import type { LinkProps } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './InspectionPage.module.css'

const reportWords: Record<InspectionView['reportState'], string> = {
  'not-started': 'Chưa viết',
  drafting: 'Đang viết',
  'with-head': 'Lãnh đạo đơn vị đang duyệt',
  sent: 'Đã gửi',
  returned: 'Đã trả lại để bổ sung',
  accepted: 'Đã tiếp nhận',
}
const conclusionWords: Record<InspectionView['conclusionState'], string> = {
  none: 'Chưa soạn',
  drafting: 'Đang soạn dự thảo',
  'under-review': 'Đang góp ý, chờ ban hành',
  issued: 'Đã ban hành',
  replaced: 'Đã được thay thế',
}

interface RecordOf {
  readonly name: string
  readonly permission: Permission
  readonly state: string
  /** Where it is opened; null while it does not exist yet. */
  readonly link: Pick<LinkProps, 'to' | 'params'> | null
}

const known = new Set<InspectionView['state']>(['announced', 'visited', 'concluded', 'closed', 'opened'])
const visited = new Set<InspectionView['state']>(['visited', 'concluded', 'closed'])

function recordsOf(inspection: InspectionView, isScored: boolean): RecordOf[] {
  const { inspectionId, state, reportState, reportVerdict, reportProgress, conclusionState } = inspection
  const { recommendationsTotal: total, recommendationsOpen: open } = inspection
  const params = { inspectionId }
  const isKnown = known.has(state)
  const asksForReport = inspection.kind !== 'unannounced'
  const report = [
    reportWords[reportState],
    reportVerdict && (reportVerdict === 'on-time' ? 'đúng hạn' : 'chậm hạn'),
    reportState === 'drafting' && `${Math.round(reportProgress)} %`,
  ]
  return [
    {
      name: 'Báo cáo phục vụ kiểm tra',
      permission: 'self-report.read',
      state: !asksForReport
        ? 'Kiểm tra đột xuất không yêu cầu báo cáo trước'
        : isKnown
          ? report.filter(Boolean).join(' · ')
          : 'Mở khi đã thông báo lịch',
      link: isKnown && asksForReport ? { to: '/bao-cao/$inspectionId', params } : null,
    },
    {
      name: 'Buổi kiểm tra, biên bản',
      permission: 'fieldwork.read',
      state: visited.has(state) ? 'Đã kiểm tra' : isKnown ? 'Chưa diễn ra' : 'Mở khi đã thông báo lịch',
      link: isKnown ? { to: '/buoi-kiem-tra/$inspectionId', params } : null,
    },
    ...(isScored && inspection.kind === 'planned'
      ? [
          {
            name: 'Chấm điểm',
            permission: 'scoring.read' as const,
            state: 'Theo phiếu chấm điểm của đợt',
            link: { to: '/cham-diem/$inspectionId' as const, params },
          },
        ]
      : []),
    {
      name: 'Thông báo kết luận',
      permission: 'conclusion.read',
      state: visited.has(state) ? conclusionWords[conclusionState] : 'Mở sau buổi kiểm tra',
      link: visited.has(state) ? { to: '/ket-luan/$inspectionId', params } : null,
    },
    {
      name: 'Khắc phục kiến nghị',
      permission: 'recommendation.read',
      state: total > 0 ? `${total - open} / ${total} đã xong` : 'Chưa có kiến nghị',
      link: total > 0 ? { to: '/khac-phuc' } : null,
    },
  ]
}

/** The inspection's own records, each with where it stands and the way to it. */
export function RecordsCard({ inspection }: { inspection: InspectionView }) {
  const { viewer, campaign } = useSession()
  const permissions = viewer?.permissions ?? []
  const records = recordsOf(inspection, campaign?.scored ?? false).filter(({ permission }) =>
    permissions.includes(permission),
  )
  if (records.length === 0) return null
  return (
    <Card title="Hồ sơ">
      <ul className={styles.list}>
        {records.map(({ name, state, link }) => (
          <li key={name} className={styles.step}>
            <span>
              {name}
              <span className={styles.small}>{state}</span>
            </span>
            {link && (
              <ButtonLink {...link} size="s" aria-label={`Mở ${name.toLocaleLowerCase('vi')}`}>
                Mở
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
