import type { CampaignPlan, ReviewView } from '@cchc/domain/campaigns/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import { takeStep } from '../data.ts'

interface Props {
  view: ReviewView
  plan: CampaignPlan
  /** Saves what is still on its way, and gives the draft as the server then has it. */
  beforeIssue: () => Promise<ReviewView>
  onClose: () => void
}

/** Asks once more, then makes the reviewed plan the campaign's own. */
export function IssueDialog({ view, plan, beforeIssue, onClose }: Props) {
  const navigate = useNavigate()
  const { campaignId } = view
  const issue = async () => {
    const saved = await beforeIssue()
    await takeStep(saved, 'issue')
    toast({ tone: 'good', text: 'Đã ban hành đợt kiểm tra. Bấm “Mở đợt” khi bắt đầu làm việc với các đơn vị.' })
    await navigate({ to: '/dot-kiem-tra/$campaignId', params: { campaignId } })
  }
  return (
    <ConfirmDialog
      title="Ban hành đợt kiểm tra này?"
      confirmLabel="Ban hành"
      wayOut="Để sau"
      onConfirm={issue}
      onClose={onClose}
    >
      <p>
        {plan.units.length} đơn vị, {plan.team.length} vị trí trong Đoàn, {plan.fields.length} lĩnh vực và đề cương đã
        chọn trở thành của đợt “{plan.name}”.
      </p>
      <p>Sau khi ban hành, danh sách đơn vị, thời hạn và đề cương không sửa ở đây nữa; Đoàn kiểm tra vẫn sửa được.</p>
    </ConfirmDialog>
  )
}
