import type { InspectionRow, InspectionView } from '@cchc/domain/inspections/contract.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { toast } from '../ui/toasts.ts'
import { move, swap } from './schedule-data.ts'
import { outcomeInWords, slotInWords } from './schedule-words.ts'

const reason = 'Hoàn tác lần dời lịch vừa rồi'

/** Says where a visit has gone, with the way back to where it stood. */
export function toastMoved(view: InspectionView, from: InspectionRow): void {
  toast({
    tone: 'good',
    text: outcomeInWords(view, view.state === 'announced' && view.actions.includes('announce')),
    undo: {
      label: 'Hoàn tác',
      run: () =>
        void takeBack(async () => {
          const { visitOn, halfDay, teamGroup } = from
          const { inspectionId, revision } = view
          await move(inspectionId, { revision, visitOn: visitOn!, halfDay: halfDay!, teamGroup, reason })
          toast({ tone: 'good', text: `${view.unitName} đã về lịch cũ: ${slotInWords(from)}.` })
        }),
    },
  })
}

/** Says that two visits have changed places, with the way back. */
export function toastSwapped([one, two]: InspectionView[]): void {
  if (!one || !two) return
  toast({
    tone: 'good',
    text: `Đã đổi chỗ: ${one.unitName} sang ${slotInWords(one)}, ${two.unitName} sang ${slotInWords(two)}.`,
    undo: {
      label: 'Hoàn tác',
      run: () =>
        void takeBack(async () => {
          const { inspectionId: withInspectionId, revision: withRevision } = two
          await swap(one.inspectionId, { revision: one.revision, withInspectionId, withRevision, reason })
          toast({ tone: 'good', text: `${one.unitName} và ${two.unitName} đã về lịch cũ.` })
        }),
    },
  })
}

async function takeBack(undo: () => Promise<void>): Promise<void> {
  try {
    await undo()
  } catch (error) {
    sayFailure(error)
  }
}
