import type { Outbox } from '@cchc/domain/fieldwork/outbox.ts'
import { readOutbox } from '@cchc/domain/fieldwork/outbox-file.ts'
import { Refusal } from '../refusal.ts'
import { keepFile } from './outbox-store.ts'
import { type DeviceStore, deviceStore } from './store.ts'

const format = 'cchc-unsent'

interface UnsentFile {
  readonly format: typeof format
  readonly savedAt: string
  readonly visits: readonly { readonly unitName: string; readonly outbox: string }[]
}

/** Everything a person has unsent on this device, as text for a file. It stays here too until the server has taken it. */
export async function writeUnsentFile(
  personId: string,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<string> {
  const rows = await store.outboxes.where({ personId }).toArray()
  const visits = rows.map(({ unitName, outbox }) => ({ unitName, outbox }))
  return JSON.stringify({ format, savedAt: now.toISOString(), visits } satisfies UnsentFile)
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
  if (!visits) throw new Refusal(0, 'not-our-file', notOurs)
  // Nothing of a file is taken before all of it has been read.
  if (visits.some(({ outbox }) => outbox.personId !== personId))
    throw new Refusal(
      0,
      'file-of-another',
      'Tệp này là của người khác. Chỉ người đã ghi mới nạp và gửi được, vì phần ghi mang tên người đó. Đăng nhập bằng tài khoản của người đã ghi rồi nạp lại.',
    )
  let added = 0
  for (const { unitName, outbox } of visits) {
    const place = { personId, inspectionId: outbox.inspectionId, unitName }
    added += await keepFile(place, outbox, store)
  }
  return added
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
