import type { downloadAttachment as contract } from '@cchc/domain/evidence/contract.ts'
import type { Act } from '../platform/serve.ts'
import { getOpenable } from './get-attachment.ts'

/** The file itself, to be saved and never shown in the page. */
export const downloadAttachment: Act<typeof contract> = async (context, { params: { attachmentId } }) => {
  const { name, mediaType, sha256 } = await getOpenable(context, attachmentId)
  return { name, mediaType, bytes: await context.files.open(sha256) }
}
