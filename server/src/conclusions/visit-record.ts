import type { DraftPoint, VisitRecord } from '@cchc/domain/conclusions/draft-conclusion.ts'
import type { AttendanceRow, VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import { figuresToVerify, type Verification } from '@cchc/domain/fieldwork/figures.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { citeDecision } from '../documents/paper-frame.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
import { getOutlineContent, unitKind } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { fieldsOf } from './queries.ts'

/** What was recorded at a visit, as far as a conclusion is drafted from it. */
export async function readVisitRecord(
  context: Context,
  inspection: InspectionRecord & { visitOn: string },
  campaign: SettledCampaign,
  points: readonly DraftPoint[],
): Promise<VisitRecord> {
  const { db, settings } = context
  const { inspectionId, unitCode } = inspection
  const unit = await db
    .selectFrom('units')
    .select(['name', 'type'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const visit = await db
    .selectFrom('visits')
    .select('attendance')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return {
    unitName: authorityOf({ name: unit.name, type: unit.type as UnitType }),
    officeName: settings.officeName,
    decision: citeDecision(campaign),
    visitOn: inspection.visitOn,
    halfDay: inspection.halfDay as HalfDay,
    place: inspection.place ?? '',
    attendance: (visit?.attendance ?? []) as unknown as AttendanceRow[],
    figures: await readFigures(context, inspection, campaign),
    points,
    fields: await fieldsOf(context, inspectionId),
  }
}

async function readFigures(
  { db }: Context,
  { inspectionId, unitCode }: InspectionRecord,
  campaign: SettledCampaign,
): Promise<VerifiedFigure[]> {
  const answers = await db
    .selectFrom('selfReports')
    .innerJoin('reportedAnswers', 'reportedAnswers.selfReportId', 'selfReports.selfReportId')
    .select(['reportedAnswers.itemKey', 'reportedAnswers.value'])
    .where('selfReports.inspectionId', '=', inspectionId)
    .where('selfReports.sentAt', 'is not', null)
    .execute()
  const verified = await db
    .selectFrom('verifiedFigures')
    .select(['itemKey', 'verified', 'reason', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  return figuresToVerify(
    await getOutlineContent(db, campaign.outlineVersionId),
    await unitKind(db, unitCode),
    Object.fromEntries(answers.map(({ itemKey, value }) => [itemKey!, value as AnswerValue | null])),
    new Map(verified.map((row): [string, Verification] => [row.itemKey, { ...row, verifiedBy: null }])),
  )
}
