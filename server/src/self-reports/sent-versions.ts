import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import { isAnswered } from '@cchc/domain/outlines/answer.ts'
import { evaluateOutline } from '@cchc/domain/outlines/evaluate.ts'
import { type Answers, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { SentVersionRow, SentVersionView } from '@cchc/domain/self-reports/sending-contract.ts'
import { readCalendar } from '../calendar/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { ReportRecord } from './queries.ts'
import { outlineOfReport } from './report-view.ts'

/** What a sending is frozen with. */
interface Sending {
  readonly answers: Answers
  readonly explanations: Readonly<Record<string, string>>
  readonly fingerprint: string
  readonly reason: string
  readonly verdict: 'on-time' | 'late' | null
  readonly daysLate: number | null
}

/** Freezes what is being sent as the next version, which nobody can change afterwards; gives its number. */
export async function freezeVersion(context: Context, report: ReportRecord, sending: Sending): Promise<number> {
  const { db, viewer, now } = context
  const { selfReportId, visitOn, leadWorkingDays } = report
  const given = Object.fromEntries(Object.entries(sending.answers).filter(([, value]) => isAnswered(value)))
  const outline = await outlineOfReport(db, report)
  const { values } = evaluateOutline(outline, given)
  const computed = outlineItems(outline).flatMap(({ item }) => {
    const value = item.formula === null ? undefined : values.get(item.key)
    return typeof value === 'number' ? [[item.key, value]] : []
  })
  const counted = visitOn === null ? [] : nthWorkingDayBefore(visitOn, leadWorkingDays, await readCalendar(db)).counted
  const version = report.version + 1
  await db
    .insertInto('sentVersions')
    .values({
      selfReportId,
      version,
      outlineVersionId: report.outlineVersionId,
      answers: JSON.stringify(given),
      revisions: JSON.stringify(await readRevisions(db, selfReportId)),
      computed: JSON.stringify(Object.fromEntries(computed)),
      explanations: JSON.stringify(sending.explanations),
      fingerprint: sending.fingerprint,
      sentAt: now,
      sentBy: viewer.personId,
      dueOn: report.reportDueOn,
      extendedTo: report.reportExtendedTo,
      verdict: sending.verdict,
      daysLate: sending.daysLate,
      visitOn,
      counted: JSON.stringify(counted),
      reason: sending.reason,
    })
    .execute()
  return version
}

async function readRevisions(db: Db, selfReportId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('answers')
    .select(['itemKey', 'revision'])
    .where('selfReportId', '=', selfReportId)
    .execute()
  return Object.fromEntries(rows.map(({ itemKey, revision }) => [itemKey, revision]))
}

function selectVersions(db: Db, selfReportId: string) {
  return db
    .selectFrom('sentVersions')
    .innerJoin('people', 'people.personId', 'sentVersions.sentBy')
    .select([
      'sentVersions.version',
      'sentVersions.sentAt',
      'people.fullName as sentBy',
      'sentVersions.dueOn',
      'sentVersions.extendedTo',
      'sentVersions.verdict',
      'sentVersions.daysLate',
      'sentVersions.reason',
      'sentVersions.fingerprint',
    ])
    .where('sentVersions.selfReportId', '=', selfReportId)
    .orderBy('sentVersions.version', 'desc')
}

/** Every sending of a report, newest first. */
export async function readVersionRows({ db }: Pick<Context, 'db'>, selfReportId: string): Promise<SentVersionRow[]> {
  const rows = await selectVersions(db, selfReportId).execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as SentVersionRow['verdict'] }))
}

/** One version as it was frozen, or `no-such-version`. The caller has seen that the viewer may know the report. */
export async function readVersion(
  { db }: Pick<Context, 'db'>,
  selfReportId: string,
  version: number,
): Promise<SentVersionView & { visitOn: string | null; outlineVersionId: string }> {
  const row = await selectVersions(db, selfReportId)
    .select([
      'sentVersions.answers',
      'sentVersions.explanations',
      'sentVersions.computed',
      'sentVersions.counted',
      'sentVersions.visitOn',
      'sentVersions.outlineVersionId',
    ])
    .where('sentVersions.version', '=', version)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-version', { version })
  return {
    ...row,
    verdict: row.verdict as SentVersionRow['verdict'],
    answers: row.answers as SentVersionView['answers'],
    explanations: row.explanations as SentVersionView['explanations'],
    computed: row.computed as SentVersionView['computed'],
    counted: row.counted as unknown as SentVersionView['counted'],
  }
}
