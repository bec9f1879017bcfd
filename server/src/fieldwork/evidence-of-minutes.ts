import { signRefusal } from '@cchc/domain/fieldwork/minutes-rules.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import type { Context } from '../platform/context.ts'
import { minutesStanding } from './minutes-state.ts'
import { requireMinutesReader } from './minutes-versions.ts'

/** Scans of the signed paper, beside one version of the minutes; secretary and chair add them. */
export const evidenceOfMinutes: AttachmentOwner = {
  async open(context, minutesVersionId) {
    const { inspectionId, paper, secretaryId, chairId } = await versionOf(context, minutesVersionId)
    const standing = await minutesStanding(context, inspectionId, {
      paper: paper as unknown as Paper,
      signers: { secretary: secretaryId, chair: chairId },
    })
    const refusal = signRefusal(standing, 'unit', 'paper')
    return { inspectionId, refusal: () => refusal, hides: () => false }
  },
  async changed(context, minutesVersionId) {
    const scans = await context.db
      .selectFrom('attachments')
      .select(['attachmentId', 'kind', 'removedAt'])
      .where('ownerKind', '=', 'minutes')
      .where('ownerId', '=', minutesVersionId)
      .execute()
    const standing = scans.filter(({ removedAt }) => removedAt === null)
    if (standing.some(({ kind }) => !['pdf', 'jpeg', 'png', 'webp'].includes(kind)))
      throw new Refusal('scan-not-usable', { why: 'bản quét là PDF hoặc ảnh chụp (JPEG, PNG, WebP)' })
    const signed = await context.db
      .selectFrom('minutesSignatures')
      .select('attachmentId')
      .where('minutesVersionId', '=', minutesVersionId)
      .where('attachmentId', 'is not', null)
      .execute()
    if (signed.some((one) => !standing.some(({ attachmentId }) => attachmentId === one.attachmentId)))
      throw new Refusal('scan-not-usable', { why: 'đã có chữ ký dựa vào bản quét này nên không gỡ được' })
  },
}

async function versionOf(context: Context, minutesVersionId: string) {
  const version = await context.db
    .selectFrom('minutesVersions')
    .select(['inspectionId', 'paper', 'secretaryId', 'chairId'])
    .where('minutesVersionId', '=', minutesVersionId)
    .executeTakeFirst()
  if (!version) throw new Refusal('no-such-inspection')
  await requireMinutesReader(context, version.inspectionId)
  return version
}
