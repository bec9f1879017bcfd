import { type signMinutes as contract, signingSideNames } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { signRefusal } from '@cchc/domain/fieldwork/minutes-rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { minutesStanding, minutesState } from './minutes-state.ts'
import { getMinutesVersionRecord } from './minutes-versions.ts'
import { cleanSignature } from './signature-picture.ts'

const ways = { drawn: 'ký', paper: 'ký trên giấy', refused: 'ghi không ký' }

/**
 * Puts one word under the newest version: a drawn signature, one on paper with its scan, or that somebody would not sign and why.
 * It stands over the fingerprint that the signer has read. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9.
 */
export const signMinutes: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record, files } = context
  const { inspectionId, version } = params
  const { side, way, attachmentId, reason } = body
  // A new version, and another who signs here, wait for this one.
  await getInspectionForUpdate(context, inspectionId)
  const newest = await getMinutesVersionRecord(context, inspectionId)
  if (newest.version < version) throw new Refusal('no-such-minutes', { version })
  const refusal = signRefusal(await minutesStanding(context, inspectionId, newest), side, way)
  if (refusal) throw refusal
  if (newest.version !== version) throw new Refusal('minutes-version-old', { newest: newest.version })
  if (newest.row.fingerprint !== body.fingerprint) throw new Refusal('minutes-read-anew')
  const before = newest.row.signatures.find((one) => one.side === side)
  if (before) throw new Refusal('already-signed', { side: signingSideNames[side], way: ways[before.way] })
  const { minutesVersionId, fingerprint } = newest.row
  if (way === 'paper') await requireScan(context, minutesVersionId, attachmentId)
  if (way === 'refused' && reason === '') throw new Refusal('refusal-needs-reason')
  const place = newest.paper.signatures[{ secretary: 0, chair: 1, unit: 2 }[side]]
  const pictureSha256 = way === 'drawn' ? await files.put(await cleanSignature(body.picture)) : null
  await db
    .insertInto('minutesSignatures')
    .values({
      minutesVersionId,
      inspectionId,
      side,
      way,
      name: place?.name ?? signingSideNames[side],
      post: place?.post ?? '',
      fingerprint,
      pictureSha256,
      attachmentId: way === 'paper' ? attachmentId : null,
      reason: way === 'refused' ? reason : '',
      signedBy: viewer.personId,
      signedAt: now,
    })
    .execute()
  await record(
    'minutes.sign',
    minutesVersionId,
    { version, side, way, fingerprint, reason, pictureSha256 },
    inspectionId,
  )
  return minutesState(context, inspectionId)
}

async function requireScan({ db }: Context, minutesVersionId: string, attachmentId: string | null): Promise<void> {
  const scan = await db
    .selectFrom('attachments')
    .select(['state', 'removedAt'])
    .where('attachmentId', '=', attachmentId ?? minutesVersionId)
    .where('ownerKind', '=', 'minutes')
    .where('ownerId', '=', minutesVersionId)
    .executeTakeFirst()
  if (!scan || scan.removedAt !== null)
    throw new Refusal('scan-not-usable', { why: 'tải bản quét của chính bản này lên trước khi ghi là đã ký trên giấy' })
  if (scan.state === 'infected') throw new Refusal('scan-not-usable', { why: 'tệp có mã độc, hãy quét lại' })
}
