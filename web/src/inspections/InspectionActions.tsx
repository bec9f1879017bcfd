import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { lazy, Suspense, useState } from 'react'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { cancel } from './schedule-data.ts'

// The paper's own drawing is loaded only by those who issue.
const AnnounceDialog = lazy(async () => ({ default: (await import('./AnnounceDialog.tsx')).AnnounceDialog }))

/** What may be done to the inspection now; the step that comes next in its life is the primary one. */
export function InspectionActions({ inspection }: { inspection: InspectionView }) {
  const [open, setOpen] = useState<'schedule' | 'announce' | 'cancel' | null>(null)
  const { inspectionId, actions, state } = inspection
  const may = (action: InspectionView['actions'][number]) => actions.includes(action)
  const isAnnounced = state === 'announced'
  const close = () => setOpen(null)
  return (
    <>
      {may('cancel') && (
        <Button kind="danger" onClick={() => setOpen('cancel')}>
          Hủy cuộc kiểm tra
        </Button>
      )}
      {may('schedule') && (
        <Button kind={state === 'planned' ? 'primary' : 'plain'} onClick={() => setOpen('schedule')}>
          {state === 'planned' ? 'Xếp lịch' : 'Dời lịch, đổi thành phần'}
        </Button>
      )}
      {may('announce') && (
        <Button kind="primary" onClick={() => setOpen('announce')}>
          {isAnnounced ? 'Thông báo lại lịch' : 'Thông báo lịch'}
        </Button>
      )}
      {may('open-session') && !may('announce') && (
        <ButtonLink kind="primary" to="/buoi-kiem-tra/$inspectionId" params={{ inspectionId }}>
          Vào buổi kiểm tra
        </ButtonLink>
      )}
      {may('draft-conclusion') && (
        <ButtonLink kind="primary" to="/ket-luan/$inspectionId" params={{ inspectionId }}>
          Soạn kết luận
        </ButtonLink>
      )}
      {open === 'schedule' && <ScheduleDialog inspectionId={inspectionId} onClose={close} />}
      {open === 'announce' && (
        <Suspense fallback={null}>
          <AnnounceDialog inspection={inspection} onClose={close} />
        </Suspense>
      )}
      {open === 'cancel' && (
        <ConfirmDialog
          title={`Hủy cuộc kiểm tra ${inspection.unitName}?`}
          confirmLabel="Hủy cuộc kiểm tra"
          danger
          reasonLabel="Lý do hủy"
          onConfirm={async (reason) => {
            await cancel(inspectionId, inspection.revision, reason)
            toast({ tone: 'note', text: `Đã hủy cuộc kiểm tra ${inspection.unitName}.` })
          }}
          onClose={close}
        >
          {isAnnounced
            ? 'Lịch này đã thông báo cho đơn vị. Buổi kiểm tra được bỏ khỏi lịch và không mở lại được; báo cáo đơn vị đã viết vẫn lưu.'
            : 'Đơn vị ra khỏi lịch kiểm tra của năm; không mở lại được.'}
        </ConfirmDialog>
      )}
    </>
  )
}
