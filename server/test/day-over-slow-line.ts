import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { openDevice } from './own-device.ts'
import { openSlowLine, type SlowLine } from './slow-line.ts'

export const findingCount = 60
export const photoCount = 40
export const cutCount = 5
/** A server that is still busy with a request that was cut says so; more rounds than these are not explained by it. */
const mostRounds = 20

interface Day {
  /** Where the server is. */
  readonly port: number
  readonly cookie: string
  readonly personId: string
  readonly inspectionId: string
  /** Of a photo of noise, which no program makes smaller: 140 gives 17 KB, 1,960 gives 3 MB. */
  readonly photoSide: number
  readonly bytesPerSecond: number
  /** There and back, in milliseconds. */
  readonly latency: number
  /** Between one try and the next, in milliseconds. */
  readonly pause: number
  readonly log?: (line: string) => void
}

export interface SentDay {
  readonly findings: readonly { readonly findingId: string; readonly text: string }[]
  /** SHA-256 of the photos as they lay on the device. */
  readonly hashes: readonly string[]
  /** Of the photos together, and of the largest. */
  readonly fileBytes: number
  readonly largestFile: number
  readonly line: SlowLine
  /** Commands that the device still has when it has done; 0 when all was sent. */
  readonly unsent: number
  /** From the first byte to the last answer. */
  readonly sendingMs: number
}

/**
 * A day's work at an open visit, recorded on a device of the tests' own without a line, 60 findings and 40 photos, each photo
 * another one, sent over a slow line that is cut five times in the middle of a file. The line is closed when this is over.
 */
export async function sendDayOverSlowLine(day: Day): Promise<SentDay> {
  const { port, cookie, personId, inspectionId, photoSide: side, bytesPerSecond, latency, pause, log } = day
  const photos: Buffer[] = []
  while (photos.length < photoCount)
    photos.push(
      await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
        .jpeg({ quality: 90 })
        .toBuffer(),
    )
  const fileBytes = photos.reduce((sum, { length }) => sum + length, 0)
  const line = await openSlowLine({
    port,
    bytesPerSecond,
    latency,
    cutAt: Array.from({ length: cutCount }, (_, nth) => Math.round((fileBytes * (nth + 0.6)) / cutCount)),
    onCut: () => log?.('the line is cut'),
  })
  try {
    const place = { personId, inspectionId, unitName: 'Phường minh họa' }
    const device = await openDevice(place, { address: line.address, cookie })
    const findings = Array.from({ length: findingCount }, (_, nth) => ({
      findingId: randomUUID(),
      text: `Phát hiện ${nth + 1}`,
    }))
    for (const { findingId, text } of findings) {
      const payload = { ...content, text }
      await device.write({ kind: 'record-finding', record: `finding:${findingId}`, payload })
    }
    const hashes: string[] = []
    for (const [nth, bytes] of photos.entries())
      hashes.push(await device.photograph(bytes, findings[nth]!.findingId, '2026-07-15T02:00:00Z'))
    const unsent = async () => (await device.outbox())!.queue.length
    const begun = performance.now()
    for (let round = 0; round < mostRounds && (await unsent()) > 0; round += 1) {
      if (round > 0) await sleep(pause)
      const problem = await device.sendAll()
      log?.(
        `round ${round + 1}: ${problem ?? 'answered'}; ${line.fileBytes.size} photos begun, ${await unsent()} unsent`,
      )
    }
    const sendingMs = performance.now() - begun
    const largestFile = Math.max(...photos.map(({ length }) => length))
    return { findings, hashes, fileBytes, largestFile, line, unsent: await unsent(), sendingMs }
  } finally {
    await line.close()
  }
}

const content = {
  fieldKey: 'admin-procedures',
  kind: 'shortcoming' as const,
  cause: 'Chưa nắm quy trình',
  responsible: 'Trung tâm Phục vụ hành chính công',
  registrationId: null,
}
