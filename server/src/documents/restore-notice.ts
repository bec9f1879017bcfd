import type { Context } from '../platform/context.ts'

/** Lets a notice of a visit stand again, because the move that had replaced it was undone and what it says is true. */
export async function restoreNotice(
  { db }: Pick<Context, 'db'>,
  inspectionId: string,
  documentId: string,
): Promise<void> {
  const restored = await db
    .updateTable('visitNotices')
    .set({ stands: true })
    .where('inspectionId', '=', inspectionId)
    .where('documentId', '=', documentId)
    .returning('documentId')
    .execute()
  if (restored.length === 0) return
  await db
    .updateTable('documents')
    .set({ state: 'issued' })
    .where('documentId', '=', documentId)
    .where('state', '=', 'replaced')
    .execute()
}
