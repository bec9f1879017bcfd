import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { Context } from '../platform/context.ts'

/** What the minutes say of the unit's report: its sending in words, and every figure beside the verified one. */
export type StatedReport = Pick<VisitView, 'reported' | 'figures'>

/**
 * The same as it stood when the session was closed, so that a report sent anew afterwards changes neither the closed visit nor a
 * new version of its minutes; null while the session is open, and for versions that were frozen before this was kept.
 */
export async function statedReport({ db }: Pick<Context, 'db'>, inspectionId: string): Promise<StatedReport | null> {
  const newest = await db
    .selectFrom('minutesVersions')
    .select('stated')
    .where('inspectionId', '=', inspectionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (newest?.stated ?? null) as StatedReport | null
}
