import type { Context } from '../platform/context.ts'

/** Lets a schedule notice stand again, because the move that had replaced it was undone and what it says is true. */
export async function restoreNotice({ db }: Pick<Context, 'db'>, documentId: string): Promise<void> {
  await db
    .updateTable('documents')
    .set({ state: 'issued' })
    .where('documentId', '=', documentId)
    .where('kind', '=', 'schedule-notice')
    .where('state', '=', 'replaced')
    .execute()
}
