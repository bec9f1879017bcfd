import { Refusal } from '@cchc/domain/refusals.ts'
import type { unmergeThematic as contract } from '@cchc/domain/thematic/contract.ts'
import { inspectionsUnderYearRule, requireNoOpenSession } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { keepDecision, requireFreshUnit } from './keep-decision.ts'
import { tellHost } from './merge-thematic.ts'
import { lockThematic, moveThematic } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { releaseGuests, tellDepartment } from './tell-department.ts'

/** Takes a decision back while nothing has been visited: the inspection is registered again, and so are those merged into it. */
export const unmergeThematic: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId } = params
  const inspection = await lockThematic(context, inspectionId)
  await requireFreshUnit(context, inspection, body.revision)
  const host = inspection.mergedInto
    ? await inspectionsUnderYearRule(context.db)
        .select(['inspectionId', 'state', 'kind'])
        .where('inspectionId', '=', inspection.mergedInto)
        .executeTakeFirst()
    : undefined
  if (host) {
    if (['visited', 'concluded', 'closed'].includes(host.state))
      throw new Refusal('wrong-state', {
        act: 'rút lại quyết định',
        what: 'buổi kiểm tra chung',
        state: 'Đã kiểm tra',
        way: 'Chuyên đề đã được kiểm tra trong buổi chung; ghi kết quả của chuyên đề.',
      })
    await requireNoOpenSession(context, host.inspectionId, 'tách chuyên đề khỏi')
  } else await releaseGuests(context, inspectionId, body.reason)
  await moveThematic(context, inspection, 'unmerge', { mergedInto: null, exceptionId: null })
  await keepDecision(context, inspectionId, body.reason)
  await context.record('thematic.unmerge', inspectionId, { reason: body.reason }, inspectionId)
  if (host?.kind === 'planned')
    await tellHost(context, host, `Thôi lồng ghép chuyên đề “${inspection.title}” của ${inspection.agencyName}`)
  await tellDepartment(context, inspection, {
    kind: 'thematic.unmerge',
    title: `${inspection.unitName}: quyết định được rút lại`,
    body: `Chuyên đề trở lại trạng thái đã đăng ký. Lý do: ${body.reason}.`,
  })
  return registrationDetail(context, inspection.registrationId)
}
