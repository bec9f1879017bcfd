import { holds, type Viewer } from '../access/permissions.ts'
import { type InspectionState, nextInspectionState } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'
import type { RegistrationBody, ThematicUnit } from './contract.ts'

/** A registration as far as its rules ask. */
export interface RegistrationStanding {
  readonly agencyCode: string
  readonly agencyName: string
  readonly title: string
  readonly content: string
  readonly legalBasis: string
  readonly fieldKeys: readonly string[]
  readonly units: readonly UnitStanding[]
}

export interface UnitStanding {
  readonly unitCode: string
  readonly unitName: string
  readonly state: InspectionState
  readonly wish: { readonly from: string; readonly to: string }
}

/** Whether a unit of a registration still waits for a decision. */
const waits = ({ state }: Pick<UnitStanding, 'state'>) => state === 'registered'
const stands = ({ state }: Pick<UnitStanding, 'state'>) => state !== 'cancelled'

/** Whether this person keeps the department's own registrations. */
export function keepsRegistrationsOf(viewer: Pick<Viewer, 'roles' | 'unitCode'>, agencyCode: string): boolean {
  return holds(viewer, 'thematic.register') && viewer.unitCode === agencyCode
}

/** What may be done to a registration now: all of it while nothing of it is decided, its people until it is over. */
export function registrationActions(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  { agencyCode, units }: Pick<RegistrationStanding, 'agencyCode' | 'units'>,
): ('edit' | 'edit-people' | 'withdraw')[] {
  const standing = units.filter(stands)
  if (!keepsRegistrationsOf(viewer, agencyCode) || standing.length === 0) return []
  if (standing.every(waits)) return ['edit', 'withdraw']
  const open = standing.some(({ state }) => ['registered', 'merged', 'separate'].includes(state))
  return [...(open ? (['edit-people'] as const) : []), ...(standing.some(waits) ? (['withdraw'] as const) : [])]
}

/**
 * Why an edit is refused, or null: what has been decided stands on the words, fields, unit and time that were registered;
 * people may still change, and units that nobody has decided on.
 */
export function editRefusal(before: RegistrationStanding, after: RegistrationBody): Refusal | null {
  const decided = before.units.filter((unit) => stands(unit) && !waits(unit))
  if (decided.length === 0) return null
  const sameWords =
    before.title === after.title &&
    before.content === after.content &&
    before.legalBasis === after.legalBasis &&
    before.fieldKeys.join() === after.fieldKeys.join()
  const changed = decided.find(({ unitCode, wish }) => {
    const kept = after.units.find((unit) => unit.unitCode === unitCode)
    return !kept || kept.wish.from !== wish.from || kept.wish.to !== wish.to
  })
  if (sameWords && !changed) return null
  return new Refusal('registration-decided', { unit: (changed ?? decided[0]!).unitName })
}

/** What this person may do to one unit of a registration now. */
export function unitActions(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  unit: { readonly agencyCode: string; readonly state: InspectionState; readonly hostVisited: boolean },
): ThematicUnit['actions'] {
  const { state } = unit
  const own = keepsRegistrationsOf(viewer, unit.agencyCode)
  const decides = holds(viewer, 'thematic.decide')
  const mergedInTime = state === 'merged' && !unit.hostVisited
  return [
    ...(state === 'registered' && holds(viewer, 'thematic.propose') && !decides ? (['propose'] as const) : []),
    ...(state === 'registered' && decides ? (['merge', 'separate'] as const) : []),
    ...(decides && (mergedInTime || state === 'separate') ? (['unmerge'] as const) : []),
    ...(own && state === 'separate' ? (['visit'] as const) : []),
    ...(own && ((state === 'merged' && unit.hostVisited) || state === 'visited') ? (['result'] as const) : []),
    ...(own && nextInspectionState(state, 'finish') ? (['close'] as const) : []),
  ]
}
