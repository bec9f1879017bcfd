import type { Context } from '../platform/context.ts'

/** Ends the showing of a draft that stands open, if any; that the unit gave no answer is written down and holds up nothing. */
export async function closeShowing({ db, now, record }: Context, conclusionId: string): Promise<void> {
  const closed = await db
    .updateTable('draftShowings')
    .set({ state: 'closed', closedAt: now })
    .where('conclusionId', '=', conclusionId)
    .where('state', '<>', 'closed')
    .returning(['showingId', 'inspectionId', 'sentAt', 'dueOn'])
    .executeTakeFirst()
  if (!closed) return
  const { showingId, inspectionId, sentAt, dueOn } = closed
  await record(sentAt === null ? 'draft.unanswered' : 'draft.close', showingId, { dueOn }, inspectionId)
}

/** Whether the unit was ever shown this draft; it is kept then. */
export async function wasShown({ db }: Pick<Context, 'db'>, conclusionId: string): Promise<boolean> {
  const shown = await db
    .selectFrom('draftShowings')
    .select('showingId')
    .where('conclusionId', '=', conclusionId)
    .executeTakeFirst()
  return shown !== undefined
}
