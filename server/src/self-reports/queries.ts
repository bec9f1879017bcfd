import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import type { Answers, AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { SavedAnswer, SelfReportState } from '@cchc/domain/self-reports/contract.ts'
import type { SelfReportStanding } from '@cchc/domain/self-reports/states.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { kept } from '../platform/kept-statements.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** Opens an inspection's self-report under an outline version; opening it again changes nothing. */
export async function openSelfReport(db: Db, inspectionId: string, outlineVersionId: string): Promise<void> {
  await db
    .insertInto('selfReports')
    .values({ inspectionId, outlineVersionId })
    .onConflict((conflict) => conflict.column('inspectionId').doNothing())
    .execute()
}

/** Reports of the inspections that this viewer may know, with the unit and what the report's deadline comes from. */
function selectReports(db: Db, viewer: Viewer) {
  return visibleInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .select([
      'selfReports.selfReportId',
      'selfReports.outlineVersionId',
      'selfReports.state',
      'selfReports.sentAt',
      'selfReports.dueOnWhenSent',
      'selfReports.verdict',
      'selfReports.daysLate',
      'selfReports.fingerprint',
      'selfReports.progress',
      'selfReports.version',
      'selfReports.correcting',
      'inspections.inspectionId',
      'inspections.state as inspectionState',
      'inspections.visitOn',
      'inspections.leadWorkingDays',
      'inspections.reportDueOn',
      'inspections.reportExtendedTo',
      'inspections.campaignId',
      'units.unitCode',
      'units.fullName as unitName',
      'units.type as unitType',
      'units.advisoryFields',
      'campaigns.dataFrom',
      'campaigns.year',
    ])
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectReports>['execute']>>[number]

/** One report with all that its rules are asked by. */
export type ReportRecord = ReportRow & SelfReportStanding

function recordOf(row: ReportRow | undefined): ReportRecord {
  if (!row) throw new Refusal('no-such-self-report')
  return { ...row, state: row.state as SelfReportState, inspectionState: row.inspectionState as InspectionState }
}

/** One report of the viewer's, or `no-such-self-report`, also where it is another unit's. */
export async function getReport({ db, viewer }: Seen, selfReportId: string): Promise<ReportRecord> {
  return recordOf(
    await selectReports(db, viewer).modifyFront(kept).where('selfReportId', '=', selfReportId).executeTakeFirst(),
  )
}

/**
 * The same, locked against changes of state until the transaction ends. The lock is the weak kind that a saved answer's
 * reference to its report does not meet, so that nobody who is saving waits in a circle.
 */
export async function lockReport({ db, viewer }: Seen, selfReportId: string): Promise<ReportRecord> {
  const locked = selectReports(db, viewer)
    .modifyFront(kept)
    .where('selfReportId', '=', selfReportId)
    .forNoKeyUpdate('selfReports')
  return recordOf(await locked.executeTakeFirst())
}

/** The report of one inspection, or `no-such-self-report` while its visit has not been announced. */
export async function getReportOfInspection({ db, viewer }: Seen, inspectionId: string): Promise<ReportRecord> {
  return recordOf(
    await selectReports(db, viewer).where('inspections.inspectionId', '=', inspectionId).executeTakeFirst(),
  )
}

/** A report's answers with who saved them and when, some items or all. */
export async function readSavedAnswers(
  db: Db,
  selfReportId: string,
  itemKeys?: readonly string[],
): Promise<SavedAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('people', 'people.personId', 'answers.savedBy')
    .select(['itemKey', 'value', 'revision', 'people.fullName as savedBy', 'savedAt'])
    .where('selfReportId', '=', selfReportId)
    .$if(itemKeys !== undefined, (query) => query.where('itemKey', 'in', itemKeys!.length > 0 ? itemKeys! : ['']))
    .orderBy('itemKey')
    .execute()
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue | null }))
}

/** A report's answers as the rules of `domain/outlines` take them. */
export async function readAnswers(db: Db, selfReportId: string): Promise<Answers> {
  const rows = await db
    .selectFrom('answers')
    .select(['itemKey', 'value'])
    .where('selfReportId', '=', selfReportId)
    .execute()
  return Object.fromEntries(rows.map(({ itemKey, value }) => [itemKey, value as AnswerValue | null]))
}

/** What counts of a report: the answers of the version sent last, also while a later one is being written. */
export async function readReportedAnswers(db: Db, selfReportId: string): Promise<Answers> {
  const rows = await db
    .selectFrom('reportedAnswers')
    .select(['itemKey', 'value'])
    .where('selfReportId', '=', selfReportId)
    .execute()
  return Object.fromEntries(rows.map(({ itemKey, value }) => [itemKey!, value as AnswerValue | null]))
}

/** Keys of the items that have an answer; the texts themselves stay in the database. */
export async function readAnsweredKeys(db: Db, selfReportId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answers')
    .modifyFront(kept)
    .select('itemKey')
    .where('selfReportId', '=', selfReportId)
    .where('value', 'is not', null)
    .execute()
  return rows.map(({ itemKey }) => itemKey)
}

/** Explanations by check key. */
export async function readExplanations(db: Db, selfReportId: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('checkExplanations')
    .select(['checkKey', 'text'])
    .where('selfReportId', '=', selfReportId)
    .orderBy('checkKey')
    .execute()
  return Object.fromEntries(rows.map(({ checkKey, text }) => [checkKey, text]))
}

/** Keeps a remark that the report went back with. */
export async function addRemark({ db, viewer, now }: Context, selfReportId: string, text: string): Promise<void> {
  await db
    .insertInto('selfReportRemarks')
    .values({ selfReportId, text, madeBy: viewer.personId, madeAt: now })
    .execute()
}
