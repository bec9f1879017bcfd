import type { CalendarDate } from '../dates/calendar-date.ts'
import type { InspectionState } from '../inspections/states.ts'
import type { SynthesisView } from './contract.ts'

/** One unit of a thematic registration, as far as it is summed up. */
export interface SeasonThematic {
  readonly inspectionId: string
  readonly unitName: string
  readonly agencyName: string
  readonly title: string
  readonly state: InspectionState
  /** The day of the separate visit, or of the common one. */
  readonly visitOn: CalendarDate | null
  /** Whether the common visit has been made; false where it is not merged. */
  readonly hostVisited: boolean
  readonly findings: number
  readonly exception: { readonly allowedBy: string; readonly allowedAt: string; readonly reason: string } | null
}

const made: readonly InspectionState[] = ['visited', 'closed']

/**
 * What became of the departments' registrations: how many disturbances of a unit the common visits saved, and every second
 * visit of a year with who allowed it. Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2.
 */
export function thematicOf(all: readonly SeasonThematic[]): SynthesisView['thematic'] {
  const standing = all.filter(({ state }) => state !== 'cancelled')
  const inState = (...states: InspectionState[]) => standing.filter(({ state }) => states.includes(state))
  const merged = inState('merged')
  return {
    registered: standing.length,
    waiting: inState('registered').length,
    merged: merged.length,
    mergedMade: merged.filter(({ hostVisited }) => hostVisited).length,
    separate: inState('separate', ...made).length,
    separateMade: inState(...made).length,
    findings: standing.reduce((sum, { findings }) => sum + findings, 0),
    exceptions: standing.flatMap(({ exception, inspectionId, unitName, agencyName, title }) =>
      exception ? [{ inspectionId, unitName, agencyName, title, ...exception }] : [],
    ),
    rows: standing
      .filter(({ state, hostVisited }) => made.includes(state) || (state === 'merged' && hostVisited))
      .map(({ inspectionId, unitName, agencyName, title, state, visitOn, findings }) => ({
        inspectionId,
        unitName,
        agencyName,
        title,
        merged: state === 'merged',
        visitOn,
        findings,
      })),
  }
}
