import type { saveAttendance as contract } from '@cchc/domain/fieldwork/contract.ts'
import { decideWrite } from '@cchc/domain/fieldwork/decide-command.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { openSession } from './open-session.ts'
import { attendanceOf } from './queries.ts'

/**
 * Who is present on both sides. Without a revision the last list stands; with a stale one it is refused with the list that
 * stands, unless that is the very same. The audit keeps each. Basis: QĐ 2251/QĐ-UBND, mục III.2.
 */
export const saveAttendance: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { inspectionId } = params
  const { attendance, revision: seen } = body
  const { ground } = await openSession(context, inspectionId, 'write-session')
  const stands = { attendance: attendanceOf(ground), revision: ground.attendanceRevision ?? 0 }
  const same = JSON.stringify(stands.attendance.map(rowText)) === JSON.stringify(attendance.map(rowText))
  const write = decideWrite({ revision: stands.revision, same }, seen ?? stands.revision)
  if (write === 'unchanged') return stands
  if (write === 'clash') throw new Refusal('changed-meanwhile', { what: 'Danh sách có mặt' }, { theirs: stands })
  await db
    .updateTable('visits')
    .set((eb) => ({
      attendance: JSON.stringify(attendance),
      attendanceRevision: eb('attendanceRevision', '+', 1),
    }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record('visit.attendance', inspectionId, { attendance }, inspectionId)
  return { attendance, revision: stands.revision + 1 }
}

function rowText({ side, fullName, post, present }: ReturnType<typeof attendanceOf>[number]): unknown[] {
  return [side, fullName, post, present]
}
