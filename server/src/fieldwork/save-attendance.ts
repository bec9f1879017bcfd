import type { saveAttendance as contract } from '@cchc/domain/fieldwork/contract.ts'
import type { Act } from '../platform/serve.ts'
import { openSession } from './open-session.ts'

/** Who is present on both sides. The last list stands, the audit keeps each. Basis: QĐ 2251/QĐ-UBND, mục III.2. */
export const saveAttendance: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { inspectionId } = params
  await openSession(context, inspectionId, 'write-session')
  await db
    .updateTable('visits')
    .set((eb) => ({
      attendance: JSON.stringify(body.attendance),
      attendanceRevision: eb('attendanceRevision', '+', 1),
    }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record('visit.attendance', inspectionId, { attendance: body.attendance }, inspectionId)
  return { attendance: body.attendance }
}
