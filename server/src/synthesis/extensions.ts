import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { teamInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/** Requests for more time of a campaign's reports that were not taken back, each exception with who decided it and why, and the corrections that were sent. */
export async function readExtensions(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  campaignId: string,
): Promise<SynthesisView['extensions']> {
  const reports = teamInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.state', '<>', 'cancelled')
  const rows = await reports
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('deadlineExtensions as asked', 'asked.selfReportId', 'selfReports.selfReportId')
    .leftJoin('people', 'people.personId', 'asked.decidedBy')
    .where('asked.state', '<>', 'withdrawn')
    .select(['inspections.inspectionId', 'units.fullName as unitName', 'people.fullName as decidedBy'])
    .select([
      'asked.state',
      'asked.reason',
      'asked.askedLate',
      'asked.dueOn',
      'asked.grantedTo',
      'asked.decisionReason',
    ])
    .orderBy('asked.askedAt')
    .orderBy('asked.askingOrder')
    .execute()
  const corrections = await reports
    .innerJoin('reportCorrections', 'reportCorrections.selfReportId', 'selfReports.selfReportId')
    .where('reportCorrections.state', '=', 'sent')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const inState = (state: string) => rows.filter((row) => row.state === state).length
  return {
    granted: inState('granted'),
    refused: inState('refused'),
    waiting: inState('asked'),
    corrections: Number(corrections.count),
    rows: rows.map((row) => ({ ...row, state: row.state as SynthesisView['extensions']['rows'][number]['state'] })),
  }
}
