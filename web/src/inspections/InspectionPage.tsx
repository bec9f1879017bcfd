import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionView } from '@cchc/domain/inspections/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Columns, Row, Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { inspectionQuery } from './data.ts'
import { InspectionHistory } from './InspectionHistory.tsx'
import styles from './InspectionPage.module.css'
import { describeNext } from './next-deadline.ts'
import { ReportDeadlineCard } from './ReportDeadlineCard.tsx'
import { StageBadge } from './StageBadge.tsx'

/** One unit's inspection: where it stands, when and with whom, its deadline, and the way to each of its papers. */
export default function InspectionPage() {
  const { inspectionId } = useParams({ strict: false }) as { inspectionId: string }
  const { data, error } = useQuery(inspectionQuery(inspectionId))
  if (error && !data) throw error
  if (!data) {
    return (
      <Page title="Cuộc kiểm tra" subtitle="Đang tải…">
        <Card>
          <Skeleton lines={6} />
        </Card>
      </Page>
    )
  }
  return (
    <Page
      title={data.unitName}
      above={<Link to="/">Bàn điều hành</Link>}
      subtitle={
        <Row>
          <StageBadge stage={data.stage} /> {describeNext(data.next)}
        </Row>
      }
    >
      <Columns at="minmax(0, 3fr) minmax(0, 2fr)">
        <Stack>
          <VisitCard inspection={data} />
          <StepsCard inspection={data} />
          <RosterCard roster={data.roster} />
        </Stack>
        <Stack>
          <ReportDeadlineCard inspection={data} />
          <InspectionHistory inspection={data} />
        </Stack>
      </Columns>
    </Page>
  )
}

function VisitCard({ inspection }: { inspection: InspectionView }) {
  const { visitOn, halfDay, place } = inspection
  return (
    <Card title="Buổi kiểm tra">
      {visitOn ? (
        <dl className={styles.facts}>
          <dt>Thời gian</dt>
          <dd>
            {halfDay && `${halfDayNames[halfDay]}, `}
            {formatDateWithWeekday(visitOn)}
          </dd>
          <dt>Địa điểm</dt>
          <dd>{place ?? 'Chưa ghi'}</dd>
        </dl>
      ) : (
        <p className={styles.quiet}>Chưa xếp lịch.</p>
      )}
    </Card>
  )
}

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

function StepsCard({ inspection }: { inspection: InspectionView }) {
  const { inspectionId, reportState, reportVerdict, reportProgress, conclusionState } = inspection
  const verdict = reportVerdict && (reportVerdict === 'on-time' ? 'đúng hạn' : 'chậm hạn')
  const done = inspection.recommendationsTotal - inspection.recommendationsOpen
  const steps = [
    {
      page: 'bao-cao',
      name: 'Báo cáo phục vụ kiểm tra',
      state: [reportWords[reportState], verdict, reportState === 'drafting' && `${Math.round(reportProgress)} %`],
    },
    { page: 'buoi-kiem-tra', name: 'Biên bản, đối chiếu số liệu', state: [] },
    { page: 'ket-luan', name: 'Thông báo kết luận', state: [conclusionWords[conclusionState]] },
    {
      page: 'khac-phuc',
      name: 'Khắc phục kiến nghị',
      state: [inspection.recommendationsTotal > 0 && `${done} / ${inspection.recommendationsTotal} đã xong`],
    },
  ]
  return (
    <Card title="Hồ sơ">
      <ul className={styles.list}>
        {steps.map(({ page, name, state }) => (
          <li key={page} className={styles.step}>
            <span>
              {name}
              <span className={styles.small}>{state.filter(Boolean).join(' · ')}</span>
            </span>
            <ButtonLink to={`/${page}/${inspectionId}` as string} size="s" aria-label={`Mở: ${name}`}>
              Mở
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function RosterCard({ roster }: { roster: InspectionView['roster'] }) {
  return (
    <Card title="Thành phần Đoàn kiểm tra" aside={roster.length > 0 && `${roster.length} người`}>
      {roster.length === 0 ? (
        <p className={styles.quiet}>Chưa phân công.</p>
      ) : (
        <ul className={styles.list}>
          {roster.map(({ teamMemberId, fullName, post, roleName, agencyName }) => (
            <li key={teamMemberId}>
              {fullName ?? post}
              <span className={styles.small}>
                {[roleName, fullName && post, agencyName].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
