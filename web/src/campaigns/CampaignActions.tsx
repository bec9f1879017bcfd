import type { CampaignView } from '@cchc/domain/campaigns/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { discardDraft, takeStep } from './data.ts'

type Asked = 'start' | 'close' | 'discard'

/** What may be done to the campaign now; each asks once more, because others notice it. */
export function CampaignActions({ campaign }: { campaign: CampaignView }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const seesSchedule = useMay('home.read')
  const { campaignId, state } = campaign
  const may = (action: CampaignView['actions'][number]) => campaign.actions.includes(action)
  return (
    <>
      {may('discard') && (
        <Button kind="danger" onClick={() => setAsked('discard')}>
          Bỏ dự thảo
        </Button>
      )}
      {may('review') && (
        <ButtonLink kind="primary" to="/dot-kiem-tra/$campaignId/ra-soat" params={{ campaignId }}>
          Rà soát tiếp
        </ButtonLink>
      )}
      {may('close') && <Button onClick={() => setAsked('close')}>Kết thúc đợt</Button>}
      {state !== 'draft' && (
        <ButtonLink to="/dot-kiem-tra/$campaignId/doan" params={{ campaignId }}>
          Đoàn kiểm tra
        </ButtonLink>
      )}
      {may('start') && (
        <Button kind="primary" onClick={() => setAsked('start')}>
          Mở đợt
        </Button>
      )}
      {state === 'running' && seesSchedule && (
        <ButtonLink kind="primary" to="/lich">
          Lịch kiểm tra
        </ButtonLink>
      )}
      {asked && <Ask asked={asked} campaign={campaign} onClose={() => setAsked(null)} />}
    </>
  )
}

function Ask({ asked, campaign, onClose }: { asked: Asked; campaign: CampaignView; onClose: () => void }) {
  const navigate = useNavigate()
  if (asked === 'discard') {
    const discard = async () => {
      await discardDraft(campaign.campaignId)
      toast({ tone: 'note', text: 'Đã bỏ dự thảo.' })
      await navigate({ to: '/dot-kiem-tra' })
    }
    return (
      <ConfirmDialog title="Bỏ dự thảo này?" confirmLabel="Bỏ dự thảo" danger onConfirm={discard} onClose={onClose}>
        Mọi điều đã rà soát của “{campaign.name}” sẽ mất và không lấy lại được. Tệp quyết định trên máy của bạn vẫn còn,
        có thể nhập lại.
      </ConfirmDialog>
    )
  }
  const take = async (step: 'start' | 'close', done: string) => {
    await takeStep(campaign, step)
    toast({ tone: 'good', text: done })
  }
  return asked === 'start' ? (
    <ConfirmDialog
      title={`Mở đợt kiểm tra năm ${campaign.year}?`}
      confirmLabel="Mở đợt"
      wayOut="Để sau"
      onConfirm={() => take('start', 'Đợt kiểm tra đã mở. Việc tiếp theo: cử người vào Đoàn và xếp lịch.')}
      onClose={onClose}
    >
      {campaign.unitCount} đơn vị vào lịch kiểm tra của năm. Từ đây có thể xếp lịch và thông báo cho đơn vị. Mỗi năm chỉ
      một đợt chạy.
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      title={`Kết thúc đợt kiểm tra năm ${campaign.year}?`}
      confirmLabel="Kết thúc đợt"
      danger
      onConfirm={() => take('close', 'Đợt kiểm tra đã kết thúc.')}
      onClose={onClose}
    >
      Hồ sơ của đợt vẫn xem được. Bước này không quay lại được.
    </ConfirmDialog>
  )
}
