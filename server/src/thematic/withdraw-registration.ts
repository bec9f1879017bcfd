import { Refusal } from '@cchc/domain/refusals.ts'
import type { withdrawRegistration as contract } from '@cchc/domain/thematic/contract.ts'
import { registrationActions } from '@cchc/domain/thematic/rules.ts'
import type { Act } from '../platform/serve.ts'
import { readUnits, requireFresh } from './edit-registration.ts'
import { lockRegistration, moveThematic } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { tellOffice } from './tell-department.ts'

/** Withdraws every unit of a registration that nobody has decided on. */
export const withdrawRegistration: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const { registrationId } = params
  const before = await lockRegistration(db, registrationId)
  const units = await readUnits(context, registrationId)
  if (!registrationActions(viewer, { agencyCode: before.agencyCode, units }).includes('withdraw'))
    throw new Refusal('wrong-state', {
      act: 'rút',
      what: 'đăng ký',
      state: 'Đã được quyết định hoặc đã rút',
      way: 'Đề nghị Phó Trưởng đoàn Thường trực rút lại quyết định trước.',
    })
  await requireFresh(context, before, body.revision)
  const waiting = units.filter(({ state }) => state === 'registered')
  for (const unit of waiting) await moveThematic(context, unit, 'cancel')
  await db
    .updateTable('thematicRegistrations')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('registrationId', '=', registrationId)
    .execute()
  await record('thematic.withdraw', registrationId, {
    reason: body.reason,
    units: waiting.map(({ unitCode }) => unitCode),
  })
  await tellOffice(context, 'planner', {
    inspectionId: null,
    kind: 'thematic.withdraw',
    title: `${before.agencyName} rút đăng ký chuyên đề`,
    body: `${before.title}. Lý do: ${body.reason}.`,
    link: `/chuyen-de/${registrationId}`,
  })
  return registrationDetail(context, registrationId)
}
