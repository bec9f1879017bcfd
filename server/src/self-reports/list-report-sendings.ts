import type { listReportSendings as contract, ReportSending } from '@cchc/domain/self-reports/sending-contract.ts'
import { sql } from 'kysely'
import { teamInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'

/** What the list of reports says of each beside its state, in one query. A correction that is only asked for stays in its unit. */
export const listReportSendings: Act<typeof contract> = async ({ db, viewer }, { params }) => {
  const rows = await teamInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('deadlineExtensions')
          .select(['deadlineExtensions.state', 'deadlineExtensions.wishedOn', 'deadlineExtensions.grantedTo'])
          .whereRef('deadlineExtensions.selfReportId', '=', 'selfReports.selfReportId')
          .where('deadlineExtensions.state', '<>', 'withdrawn')
          .orderBy('deadlineExtensions.askedAt', 'desc')
          .orderBy('deadlineExtensions.askingOrder', 'desc')
          .limit(1)
          .as('extension'),
      (join) => join.onTrue(),
    )
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'selfReports.version',
      'extension.state as extensionState',
      'extension.wishedOn',
      'extension.grantedTo',
      sql<number>`(select count(*) from item_remarks r where r.self_report_id = self_reports.self_report_id and r.done_at is null)`.as(
        'openRemarks',
      ),
      sql<number>`(select count(*) from report_corrections c where c.self_report_id = self_reports.self_report_id and c.state = 'sent')`.as(
        'corrections',
      ),
      sql<
        string | null
      >`(select c.state from report_corrections c where c.self_report_id = self_reports.self_report_id and c.state in ('asked', 'open'))`.as(
        'correction',
      ),
    ])
    .where('inspections.campaignId', '=', params.campaignId)
    // By what they are: an id is drawn by lot.
    .orderBy('inspections.unitCode')
    .orderBy('inspections.visitOn')
    .orderBy('inspections.inspectionId')
    .execute()
  return {
    sendings: rows.map((row) => ({
      inspectionId: row.inspectionId,
      versions: row.version,
      correction:
        row.correction === 'open' || row.unitCode === viewer.unitCode
          ? (row.correction as ReportSending['correction'])
          : null,
      corrections: row.corrections,
      openRemarks: row.openRemarks,
      extension:
        row.extensionState && row.wishedOn
          ? {
              state: row.extensionState as 'asked' | 'granted' | 'refused',
              wishedOn: row.wishedOn,
              grantedTo: row.grantedTo,
            }
          : null,
    })),
  }
}
