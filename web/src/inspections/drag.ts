import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import type { DragEvent } from 'react'

/** The kind of thing that is dragged over the calendar, so that nothing else can be dropped there. */
export const draggedType = 'application/x-cchc-inspection'

/** What makes an element of one inspection draggable onto a day. */
export function dragOf({ inspectionId, halfDay }: Pick<InspectionRow, 'inspectionId' | 'halfDay'>) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(draggedType, JSON.stringify({ inspectionId, halfDay }))
      event.dataTransfer.effectAllowed = 'move'
    },
  }
}
