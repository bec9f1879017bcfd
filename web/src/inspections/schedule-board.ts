import type { InspectionRow, MoveChanges, SlotView } from '@cchc/domain/inspections/contract.ts'
import type { Slot } from '@cchc/domain/inspections/slot.ts'
import { createContext, use } from 'react'
import type { Asked } from './schedule-month.ts'

/** By what a visit was lifted; a finger points at nothing before it presses. */
export type LiftedBy = 'mouse' | 'keys' | 'touch'

/** A visit taken off its half-day, on its way to another. */
export interface Lift {
  readonly row: InspectionRow
  readonly by: LiftedBy
  /** The half-day under the pointer or the focus. */
  readonly at: Slot
  /** The group of the team that would go. */
  readonly teamGroup: number
}

/** What is known of the half-days on screen for the lifted visit. */
export interface Verdicts {
  /** By `slotKey`. */
  readonly slots: ReadonlyMap<string, SlotView>
  readonly changes: MoveChanges | null
  readonly teamGroups: number
}

/** What every part of the board shares. */
export interface Board {
  readonly rows: readonly InspectionRow[]
  /** Missing for those who may not schedule: nothing is lifted then. */
  readonly lifting: {
    readonly lift: Lift | null
    readonly verdicts: Verdicts
    readonly start: (row: InspectionRow, by: LiftedBy) => void
    readonly point: (slot: Slot) => void
    readonly drop: (slot: Slot) => void
    readonly putBack: () => void
    readonly setGroup: (teamGroup: number) => void
    /** Opens the form of one visit. */
    readonly ask: (asked: Asked) => void
  } | null
  /** The visit that board and map both show. */
  readonly chosen: string | null
  readonly choose: (inspectionId: string | null) => void
}

export const BoardContext = createContext<Board | null>(null)

/** The board around a part of it. */
export function useBoard(): Board {
  const board = use(BoardContext)
  if (!board) throw new Error('useBoard is for parts of the board')
  return board
}

export const noVerdicts: Verdicts = { slots: new Map(), changes: null, teamGroups: 1 }
