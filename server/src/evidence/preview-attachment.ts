import type { previewAttachment as contract } from '@cchc/domain/evidence/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { getOpenable } from './get-attachment.ts'

/** A small picture of a picture, drawn here, or a PDF for the browser's own viewer; nothing else is shown in a page. */
export const previewAttachment: Act<typeof contract> = async (context, { params: { attachmentId } }) => {
  const { name, kind, mediaType, sha256, previewSha256 } = await getOpenable(context, attachmentId)
  if (previewSha256)
    return { name, mediaType: 'image/webp', bytes: await context.files.open(previewSha256), inline: true }
  if (kind !== 'pdf') throw new Refusal('no-preview', { name })
  return { name, mediaType, bytes: await context.files.open(sha256), inline: true }
}
