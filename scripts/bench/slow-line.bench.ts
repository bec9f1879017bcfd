import { type SessionView, signInByLink } from '@cchc/domain/accounts/contract.ts'
import pg from 'pg'
import { lastEmbeddedUrl } from '../../server/src/platform/embedded-postgres.ts'
import {
  cutCount,
  findingCount,
  photoCount,
  type SentDay,
  sendDayOverSlowLine,
} from '../../server/test/day-over-slow-line.ts'
import type { Bench } from './bench.ts'
import { startProduct } from './product.ts'

/** 1 Mbit/s in each direction. */
const bytesPerSecond = 125_000
/** There and back, in milliseconds. */
const latency = 300
const photoBytes = 3 * 1024 * 1024
const minute = 60_000

/**
 * A day's work sent from a tablet to the product over the line of a remote commune: 60 findings and 40 photos of 3 MB at 1 Mbit/s
 * with 300 ms there and back, cut five times in the middle of a photo. Its bytes are counted on the line; what arrived is read
 * from the product's tables. Throws where anything is missing or is not what lay on the tablet. Takes 17 minutes, nearly all of
 * them waiting; `server/src/fieldwork/slow-line.test.ts` is the same with small photos.
 */
const bench: Bench = async ({ dataDir, links }) => {
  const product = await startProduct(dataDir)
  const owner = new pg.Client((await lastEmbeddedUrl(dataDir))!)
  await owner.connect()
  try {
    const { cookie, personId } = await secretaryOf(links, product.url)
    const inspectionId = await openVisit(owner)
    const day = await sendDayOverSlowLine({
      port: Number(new URL(product.url).port),
      cookie,
      personId,
      inspectionId,
      photoSide: 1_960,
      bytesPerSecond,
      latency,
      pause: 2_000,
      log: (line) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`),
    })
    if (day.fileBytes < photoCount * photoBytes) throw new Error('the photos are smaller than 3 MB')
    const arrived = await whatArrived(owner, inspectionId, day)
    const sent = [...day.line.fileBytes.values()].reduce((sum, bytes) => sum + bytes, 0)
    const surplus = [...day.line.fileBytes].filter(([uploadId]) => !arrived.finishedUploads.has(uploadId))
    const sentAgain = day.line.sentAgain() + surplus.reduce((sum, [, bytes]) => sum + bytes, 0)
    return [
      { name: 'slow-line.minutes', value: day.sendingMs / minute, unit: 'min' },
      { name: 'slow-line.cuts', value: day.line.cuts(), unit: 'count', least: cutCount },
      { name: 'slow-line.uploadsCreated', value: arrived.uploads, unit: 'count', most: photoCount },
      { name: 'slow-line.bytesOfFinishedFilesSentAgain', value: sentAgain, unit: 'bytes', most: 0 },
      { name: 'slow-line.bytesOfFiles', value: day.fileBytes, unit: 'bytes' },
      { name: 'slow-line.bytesLostInCuts', value: day.line.lost(), unit: 'bytes' },
      { name: 'slow-line.bytesSentOverBytesOfFiles', value: (sent + day.line.lost()) / day.fileBytes, unit: 'times' },
      { name: 'slow-line.findings', value: arrived.findings, unit: 'count', least: findingCount },
      { name: 'slow-line.photos', value: arrived.photos, unit: 'count', least: photoCount },
    ]
  } finally {
    await owner.end()
    await product.stop()
  }
}
export default bench

/** The session of the team's secretary, whose link is printed first. */
async function secretaryOf(links: readonly string[], url: string) {
  const reply = await fetch(`${url}/api${signInByLink.path}`, {
    method: signInByLink.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(links[0]!).searchParams.get('token') }),
  })
  if (!reply.ok) throw new Error(await reply.text())
  const cookie = reply.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const { viewer } = (await reply.json()) as SessionView
  return { cookie, personId: viewer!.personId }
}

/** The visit that is going on in the illustrative season. */
async function openVisit(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ inspection_id: string }>("select inspection_id from visits where state = 'open'")
  if (rows.length !== 1) throw new Error(`${rows.length} visits are going on, not one`)
  return rows[0]!.inspection_id
}

/** What of the day is in the tables, each thing by its own id or hash; throws when one is missing, doubled or altered. */
async function whatArrived(owner: pg.Client, inspectionId: string, { findings, hashes, unsent }: SentDay) {
  if (unsent > 0) throw new Error(`${unsent} commands were never answered`)
  const texts = await owner.query<{ finding_id: string; text: string }>(
    'select finding_id, text from findings where inspection_id = $1 and finding_id = any($2)',
    [inspectionId, findings.map(({ findingId }) => findingId)],
  )
  const textOf = new Map(texts.rows.map((row) => [row.finding_id, row.text]))
  const altered = findings.filter(({ findingId, text }) => textOf.get(findingId) !== text)
  if (altered.length > 0) throw new Error(`findings missing or altered: ${altered.map(({ text }) => text).join(', ')}`)
  const photos = await owner.query<{ sent_sha256: string }>(
    `select sent_sha256 from attachments where inspection_id = $1 and owner_kind = 'finding' and removed_at is null
       and sent_sha256 in (select content ->> 'sha256' from site_records where inspection_id = $1 and removed_at is null)`,
    [inspectionId],
  )
  const kept = photos.rows.map((row) => row.sent_sha256)
  const same = kept.length === hashes.length && kept.sort().join() === [...hashes].sort().join()
  if (!same) throw new Error(`${kept.length} photos came, not the ${hashes.length} of the tablet as they were`)
  const uploads = await owner.query<{ upload_id: string; attachment_id: string | null }>(
    "select upload_id, attachment_id from uploads where inspection_id = $1 and owner_kind = 'finding'",
    [inspectionId],
  )
  const finished = uploads.rows.filter((row) => row.attachment_id !== null)
  return {
    uploads: uploads.rows.length,
    finishedUploads: new Set(finished.map((row) => row.upload_id)),
    findings: texts.rows.length,
    photos: kept.length,
  }
}
