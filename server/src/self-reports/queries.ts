import type { Db } from '../platform/context.ts'

/** Opens an inspection's self-report under an outline version; opening it again changes nothing. */
export async function openSelfReport(db: Db, inspectionId: string, outlineVersionId: string): Promise<void> {
  await db
    .insertInto('selfReports')
    .values({ inspectionId, outlineVersionId })
    .onConflict((conflict) => conflict.column('inspectionId').doNothing())
    .execute()
}
