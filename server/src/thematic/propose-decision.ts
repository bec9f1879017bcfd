import { Refusal } from '@cchc/domain/refusals.ts'
import type { proposeDecision as contract } from '@cchc/domain/thematic/contract.ts'
import { inspectionsUnderYearRule } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { lockThematic } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { tellOffice } from './tell-department.ts'

/** Puts a decision before the standing deputy; the newest proposal stands. */
export const proposeDecision: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const inspection = await lockThematic(context, inspectionId)
  if (inspection.state !== 'registered')
    throw new Refusal('wrong-state', {
      act: 'đề xuất',
      what: 'cuộc kiểm tra chuyên đề',
      state: 'Đã được quyết định',
      way: 'Tải lại trang để xem quyết định.',
    })
  const hostId = body.act === 'merge' ? body.hostId : null
  if (body.act === 'merge') {
    const host = await inspectionsUnderYearRule(db)
      .select('inspectionId')
      .where('inspectionId', '=', hostId)
      .where('unitCode', '=', inspection.unitCode)
      .where('year', '=', inspection.year)
      .where('inspectionId', '<>', inspectionId)
      .executeTakeFirst()
    if (!host) throw new Refusal('host-not-fit', { why: 'đó không phải cuộc kiểm tra của đơn vị này' })
  }
  const proposal = {
    proposedAct: body.act,
    proposedHost: hostId,
    proposedBy: viewer.personId,
    proposedAt: now,
    proposalNote: body.note,
  }
  await db
    .insertInto('thematicRecords')
    .values({ inspectionId, ...proposal })
    .onConflict((conflict) => conflict.column('inspectionId').doUpdateSet(proposal))
    .execute()
  await record('thematic.propose', inspectionId, { act: body.act, hostId, note: body.note }, inspectionId)
  await tellOffice(context, 'standing-deputy', {
    inspectionId,
    kind: 'thematic.propose',
    title: `${inspection.unitName}: đề xuất ${body.act === 'merge' ? 'lồng ghép' : 'cho kiểm tra riêng'} chuyên đề`,
    body: `${inspection.agencyName}, “${inspection.title}”.${body.note ? ` ${body.note}` : ''}`,
    link: '/chuyen-de',
  })
  return registrationDetail(context, inspection.registrationId)
}
