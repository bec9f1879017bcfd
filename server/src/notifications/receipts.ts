import { type DocumentKind, documentKindNames } from '@cchc/domain/documents/contract.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { visitTimeInCell } from '@cchc/domain/inspections/told-visit.ts'
import type {
  noteDocumentSeen as documentContract,
  listReceipts as listContract,
  noteNoticeSeen as noticeContract,
  ReceiptRow,
  remindUnits as remindContract,
} from '@cchc/domain/notifications/contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getIssuedDocument } from '../documents/queries.ts'
import { getInspectionRecord, visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { peopleOfUnit, tell } from './tell.ts'

/** Records that the viewer, a person of the unit, has the standing notice of the visit before them. */
export const noteNoticeSeen: Act<typeof noticeContract> = async (context, { params }) => {
  const { inspectionId } = await getInspectionRecord(context, params.inspectionId)
  await note(context, (eb) => eb('visitNotices.inspectionId', '=', inspectionId).and('visitNotices.stands', '=', true))
  return { done: true }
}

/** The same where the paper itself was opened; papers that tell of no visit are not noted. */
export const noteDocumentSeen: Act<typeof documentContract> = async (context, { params }) => {
  const { documentId } = await getIssuedDocument(context, params.documentId)
  await note(context, (eb) => eb('visitNotices.documentId', '=', documentId))
  return { done: true }
}

type NoticeFilter = Parameters<ReturnType<typeof noticesOfOwnUnit>['where']>[0]

function noticesOfOwnUnit({ db, viewer }: Context) {
  return visibleInspections(db, viewer)
    .innerJoin('visitNotices', 'visitNotices.inspectionId', 'inspections.inspectionId')
    .select(['visitNotices.documentId', 'visitNotices.inspectionId', 'inspections.unitCode'])
    .where('inspections.unitCode', '=', viewer.unitCode ?? '-')
}

/** Kept once, with the first time; the office's own looking is no receipt. */
async function note(context: Context, filter: Extract<NoticeFilter, (...args: never[]) => unknown>): Promise<void> {
  const { db, viewer, now, record } = context
  if (!viewer.roles.some((role) => role === 'unit-officer' || role === 'unit-head')) return
  const notices = await noticesOfOwnUnit(context).where(filter).execute()
  for (const { documentId, inspectionId } of notices) {
    const kept = await db
      .insertInto('documentReceipts')
      .values({ documentId, inspectionId, personId: viewer.personId, seenAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('documentId')
      .executeTakeFirst()
    if (kept) await record('notice.seen', documentId, {}, inspectionId)
  }
}

/** Every standing notice of visits that lie ahead: who of the unit has opened it, who has not, who was reminded. */
export const listReceipts: Act<typeof listContract> = async (context, { params }) => ({
  receipts: await receiptRows(context, params.campaignId),
})

async function receiptRows({ db, viewer }: Context, campaignId: string): Promise<ReceiptRow[]> {
  const notices = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('visitNotices', 'visitNotices.inspectionId', 'inspections.inspectionId')
    .innerJoin('documents', 'documents.documentId', 'visitNotices.documentId')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'visitNotices.visitOn',
      'visitNotices.halfDay',
      'documents.documentId',
      'documents.number',
      'documents.symbol',
      'documents.kind',
      'documents.issuedOn',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.state', '=', 'announced')
    .where('visitNotices.stands', '=', true)
    .orderBy('visitNotices.visitOn')
    .orderBy('visitNotices.halfDay', 'desc')
    .orderBy('inspections.inspectionId')
    .execute()
  if (notices.length === 0) return []
  const ids = notices.map(({ inspectionId }) => inspectionId)
  const people = await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'unitCode'])
    .where(
      'unitCode',
      'in',
      notices.map(({ unitCode }) => unitCode),
    )
    .where('disabled', '=', false)
    .where((eb) => eb('roles', '&&', eb.val(['unit-officer', 'unit-head'])))
    .orderBy('fullName')
    .execute()
  const receipts = await db
    .selectFrom('documentReceipts')
    .innerJoin('people', 'people.personId', 'documentReceipts.personId')
    .select([
      'documentId',
      'inspectionId',
      'documentReceipts.personId',
      'people.fullName',
      'people.post',
      'seenAt as at',
    ])
    .where('inspectionId', 'in', ids)
    .orderBy('seenAt')
    .orderBy('fullName')
    .execute()
  const reminders = await db
    .selectFrom('auditEvents')
    .leftJoin('people', 'people.personId', 'auditEvents.personId')
    .select(['inspectionId', 'subjectId', 'at', 'people.fullName as by'])
    .where('action', '=', 'notice.remind')
    .where('inspectionId', 'in', ids)
    .orderBy('at')
    .orderBy('eventOrder')
    .execute()
  return notices.map(({ unitCode, number, symbol, kind, halfDay, ...row }): ReceiptRow => {
    const seen = receipts.filter((one) => one.documentId === row.documentId && one.inspectionId === row.inspectionId)
    const seers = new Set(seen.map(({ personId }) => personId))
    return {
      ...row,
      kind: kind as DocumentKind,
      halfDay: halfDay as HalfDay,
      number: documentCode(number, symbol ?? ''),
      seen: seen.map(({ fullName, post, at }) => ({ fullName, post, at })),
      notSeen: people
        .filter((person) => person.unitCode === unitCode && !seers.has(person.personId))
        .map(({ fullName }) => fullName),
      reminders: reminders
        .filter((one) => one.inspectionId === row.inspectionId && one.subjectId === row.documentId)
        .map(({ at, by }) => ({ at, by: by ?? 'Hệ thống' })),
    }
  })
}

/**
 * Tells the units that have not opened their notice once more, in the product and by mail, and keeps that it was done. A unit
 * of which somebody has opened it knows; refuses with `nobody-to-remind` where none is left.
 */
export const remindUnits: Act<typeof remindContract> = async (context, { params, body }) => {
  const rows = await receiptRows(context, params.campaignId)
  const waiting = rows.filter(
    ({ inspectionId, seen, notSeen }) =>
      body.inspectionIds.includes(inspectionId) && seen.length === 0 && notSeen.length > 0,
  )
  if (waiting.length === 0) throw new Refusal('nobody-to-remind')
  for (const row of waiting) {
    const { inspectionId, documentId } = row
    const { unitCode } = await getInspectionRecord(context, inspectionId)
    const when = visitTimeInCell({ on: row.visitOn, halfDay: row.halfDay })
    const text = `Đoàn kiểm tra chưa thấy quý cơ quan mở ${documentKindNames[row.kind].toLocaleLowerCase('vi')} số ${row.number}. Buổi kiểm tra: ${when.replace(/^./u, (letter) => letter.toLocaleLowerCase('vi'))}.`
    await tell(context, {
      personIds: await peopleOfUnit(context, unitCode),
      inspectionId,
      kind: 'notice.remind',
      title: 'Nhắc xem thông báo lịch kiểm tra',
      body: text,
      link: `/van-ban/${documentId}`,
      mail: {
        subject: `Nhắc xem thông báo lịch kiểm tra số ${row.number}`,
        body: `${text}\n\nĐề nghị mở thông báo trong phần mềm để xác nhận đã xem.`,
        documentId,
      },
    })
    await context.record('notice.remind', documentId, { unit: row.unitName }, inspectionId)
  }
  return { reminded: waiting.length }
}
