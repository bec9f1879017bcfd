import { type DeviceStore, deviceStore } from './store.ts'

interface Place {
  readonly personId: string
  readonly inspectionId: string
}

const nameOf = ({ personId, inspectionId }: Place) => `begun.${personId}.${inspectionId}`

/** Keeps what somebody is in the middle of writing at a visit and has not recorded yet; null forgets it. */
export async function keepBegun(place: Place, begun: unknown, store: DeviceStore = deviceStore()): Promise<void> {
  const name = nameOf(place)
  if (begun === null) await store.device.delete(name)
  else await store.device.put({ name, value: JSON.stringify(begun) })
}

/** What `keepBegun` kept last; undefined where that is nothing. */
export async function readBegun(place: Place, store: DeviceStore = deviceStore()): Promise<unknown> {
  const kept = await store.device.get(nameOf(place))
  return kept && JSON.parse(kept.value)
}
