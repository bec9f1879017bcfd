import type { Paper } from '@cchc/domain/papers/paper.ts'
import { z } from 'zod'
import type { Tasks } from '../platform/worker.ts'
import { writePaperDocx } from './write-docx.ts'

const Payload = z.object({ documentId: z.guid() })

/** The jobs of this shelf. Rendering again changes nothing: the same paper gives the same bytes. */
export const documentTasks: Tasks = {
  'document.render': async ({ db, files }, payload) => {
    const { documentId } = Payload.parse(payload)
    const document = await db
      .selectFrom('documents')
      .select('paper')
      .where('documentId', '=', documentId)
      .executeTakeFirst()
    // Whoever issued it may know it no longer; it is then made when it is next downloaded.
    if (!document) return undefined
    const sha256 = await files.put(await writePaperDocx(document.paper as unknown as Paper))
    await db.updateTable('documents').set({ sha256 }).where('documentId', '=', documentId).execute()
    return undefined
  },
}
