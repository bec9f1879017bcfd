import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { recordThematicVisit as contract } from '@cchc/domain/thematic/contract.ts'
import { unitActions } from '@cchc/domain/thematic/rules.ts'
import type { Act } from '../platform/serve.ts'
import { requireFreshUnit } from './keep-decision.ts'
import { lockThematic, moveThematic } from './queries.ts'
import { registrationDetail } from './registration-view.ts'

/** Keeps the half-day on which a separate inspection took place; a day still to come, or of another year, is refused. */
export const recordThematicVisit: Act<typeof contract> = async (context, { params, body }) => {
  const { viewer, today, record } = context
  const { inspectionId } = params
  const inspection = await lockThematic(context, inspectionId)
  const { agencyCode, state, year } = inspection
  if (state === 'separate' && !unitActions(viewer, { agencyCode, state, hostVisited: false }).includes('visit'))
    throw new Refusal('not-permitted')
  await requireFreshUnit(context, inspection, body.revision)
  if (body.visitOn > today || !body.visitOn.startsWith(String(year)))
    throw new Refusal('session-times', {
      what: 'Ngày kiểm tra',
      at: formatDate(body.visitOn),
      why: body.visitOn > today ? 'chưa tới ngày đó' : `không thuộc năm ${year}`,
    })
  await moveThematic(context, inspection, 'visit', { visitOn: body.visitOn, halfDay: body.halfDay })
  const { visitOn, halfDay } = body
  await record('thematic.visit', inspectionId, { visitOn, halfDay }, inspectionId)
  return registrationDetail(context, inspection.registrationId)
}
