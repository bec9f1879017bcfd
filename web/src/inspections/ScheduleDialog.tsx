import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { teamQuery } from '../campaigns/data.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { inspectionQuery } from './data.ts'
import { ScheduleForm } from './ScheduleForm.tsx'
import type { Asked } from './schedule-month.ts'

interface Props {
  inspectionId: string
  /** The half-day a chip was dropped on. */
  proposed?: Asked
  onClose: () => void
  onDone?: (view: InspectionView) => void
}

/** Gives a visit its half-day, place and roster, or moves it; what the half-day would break is said before anything is kept. */
export function ScheduleDialog({ inspectionId, proposed, onClose, onDone }: Props) {
  const inspection = useQuery(inspectionQuery(inspectionId))
  const team = useQuery({
    ...teamQuery(inspection.data?.campaignId ?? ''),
    enabled: inspection.data !== undefined,
  })
  const error = inspection.error ?? team.error
  if (inspection.data && team.data) {
    return (
      <ScheduleForm
        inspection={inspection.data}
        team={team.data}
        proposed={proposed}
        onClose={onClose}
        onDone={onDone}
      />
    )
  }
  return (
    <Dialog title="Xếp lịch kiểm tra" look="wide" onClose={onClose}>
      {error ? (
        <Message kind="error" live>
          {sentenceOf(error)}
        </Message>
      ) : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  )
}
