import type { ProposedPlan, ScheduleProposal } from '@cchc/domain/scheduling/contract.ts'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { accept, discard } from './data.ts'
import { PlanSummary } from './PlanSummary.tsx'
import styles from './Scheduling.module.css'
import { TripList } from './TripList.tsx'

/** A proposal with all that speaks for and against it, to be put on the calendar whole or visit by visit, or thrown away. */
export function PlanResult({ proposal, plan }: { proposal: ScheduleProposal; plan: ProposedPlan }) {
  const { scheduleProposalId, standing, actions } = proposal
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<'all' | 'ticked' | 'discard' | null>(null)
  const open = plan.visits.filter(({ inspectionId }) => standing[inspectionId] === 'open')
  const changed = plan.visits.filter(({ inspectionId }) => standing[inspectionId] === 'changed')
  const chosen = open.filter(({ inspectionId }) => ticked.has(inspectionId))
  const mayAccept = actions.includes('accept') && open.length > 0

  const put = async (inspectionIds: string[] | null) => {
    await accept(scheduleProposalId, inspectionIds)
    setTicked(new Set())
    toast({ tone: 'good', text: `Đã đưa ${inspectionIds?.length ?? open.length} cuộc vào lịch.` })
  }

  return (
    <>
      {proposal.state === 'accepted' && (
        <Message kind="good" lead="Đề xuất này đã được áp dụng.">
          Mọi cuộc đã ở đúng ngày, buổi như đề xuất.
        </Message>
      )}
      {changed.length > 0 && (
        <Message kind="warning" lead={`${changed.length} cuộc đã đổi từ lúc tính.`}>
          Chúng không áp dụng được nữa: {changed.map(({ unitName }) => unitName).join(', ')}. Chọn riêng các cuộc còn
          lại hoặc tính lại.
        </Message>
      )}
      <PlanSummary plan={plan} />
      <Card title="Đề xuất từng ngày" aside={`${plan.visits.length} cuộc, ${plan.trips.length} ngày đi`}>
        {mayAccept && (
          <div className={styles.bar}>
            <Button
              kind="primary"
              icon={<IconCalendarCheck size={17} aria-hidden="true" />}
              disabled={changed.length > 0}
              onClick={() => setAsked('all')}
            >
              Áp dụng {open.length === plan.visits.length ? 'cả đề xuất' : `${open.length} cuộc còn lại`}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setAsked('ticked')}>
              {chosen.length === 0 ? 'Áp dụng cuộc đã chọn' : `Áp dụng ${chosen.length} cuộc đã chọn`}
            </Button>
            {actions.includes('discard') && (
              <Button kind="quiet" onClick={() => setAsked('discard')}>
                Bỏ đề xuất
              </Button>
            )}
          </div>
        )}
        <TripList plan={plan} standing={standing} ticked={ticked} onTick={mayAccept ? setTicked : undefined} />
      </Card>
      {asked === 'all' && (
        <ConfirmDialog
          title={`Đưa ${open.length} cuộc vào lịch?`}
          confirmLabel="Áp dụng"
          onConfirm={() => put(null)}
          onClose={() => setAsked(null)}
        >
          Tất cả cùng vào lịch hoặc không cuộc nào. Cuộc chưa có thành phần được lấy theo Đoàn; những người liên quan
          nhận tin báo. Chưa cuộc nào được thông báo cho đơn vị.
        </ConfirmDialog>
      )}
      {asked === 'ticked' && (
        <ConfirmDialog
          title={`Đưa ${chosen.length} cuộc đã chọn vào lịch?`}
          confirmLabel="Áp dụng"
          onConfirm={() => put(chosen.map(({ inspectionId }) => inspectionId))}
          onClose={() => setAsked(null)}
        >
          {chosen.map(({ unitName }) => unitName).join(', ')}. Các cuộc khác giữ như hiện nay.
        </ConfirmDialog>
      )}
      {asked === 'discard' && (
        <ConfirmDialog
          title="Bỏ đề xuất này?"
          confirmLabel="Bỏ đề xuất"
          danger
          onConfirm={() => discard(scheduleProposalId)}
          onClose={() => setAsked(null)}
        >
          Lịch hiện nay không đổi; những cuộc đã áp dụng vẫn ở trong lịch.
        </ConfirmDialog>
      )}
    </>
  )
}
