import { Refusal } from '@cchc/domain/refusals.ts'
import type { separateThematic as contract } from '@cchc/domain/thematic/contract.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { keepDecision, requireFreshUnit } from './keep-decision.ts'
import { lockThematic, moveThematic, placeOfYear } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { tellDepartment, tellOffice } from './tell-department.ts'

/**
 * Lets a registered inspection be held separately. Where the unit has another one in the year it is refused with
 * `unit-visited-once-a-year`, unless the decider records an exception with its reason. The database has the last word.
 * Basis: QĐ 2251/QĐ-UBND, mục IV.2.
 */
export const separateThematic: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId } = params
  const inspection = await lockThematic(context, inspectionId)
  await requireFreshUnit(context, inspection, body.revision)
  const reason = body.exceptionReason?.trim() || null
  const place = await placeOfYear(context.db, inspection.unitCode, inspection.year)
  if (place && !reason)
    throw new Refusal(
      'unit-visited-once-a-year',
      {
        ...place,
        year: inspection.year,
        way: 'Lồng ghép chuyên đề vào cuộc kiểm tra đó, hoặc ghi ngoại lệ kèm lý do.',
      },
      { otherId: place.inspectionId },
    )
  // An exception where none is needed would be counted for nothing.
  const exceptionId = place && reason ? await keepException(context, inspectionId, reason) : null
  await moveThematic(context, inspection, 'separate', { exceptionId })
  await keepDecision(context, inspectionId, body.note)
  await context.record(
    'thematic.separate',
    inspectionId,
    { note: body.note, exceptionId, reason: exceptionId && reason },
    inspectionId,
  )
  await tellDepartment(context, inspection, {
    kind: 'thematic.separate',
    title: `${inspection.unitName}: được kiểm tra riêng`,
    body: `${exceptionId ? `Ngoại lệ kiểm tra lần thứ hai trong năm được cho phép. Lý do: ${reason}. ` : ''}Cơ quan tự thông báo lịch cho đơn vị; kiểm tra xong ghi ngày và kết quả.${body.note ? ` ${body.note}` : ''}`,
  })
  if (exceptionId)
    await tellOffice(context, 'planner', {
      inspectionId,
      kind: 'thematic.separate',
      title: `Ngoại lệ: ${inspection.unitName} có lần kiểm tra thứ hai trong năm`,
      body: `${inspection.agencyName}, “${inspection.title}”. Lý do: ${reason}.`,
      link: `/chuyen-de/${inspection.registrationId}`,
    })
  return registrationDetail(context, inspection.registrationId)
}

async function keepException({ db, viewer, now }: Context, inspectionId: string, reason: string): Promise<string> {
  const { exceptionId } = await db
    .insertInto('yearExceptions')
    .values({ inspectionId, allowedBy: viewer.personId, allowedAt: now, reason })
    .returning('exceptionId')
    .executeTakeFirstOrThrow()
  return exceptionId
}
