import type { Context } from '../platform/context.ts'

/** Marks the schedule notice of an inspection as replaced, because its visit moved or a new notice goes out. */
export async function replaceIssuedNotice({ db }: Pick<Context, 'db'>, inspectionId: string): Promise<void> {
  await db
    .updateTable('documents')
    .set({ state: 'replaced' })
    .where('inspectionId', '=', inspectionId)
    .where('kind', '=', 'schedule-notice')
    .where('state', '=', 'issued')
    .execute()
}
