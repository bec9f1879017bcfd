import type { InspectionKind, InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { mergeThematic as contract } from '@cchc/domain/thematic/contract.ts'
import { canHost } from '@cchc/domain/thematic/overlaps.ts'
import { replaceIssuedNotice } from '../documents/replace-notice.ts'
import { inspectionsUnderYearRule, requireNoOpenSession } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { keepDecision, requireFreshUnit } from './keep-decision.ts'
import { lockThematic, moveThematic, placeOfYear, type ThematicRecord } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { tellDepartment, visitInWords } from './tell-department.ts'

/**
 * Merges a registered inspection into the common visit of its unit: the plan's, or another department's. Where that one is
 * only registered it becomes the common visit. A notice that is out no longer says all and has to be issued again.
 * Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2.
 */
export const mergeThematic: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId } = params
  const guest = await lockThematic(context, inspectionId, [body.hostId])
  await requireFreshUnit(context, guest, body.revision)
  const host = await fittingHost(context, guest, body.hostId)
  if (host.state === 'registered') await openCommonVisit(context, host.inspectionId)
  await moveThematic(context, guest, 'merge', { mergedInto: host.inspectionId })
  await keepDecision(context, guest.inspectionId, body.note)
  const details = { hostId: host.inspectionId, note: body.note }
  await context.record('thematic.merge', guest.inspectionId, details, guest.inspectionId)
  if (host.kind === 'planned')
    await tellHost(context, host, `Lồng ghép chuyên đề “${guest.title}” của ${guest.agencyName}`)
  await tellDepartment(context, guest, {
    kind: 'thematic.merge',
    title: `${guest.unitName}: lồng ghép vào buổi kiểm tra chung`,
    body: `${host.kind === 'planned' ? 'Buổi kiểm tra theo kế hoạch' : `Buổi kiểm tra của ${host.agencyName}`}, ${visitInWords(host)}. Nội dung, người tham gia và kết quả của chuyên đề giữ riêng trong buổi chung.${body.note ? ` ${body.note}` : ''}`,
  })
  return registrationDetail(context, guest.registrationId)
}

/** The inspection that is to hold the guest; refuses with `no-such-inspection` or `host-not-fit` one that cannot. */
async function fittingHost(context: Context, guest: ThematicRecord, hostId: string) {
  const host = await inspectionsUnderYearRule(context.db)
    .leftJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .leftJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .select([
      'inspections.inspectionId',
      'inspections.kind',
      'inspections.state',
      'inspections.unitCode',
      'inspections.year',
      'inspections.visitOn',
      'inspections.halfDay',
      'agency.fullName as agencyName',
    ])
    .where('inspections.inspectionId', '=', hostId)
    .executeTakeFirst()
  if (!host) throw new Refusal('no-such-inspection')
  const no = (why: string) => new Refusal('host-not-fit', { why })
  if (host.inspectionId === guest.inspectionId) throw no('đó là chính chuyên đề này')
  if (host.unitCode !== guest.unitCode || host.year !== guest.year) throw no('đó là cuộc kiểm tra của đơn vị khác')
  if (!canHost({ kind: host.kind as InspectionKind, state: host.state as InspectionState }))
    throw no('cuộc kiểm tra đó đã diễn ra, đã hủy hoặc đã lồng ghép')
  await requireNoOpenSession(context, hostId, 'lồng ghép chuyên đề vào')
  return host
}

/** Of two wishes, the one that the other joins becomes a visit of its own, if the year of the unit is still free. */
async function openCommonVisit(context: Context, inspectionId: string): Promise<void> {
  const host = await lockThematic(context, inspectionId)
  const place = await placeOfYear(context.db, host.unitCode, host.year)
  if (place)
    throw new Refusal('unit-visited-once-a-year', {
      ...place,
      year: host.year,
      way: 'Lồng ghép vào cuộc kiểm tra đó.',
    })
  await moveThematic(context, host, 'separate')
  await keepDecision(context, inspectionId, '')
  await context.record('thematic.separate', inspectionId, { commonVisit: true }, inspectionId)
  await tellDepartment(context, host, {
    kind: 'thematic.separate',
    title: `${host.unitName}: kiểm tra chuyên đề thành buổi kiểm tra chung`,
    body: 'Chuyên đề của cơ quan khác tại cùng đơn vị được lồng ghép vào buổi này. Hai bên thống nhất một ngày.',
  })
}

/** Keeps in the common visit's own history what joined or left it; a notice that says otherwise stands no longer. */
export async function tellHost(
  context: Context,
  host: { inspectionId: string; state: string },
  reason: string,
): Promise<void> {
  await context.record('inspection.guests', host.inspectionId, { reason }, host.inspectionId)
  if (host.state === 'announced') await replaceIssuedNotice(context, host.inspectionId)
}
