import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { IconArrowLeft, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { StateBadge } from '../conclusions/StateBadge.tsx'
import { recommendationLooks, standingOf } from '../conclusions/states.ts'
import { useViewer } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DueCard } from './DueCard.tsx'
import { recommendationQuery } from './data.ts'
import styles from './FollowUp.module.css'
import { MoreTimeCard } from './MoreTimeCard.tsx'
import { RemedyCard } from './RemedyCard.tsx'
import { RemedyForm } from './RemedyForm.tsx'
import { ThirdPartyCard } from './ThirdPartyCard.tsx'
import { VerdictForm } from './VerdictForm.tsx'

/** One recommendation: what is asked and by when, what the unit did about it, what the team found of that. */
export default function RecommendationPage() {
  const { recommendationId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(recommendationQuery(recommendationId))
  const own = worksForInspectedUnit(useViewer())
  if (error && !data) throw error
  if (!data) {
    return (
      <Page title="Kiến nghị" subtitle="Đang tải…">
        <div className={styles.detail}>
          <Card>
            <Skeleton lines={8} />
          </Card>
          <Card>
            <Skeleton lines={4} />
          </Card>
        </div>
      </Page>
    )
  }
  return (
    <Page
      title={own ? 'Khắc phục kiến nghị' : `Kiến nghị với ${data.unitName}`}
      subtitle={
        <span className={styles.standing}>
          <StateBadge look={recommendationLooks[standingOf(data)]} /> {data.fieldName}
        </span>
      }
      above={
        <Link to="/khac-phuc" className={styles.back}>
          <IconArrowLeft size={15} aria-hidden="true" /> {own ? 'Các kiến nghị của đơn vị' : 'Theo dõi khắc phục'}
        </Link>
      }
    >
      <div className={styles.detail}>
        <Stack>
          <AskedCard recommendation={data} />
          {data.addresseeKind !== 'unit' && <ThirdPartyCard recommendation={data} />}
          {data.actions.includes('remedy') && <RemedyForm key={data.remedies.length} recommendation={data} />}
          {data.addresseeKind === 'unit' && <History recommendation={data} />}
          {data.actions.includes('verify') && <VerdictForm recommendation={data} />}
        </Stack>
        <aside className={styles.due} aria-label="Hạn và người giữ việc">
          <Stack>
            <DueCard recommendation={data} />
            <MoreTimeCard recommendation={data} />
          </Stack>
        </aside>
      </div>
    </Page>
  )
}

function AskedCard({
  recommendation: { text, addressee, proofExpected, inspectionId },
}: {
  recommendation: RecommendationDetail
}) {
  return (
    <Card
      title="Yêu cầu"
      aside={
        <Link to="/ket-luan/$inspectionId" params={{ inspectionId }}>
          Xem thông báo kết luận
        </Link>
      }
    >
      <p className={styles.askedWhole}>{text}</p>
      <dl className={styles.terms}>
        <dt>Nơi thực hiện</dt>
        <dd>{addressee}</dd>
        <dt>Minh chứng cần gửi</dt>
        <dd>{proofExpected || 'Không nêu riêng; nên kèm tài liệu cho thấy đã làm xong.'}</dd>
      </dl>
    </Card>
  )
}

/** What was reported, the newest first. */
function History({ recommendation }: { recommendation: RecommendationDetail }) {
  const { remedies, actions } = recommendation
  if (remedies.length === 0)
    return actions.includes('remedy') ? null : (
      <Card>
        <EmptyState icon={<IconHistory aria-hidden="true" />} title="Đơn vị chưa báo cáo khắc phục">
          Khi đơn vị báo cáo kết quả kèm minh chứng, nội dung hiện ở đây để Đoàn xác minh.
        </EmptyState>
      </Card>
    )
  return (
    <Card title="Quá trình khắc phục" aside={`${remedies.length} lần báo cáo`}>
      <ol className={styles.history}>
        {[...remedies].reverse().map((remedy) => (
          <li key={remedy.remedyId}>
            <RemedyCard recommendation={recommendation} remedy={remedy} />
          </li>
        ))}
      </ol>
    </Card>
  )
}
