import type { editAttachment as contract } from '@cchc/domain/evidence/contract.ts'
import { readPageReference } from '@cchc/domain/evidence/page-reference.ts'
import type { Act } from '../platform/serve.ts'
import { changeAttachment, currentView } from './get-attachment.ts'

/** What a file shows and where in it; refuses a page that the file does not have. */
export const editAttachment: Act<typeof contract> = async (context, { params: { attachmentId }, body }) => {
  const row = await changeAttachment(context, attachmentId, body.revision, ({ pages }) => {
    const reference = readPageReference(body.page, pages)
    return { caption: body.caption, pageFrom: reference?.from ?? null, pageTo: reference?.to ?? null }
  })
  const { caption, page } = body
  await context.record('attachment.edit', attachmentId, { caption, page, before: row.caption }, row.inspectionId)
  return currentView(context, attachmentId)
}
