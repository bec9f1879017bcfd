import type { ScheduleProposal, SchedulingView } from '@cchc/domain/scheduling/contract.ts'
import { IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AskCard } from './AskCard.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import { proposalQuery, schedulingQuery } from './data.ts'
import { PlanResult } from './PlanResult.tsx'
import { ProgressCard } from './ProgressCard.tsx'

/** Xếp lịch tự động: what a schedule is made from, how far it is, what it came to. Basis: QĐ 2251/QĐ-UBND, mục III.1–III.3. */
export default function AutoSchedulePage() {
  const { campaign } = useSession()
  return (
    <Page
      title="Xếp lịch tự động"
      above={<Link to="/lich">Lịch kiểm tra</Link>}
      subtitle="Đề xuất ngày, buổi và ghép các đơn vị gần nhau. Lịch chỉ đổi khi bạn áp dụng."
    >
      {campaign?.state === 'running' ? (
        <Scheduling campaignId={campaign.campaignId} />
      ) : (
        <Card>
          <EmptyState
            icon={<IconCalendarOff aria-hidden="true" />}
            title="Chưa có đợt kiểm tra đang chạy"
            action={
              <ButtonLink kind="primary" to="/dot-kiem-tra">
                Mở danh sách đợt kiểm tra
              </ButtonLink>
            }
          >
            Ban hành và mở đợt kiểm tra trước, rồi quay lại đây để xếp lịch.
          </EmptyState>
        </Card>
      )}
    </Page>
  )
}

function Scheduling({ campaignId }: { campaignId: string }) {
  const { data: view, error } = useQuery(schedulingQuery(campaignId))
  const latest = useQuery({ ...proposalQuery(view?.latest ?? ''), enabled: Boolean(view?.latest) })
  if (error && !view) throw error
  if (latest.error && !latest.data) throw latest.error
  if (!view || (view.latest && !latest.data))
    return (
      <Card>
        <Skeleton lines={10} />
      </Card>
    )
  return <Desk view={view} proposal={view.latest ? (latest.data ?? null) : null} />
}

function Desk({ view, proposal }: { view: SchedulingView; proposal: ScheduleProposal | null }) {
  const mayPropose = useMay('schedule.propose')
  const underWay = proposal !== null && (proposal.state === 'queued' || proposal.state === 'solving')
  if (underWay && !proposal.stalled) return <ProgressCard proposal={proposal} />
  const hasPlan = proposal?.result?.kind === 'plan'
  const askCard = mayPropose ? (
    <AskCard
      key={`${view.revision} ${proposal?.scheduleProposalId ?? ''}`}
      view={view}
      again={proposal !== null}
      pinned={proposal?.ask.pinned ?? []}
    />
  ) : (
    !proposal && (
      <Card>
        <EmptyState title="Chưa có đề xuất lịch nào">Thư ký Đoàn cho tính thì đề xuất hiện ở đây.</EmptyState>
      </Card>
    )
  )
  return (
    <>
      {proposal?.state === 'failed' && (
        <Message kind="error" lead="Lần tính gần nhất không xong.">
          {proposal.problem}
        </Message>
      )}
      {proposal?.stalled && (
        <Message kind="warning" lead="Lần tính này đã dừng giữa chừng.">
          Có lẽ máy chủ vừa khởi động lại. Lịch hiện nay không đổi; bấm “Tính lại”.
        </Message>
      )}
      {proposal?.result?.kind === 'conflict' && (
        <ConflictCard conflict={proposal.result} campaignId={view.campaignId} />
      )}
      {hasPlan && proposal.result?.kind === 'plan' && (
        <PlanResult key={proposal.scheduleProposalId} proposal={proposal} plan={proposal.result} />
      )}
      {askCard}
    </>
  )
}
