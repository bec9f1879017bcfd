import { add, filesNeeded, type Outbox, removeFromSite } from '@cchc/domain/fieldwork/outbox.ts'
import type { SitePhoto } from '@cchc/domain/fieldwork/site-contract.ts'
import { newId } from '../new-id.ts'
import { Refusal } from '../refusal.ts'
import { noteKeeping } from './kept-here.ts'
import { changeOutbox, outboxOf, type Place } from './outbox-store.ts'
import { photoProblem } from './storage-room.ts'
import { type DeviceStore, deviceStore, type KeptFile } from './store.ts'

/** A picture ready to be kept: as it will be sent, and small. */
export interface Picture {
  readonly blob: Blob
  readonly thumb: Blob | null
  readonly name: string
}

/**
 * Keeps a photo and the command that brings it, both or neither. Throws a `Refusal` with the sentence to show where the device
 * has no room for it; everything written before is untouched then.
 */
export async function keepPhoto(
  place: Place,
  photo: SitePhoto,
  { blob, thumb, name }: Picture,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<{ recordId: string; commandId: string; outbox: Outbox }> {
  const { personId, inspectionId } = place
  const { sha256, size, findingId } = photo
  const [recordId, commandId] = [newId(), newId()]
  const deed = { kind: 'keep-site-record' as const, record: `site:${recordId}`, payload: photo }
  const file: KeptFile = {
    ...{ personId, inspectionId, sha256, name, size, blob, thumb, place: findingId ?? '' },
    ...{ uploadId: null, sent: 0, isUp: false, problem: null },
  }
  try {
    const outbox = await store.transaction('rw', store.files, store.outboxes, store.device, async () => {
      const known = await store.files.get([personId, inspectionId, sha256])
      // Whether the server still has it is asked before anything is sent.
      await store.files.put(known ? { ...known, blob, thumb, isUp: false, problem: null } : file)
      const made = { commandId, madeAt: now.toISOString(), base: null, needs: [sha256] }
      return changeOutbox(place, (before) => add(before, deed, made), null, store)
    })
    noteKeeping(personId, true)
    return { recordId, commandId, outbox }
  } catch (error) {
    throw new Refusal(0, 'not-stored', photoProblem(error))
  }
}

/** Removes something recorded on site; a photo that has not gone yet is not sent any more. */
export async function keepRemoval(
  place: Place,
  recordId: string,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<Outbox> {
  const outbox = await store.transaction('rw', store.files, store.outboxes, store.device, async () => {
    const made = { commandId: newId(), madeAt: now.toISOString() }
    const after = await changeOutbox(place, (before) => removeFromSite(before, recordId, made), null, store)
    await dropUnneeded(place, store)
    return after
  })
  noteKeeping(place.personId, true)
  return outbox
}

/** Lets go of what nothing here needs: of a photo that came over only the small picture stays, of one taken back nothing. */
export async function dropUnneeded(place: Place, store: DeviceStore = deviceStore()): Promise<void> {
  const { personId, inspectionId } = place
  await store.transaction('rw', store.files, store.outboxes, async () => {
    const outbox = await outboxOf(personId, inspectionId, store)
    const needed = new Set(outbox ? filesNeeded(outbox) : [])
    for (const file of await filesOf(place, store)) {
      if (!outbox || needed.has(file.sha256)) continue
      if (!file.isUp) await store.files.delete([personId, inspectionId, file.sha256])
      else if (file.blob) await store.files.put({ ...file, blob: null })
    }
  })
}

/** The photos of one visit that are kept here. */
export function filesOf(
  { personId, inspectionId }: Pick<Place, 'personId' | 'inspectionId'>,
  store: DeviceStore = deviceStore(),
): Promise<KeptFile[]> {
  return store.files.where('[personId+inspectionId]').equals([personId, inspectionId]).toArray()
}

/** Changes what is known of a file while it is sent. */
export async function noteFile(
  { personId, inspectionId, sha256 }: KeptFile,
  changes: Partial<KeptFile>,
  store: DeviceStore = deviceStore(),
): Promise<void> {
  await store.files.update([personId, inspectionId, sha256], changes)
}
