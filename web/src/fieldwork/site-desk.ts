import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { Outbox } from '@cchc/domain/fieldwork/outbox.ts'
import type { SiteContent, SitePhoto, Spot } from '@cchc/domain/fieldwork/site-contract.ts'
import { newId } from '../platform/new-id.ts'
import { keepPhoto, keepRemoval } from '../platform/offline/file-store.ts'
import { keepDecision, keepDeed, type Place } from '../platform/offline/outbox-store.ts'
import { sendAll } from '../platform/offline/send-outbox.ts'
import type { Writer } from '../platform/offline/with-unsent.ts'
import { withCommand } from '../platform/offline/with-unsent.ts'
import { queries } from '../platform/queries.ts'
import { scalePicture } from '../platform/scale-picture.ts'
import { sha256Of } from '../platform/sha256.ts'
import type { SiteStop } from './site-stops.ts'
import { visitKey } from './visit-key.ts'

/** Sends in the background; whatever comes of it is seen on the records. */
function sendOn({ personId }: Place): void {
  void sendAll(personId).catch(() => undefined)
}

function show(place: Place, writer: Writer, outbox: Outbox, record: string): void {
  const command = outbox.queue.findLast((one) => one.record === record)
  if (command)
    queries.setQueryData<VisitView>(visitKey(place.inspectionId), (view) => view && withCommand(view, command, writer))
}

/**
 * Takes a picture in: scaled, its hash counted, kept on the device with what brings it, then sent. `takenAt` is when the file was
 * written, which for a photo just taken is now.
 */
export async function takePhoto(
  place: Place,
  writer: Writer,
  file: File,
  { findingId, spot }: { findingId: string | null; spot: Spot | null },
): Promise<string> {
  const { blob, thumb } = await scalePicture(file)
  const sha256 = await sha256Of(new Uint8Array(await blob.arrayBuffer()))
  const now = new Date()
  const written = new Date(file.lastModified)
  const takenAt = (written > now || Number.isNaN(written.getTime()) ? now : written).toISOString()
  const photo: SitePhoto = { topic: 'photo', findingId, sha256, size: blob.size, takenAt, caption: '', spot }
  const { recordId, outbox } = await keepPhoto(place, photo, { blob, thumb, name: photoName(takenAt) }, now)
  show(place, writer, outbox, `site:${recordId}`)
  sendOn(place)
  return recordId
}

/** "anh-2026-07-15-0942.jpg", by this device's clock. */
function photoName(takenAt: string): string {
  const at = new Date(takenAt)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `anh-${day}-${two(at.getHours())}${two(at.getMinutes())}.jpg`
}

/** Records something on site, or changes it; `base` is the revision on screen, null for something new. Gives its id. */
export async function keepOnSite(
  place: Place,
  writer: Writer,
  content: SiteContent,
  { recordId = newId(), base = null }: { recordId?: string; base?: number | null } = {},
): Promise<string> {
  const record = `site:${recordId}`
  const { outbox } = await keepDeed(place, { kind: 'keep-site-record', record, payload: content }, base)
  show(place, writer, outbox, record)
  sendOn(place)
  return recordId
}

/** Removes something recorded on site. */
export async function removeOnSite(place: Place, writer: Writer, recordId: string): Promise<void> {
  const outbox = await keepRemoval(place, recordId)
  show(place, writer, outbox, `site:${recordId}`)
  sendOn(place)
}

/** Goes on with a stopped record as a person decided: once more, as a new one, or kept aside. */
export async function decideOnSite(
  place: Place,
  { stop }: SiteStop,
  choose: 'mine' | 'theirs' | 'copy',
): Promise<void> {
  await keepDecision(place, stop.commandId, { choose })
  sendOn(place)
}
