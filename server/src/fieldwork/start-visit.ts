import type { startVisit as contract } from '@cchc/domain/fieldwork/contract.ts'
import { expectedAttendance, expectedOfficers } from '@cchc/domain/fieldwork/expected-attendance.ts'
import { startRefusal, startTimeRefusal } from '@cchc/domain/fieldwork/rules.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getVisitGround, readRoster, readUnitPeople, standingOf } from './queries.ts'
import { visitView } from './visit-view.ts'

/**
 * Starts the session, from the day of the visit on (Asia/Ho_Chi_Minh); the expected people, chair and secretary are set
 * down for the secretary to correct. Where it is open already, nothing changes. Basis: QĐ 2251/QĐ-UBND, mục III.3.1.
 */
export const startVisit: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const { inspectionId } = params
  await getInspectionForUpdate(context, inspectionId)
  const ground = await getVisitGround(context, inspectionId)
  const roster = await readRoster(db, inspectionId)
  const refusal = startRefusal(standingOf(viewer, ground, roster), today)
  if (refusal) throw refusal
  if (ground.visitState === 'open') return visitView(context, inspectionId)
  const startedAt = body.startedAt ?? now
  const wrongTime = startTimeRefusal(startedAt, now, ground.visitOn!)
  if (wrongTime) throw wrongTime
  const attendance = expectedAttendance(roster, await readUnitPeople(db, ground.unitCode))
  await db
    .insertInto('visits')
    .values({ inspectionId, startedAt, ...expectedOfficers(roster), attendance: JSON.stringify(attendance) })
    .execute()
  await record('visit.start', inspectionId, { startedAt }, inspectionId)
  return visitView(context, inspectionId)
}
