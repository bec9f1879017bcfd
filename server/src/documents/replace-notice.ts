import type { Context } from '../platform/context.ts'

/**
 * Ends what the notice of an inspection says of its visit, because the visit moved or a new notice goes out. A notice that told
 * of many visits is replaced once none of them stands any more.
 */
export async function replaceIssuedNotice({ db }: Pick<Context, 'db'>, inspectionId: string): Promise<void> {
  const ended = await db
    .updateTable('visitNotices')
    .set({ stands: false })
    .where('inspectionId', '=', inspectionId)
    .where('stands', '=', true)
    .returning('documentId')
    .execute()
  if (ended.length === 0) return
  await db
    .updateTable('documents')
    .set({ state: 'replaced' })
    .where(
      'documentId',
      'in',
      ended.map(({ documentId }) => documentId),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('visitNotices')
            .select('visitNotices.visitNoticeId')
            .whereRef('visitNotices.documentId', '=', 'documents.documentId')
            .where('visitNotices.stands', '=', true),
        ),
      ),
    )
    .execute()
}
