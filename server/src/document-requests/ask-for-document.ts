import type { askForDocument as contract } from '@cchc/domain/document-requests/contract.ts'
import { requestDueDate } from '@cchc/domain/document-requests/due.ts'
import { askingRefusal } from '@cchc/domain/document-requests/states.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { getRequest, requestDetail } from './queries.ts'
import { addTurn, askedInWords, tellUnit } from './turns.ts'

/** The team asks a unit for a document or an explanation. Basis: QĐ 2251/QĐ-UBND, mục IV.3. */
export const askForDocument: Act<typeof contract> = async (context, { params: { inspectionId }, body }) => {
  const { db, viewer, now, today } = context
  const inspection = await getInspectionRecord(context, inspectionId)
  const refusal = askingRefusal(viewer, { ...inspection, state: inspection.state as InspectionState })
  if (refusal) throw refusal
  const { kind, title, detail, workingDays } = body
  const { dueOn } = requestDueDate(today, workingDays, await readCalendar(db))
  const { requestId } = await db
    .insertInto('documentRequests')
    .values({
      inspectionId,
      kind,
      title,
      detail,
      askedBy: viewer.personId,
      askedAt: now,
      dueOn,
      dueWorkingDays: workingDays,
      countedFrom: today,
    })
    .returning('requestId')
    .executeTakeFirstOrThrow()
  const request = await getRequest(context, requestId)
  await addTurn(context, request, { act: 'ask', round: 1, text: detail, dueOn }, { kind, title, workingDays })
  const what = kind === 'document' ? 'Đoàn kiểm tra yêu cầu tài liệu' : 'Đoàn kiểm tra yêu cầu giải trình'
  await tellUnit(context, request, 'ask', `${what}: ${title}`, askedInWords(detail, dueOn))
  return requestDetail(context, requestId)
}
