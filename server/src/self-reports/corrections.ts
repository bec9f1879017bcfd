import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import type { Context } from '../platform/context.ts'
import type { ReportRecord } from './queries.ts'

/** The correction of a report that waits or is being written; that one was asked for stays in the unit until the head opens it. */
export async function readCorrection(
  { db, viewer }: Context,
  { selfReportId, unitCode }: ReportRecord,
): Promise<SelfReportView['correction']> {
  const row = await db
    .selectFrom('reportCorrections')
    .innerJoin('people', 'people.personId', 'reportCorrections.askedBy')
    .select(['reportCorrections.state', 'reportCorrections.reason', 'people.fullName as askedBy'])
    .select('reportCorrections.askedAt')
    .where('selfReportId', '=', selfReportId)
    .where('state', 'in', viewer.unitCode === unitCode ? ['asked', 'open'] : ['open'])
    .executeTakeFirst()
  return row ? { ...row, state: row.state as 'asked' | 'open' } : null
}

/** Closes the correction that is being sent; gives the reason with which this version goes. */
export async function closeCorrection({ db }: Context, { selfReportId, correcting }: ReportRecord): Promise<string> {
  const closed = await db
    .updateTable('reportCorrections')
    .set({ state: 'sent' })
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'open')
    .returning('reason')
    .executeTakeFirst()
  return correcting && closed ? closed.reason : 'Bổ sung theo ý kiến của Đoàn kiểm tra'
}

/**
 * Before a report that was sent is written in again: a correction that was only asked for is overtaken, and explanations of
 * jumps since an earlier version belong to the version that has them.
 */
export async function beginAnew({ db }: Context, selfReportId: string): Promise<void> {
  await db
    .updateTable('reportCorrections')
    .set({ state: 'overtaken' })
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'asked')
    .execute()
  await db
    .deleteFrom('checkExplanations')
    .where('selfReportId', '=', selfReportId)
    .where('checkKey', 'like', 'jump-since-%')
    .execute()
}
