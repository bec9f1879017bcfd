import type { BusyTimeView } from '@cchc/domain/availability/contract.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { dropBusyTime } from './data.ts'
import { daysInWords } from './words.ts'

interface Props {
  time: BusyTimeView
  name: string | null
  onClose: () => void
}

/** Asks before a busy time is removed. */
export function RemoveBusyTimeDialog({ time, name, onClose }: Props) {
  return (
    <ConfirmDialog
      title="Bỏ lịch bận này?"
      confirmLabel="Bỏ lịch bận"
      danger
      onConfirm={async () => {
        await dropBusyTime(time.busyTimeId)
        toast({ tone: 'note', text: 'Đã bỏ lịch bận.' })
      }}
      onClose={onClose}
    >
      {[name, daysInWords(time), time.reason].filter(Boolean).join(', ')}. Từ đó ngày này lại được tính là rảnh.
    </ConfirmDialog>
  )
}
