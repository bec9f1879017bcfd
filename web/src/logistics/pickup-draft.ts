import type { DayPerson, Pickup, Rider } from '@cchc/domain/logistics/contract.ts'
import { isSameRider } from '@cchc/domain/logistics/transport.ts'

/** A pick-up as it is being written; `key` stays while it is moved. */
export interface PickupDraft extends Pickup {
  readonly key: number
}

let lastKey = 0

/** A pick-up list as the form opens with it. */
export function draftsOf(pickups: readonly Pickup[]): PickupDraft[] {
  return pickups.map((pickup) => ({ ...pickup, key: ++lastKey }))
}

/** One more stop, at the time of the one before it. */
export function withStop(drafts: readonly PickupDraft[], place: string, at: string): PickupDraft[] {
  return [...drafts, { key: ++lastKey, place, at: drafts.at(-1)?.at ?? at, riders: [] }]
}

/** The list with a stop moved to another place in the order. */
export function moved(drafts: readonly PickupDraft[], from: number, to: number): PickupDraft[] {
  const rest = drafts.filter((_, index) => index !== from)
  const stop = drafts[from]
  return stop ? [...rest.slice(0, to), stop, ...rest.slice(to)] : [...drafts]
}

/** The people of the day who have no place on this list. */
export function notPlaced(people: readonly DayPerson[], drafts: readonly PickupDraft[]): DayPerson[] {
  const riders = drafts.flatMap((draft) => draft.riders)
  return people.filter((person) => !riders.some((rider) => isSameRider(rider, person)))
}

/** A person of the day as the trip carries them. */
export function riderOf({ personId, teamMemberId, name }: DayPerson): Rider {
  return { personId, teamMemberId, name }
}

/** What tells one rider of a list from another. */
export function riderKey({ personId, teamMemberId, name }: Rider): string {
  return personId ?? teamMemberId ?? `khach ${name}`
}
