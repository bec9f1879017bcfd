import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { closeVisit as contract } from '@cchc/domain/fieldwork/contract.ts'
import { endTimeRefusal, missingInMinutes } from '@cchc/domain/fieldwork/rules.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { issueDocument } from '../documents/queries.ts'
import { setInspectionState } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { minutesPaperOf } from './minutes.ts'
import { freezeMinutes } from './minutes-versions.ts'
import { openSession } from './open-session.ts'
import { visitView } from './visit-view.ts'

/**
 * Ends the session: the inspection is visited, and its minutes are frozen as version 1, which both sides sign. Refuses with
 * `minutes-incomplete` while somebody needed is missing. Basis: QĐ 2251/QĐ-UBND, mục III.3.1; Nghị định 30/2020/NĐ-CP, mẫu 1.9.
 */
export const closeVisit: Act<typeof contract> = async (context, { params, body }) => {
  const { db, now, record } = context
  const { inspectionId } = params
  const { ground } = await openSession(context, inspectionId, 'close')
  const { session, attendance, reported, figures } = await visitView(context, inspectionId)
  const missing = missingInMinutes({ ...session, attendance })
  if (missing.length > 0) throw new Refusal('minutes-incomplete', { missing: missing.join('; ') })
  const endedAt = body.endedAt ?? now
  const wrongTime = endTimeRefusal(endedAt, now, session.startedAt!)
  if (wrongTime) throw wrongTime
  await db.updateTable('visits').set({ state: 'closed', endedAt }).where('inspectionId', '=', inspectionId).execute()
  await setInspectionState(context, inspectionId, 'visit')
  const paper = await minutesPaperOf(context, inspectionId)
  const documentId = await issueDocument(context, {
    campaignId: ground.campaignId,
    inspectionId,
    kind: 'minutes',
    title: titleLine(paper),
    number: null,
    symbol: null,
    issuedOn: dateInVietnam(endedAt),
    paper,
  })
  await freezeMinutes(context, { inspectionId, paper, stated: { reported, figures }, documentId })
  await record('visit.close', inspectionId, { endedAt, documentId }, inspectionId)
  return visitView(context, inspectionId)
}
