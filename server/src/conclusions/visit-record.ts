import type { DraftPoint, VisitRecord } from '@cchc/domain/conclusions/draft-conclusion.ts'
import type { AttendanceRow, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { citeDecision } from '../documents/paper-frame.ts'
import { getVisitGround } from '../fieldwork/queries.ts'
import { statedReport } from '../fieldwork/stated-report.ts'
import { figuresOf } from '../fieldwork/visit-view.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
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
    figures: await readFigures(context, inspectionId),
    points,
    fields: await fieldsOf(context, inspectionId),
  }
}

/** As the closed minutes state them: a report that is sent anew or corrected afterwards changes nothing of the visit. */
async function readFigures(context: Context, inspectionId: string): Promise<VisitView['figures']> {
  const stated = await statedReport(context, inspectionId)
  return stated?.figures ?? figuresOf(context, await getVisitGround(context, inspectionId))
}
