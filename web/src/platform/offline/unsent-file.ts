import type { Outbox } from '@cchc/domain/fieldwork/outbox.ts'
import { readOutbox } from '@cchc/domain/fieldwork/outbox-file.ts'
import { Refusal } from '../refusal.ts'
import { sha256Of } from '../sha256.ts'
import { keepFile } from './outbox-store.ts'
import { photoProblem } from './storage-room.ts'
import { type DeviceStore, deviceStore, type KeptFile } from './store.ts'

const format = 'cchc-unsent'

interface UnsentFile {
  readonly format: typeof format
  readonly savedAt: string
  readonly visits: readonly { readonly unitName: string; readonly outbox: string }[]
  /** Photos that the server does not have; a file of an older version has none. */
  readonly photos?: readonly SavedPhoto[]
}

type SavedPhoto = Pick<KeptFile, 'inspectionId' | 'sha256' | 'name' | 'size' | 'place'> & { readonly base64: string }

/** Everything a person has unsent on this device, its photos too, as text for a file. It stays here too until the server has taken it. */
export async function writeUnsentFile(
  personId: string,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<string> {
  const rows = await store.outboxes.where({ personId }).toArray()
  const visits = rows.map(({ unitName, outbox }) => ({ unitName, outbox }))
  const files = await store.files.where({ personId }).toArray()
  const photos: SavedPhoto[] = []
  for (const { inspectionId, sha256, name, size, place, blob, isUp } of files)
    if (blob && !isUp) photos.push({ inspectionId, sha256, name, size, place, base64: await base64Of(blob) })
  return JSON.stringify({ format, savedAt: now.toISOString(), visits, photos } satisfies UnsentFile)
}

/** "chua-gui-2026-07-15-0942.json", by this device's clock. */
export function unsentFileName(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `chua-gui-${day}-${two(now.getHours())}${two(now.getMinutes())}.json`
}

const notOurs =
  'Tệp này không phải tệp “phần chưa gửi” của phần mềm, hoặc đã bị hỏng. Chọn đúng tệp có tên bắt đầu bằng “chua-gui”.'

/** Adds what a file brings to what is unsent here; gives how many deeds were new. Loading it twice changes nothing. */
export async function loadUnsentFile(
  personId: string,
  text: string,
  store: DeviceStore = deviceStore(),
): Promise<number> {
  const visits = visitsOf(text)
  const photos = visits && (await photosOf(text))
  if (!visits || !photos) throw new Refusal(0, 'not-our-file', notOurs)
  // Nothing of a file is taken before all of it has been read.
  if (visits.some(({ outbox }) => outbox.personId !== personId))
    throw new Refusal(
      0,
      'file-of-another',
      'Tệp này là của người khác. Chỉ người đã ghi mới nạp và gửi được, vì phần ghi mang tên người đó. Đăng nhập bằng tài khoản của người đã ghi rồi nạp lại.',
    )
  // Before what needs them: what is kept of the commands always has its photos.
  await keepPhotos(personId, photos, store)
  let added = 0
  for (const { unitName, outbox } of visits) {
    const place = { personId, inspectionId: outbox.inspectionId, unitName }
    added += await keepFile(place, outbox, store)
  }
  return added
}

type ReadPhoto = Omit<SavedPhoto, 'base64'> & { readonly blob: Blob }

/** The photos of a file, each held against its hash; null where one is not what it says. */
async function photosOf(text: string): Promise<ReadPhoto[] | null> {
  const { photos = [] } = JSON.parse(text) as UnsentFile
  const read: ReadPhoto[] = []
  for (const { base64, ...photo } of photos) {
    const bytes = bytesOf(base64)
    if (!bytes || (await sha256Of(bytes)) !== photo.sha256) return null
    read.push({ ...photo, blob: new Blob([bytes], { type: 'image/jpeg' }) })
  }
  return read
}

async function keepPhotos(personId: string, photos: readonly ReadPhoto[], store: DeviceStore): Promise<void> {
  const begun = { thumb: null, uploadId: null, sent: 0, isUp: false, problem: null }
  try {
    await store.transaction('rw', store.files, async () => {
      for (const photo of photos) {
        const known = await store.files.get([personId, photo.inspectionId, photo.sha256])
        if (!known?.blob && !known?.isUp) await store.files.put({ ...begun, personId, ...photo })
      }
    })
  } catch (error) {
    throw new Refusal(0, 'not-stored', photoProblem(error))
  }
}

/** In pieces of whole threes, so that they can be put one behind the other. */
const pieceBytes = 3 * 8192

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += pieceBytes)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + pieceBytes)))
  return text
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const text = atob(base64)
    return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  } catch {
    return null
  }
}

function visitsOf(text: string): { unitName: string; outbox: Outbox }[] | null {
  try {
    const file = JSON.parse(text) as UnsentFile
    if (file.format !== format) return null
    const visits = file.visits.map(({ unitName, outbox }) => ({
      unitName: String(unitName),
      outbox: readOutbox(outbox),
    }))
    return visits.every((visit) => visit.outbox) ? (visits as { unitName: string; outbox: Outbox }[]) : null
  } catch {
    return null
  }
}
