import { outlineFromPaper } from '@cchc/domain/campaigns/outline-from-paper.ts'
import type { UploadedFile } from '@cchc/domain/endpoint.ts'
import type { createOutlineFromPaper as contract } from '@cchc/domain/outlines/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readPaperText } from '../campaigns/read-paper-text.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import type { Act } from '../platform/serve.ts'
import { keepDraft } from './create-outline.ts'
import { settledOutline } from './outline-views.ts'

/** Begins a draft from the outline in a file; a file without one leaves nothing behind. */
export const createOutlineFromPaper: Act<typeof contract> = async (context, { query: { year, from }, file }) => {
  const { db, viewer, now, files } = context
  const { name, mediaType, bytes } = file!
  const earlier = from ? (await settledOutline(context, from)).outline : null
  const outline = outlineFromPaper(await textOf(file!), earlier)
  if (!outline) throw new Refusal('no-outline-in-paper', { file: name })
  const kept = { sha256: await files.put(bytes), name, size: bytes.length, mediaType }
  const { fileId } = await db
    .insertInto('files')
    .values({ ...kept, uploadedBy: viewer.personId, uploadedAt: now })
    .returning('fileId')
    .executeTakeFirstOrThrow()
  return keepDraft(context, { year, outline, origin: 'paper', basedOn: from ?? null, file: { fileId, name } })
}

async function textOf({ bytes, name }: UploadedFile): Promise<string> {
  try {
    return (await readPaperText(Buffer.from(bytes), name)).text
  } catch (error) {
    if (error instanceof UnreadablePaper) throw new Refusal('unreadable-paper', { sentence: error.sentence })
    throw error
  }
}
