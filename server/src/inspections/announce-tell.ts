import { type DocumentKind, documentKindNames } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { halfDayInWords, visitTimeInCell, visitTimeInWords } from '@cchc/domain/inspections/told-visit.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { keepPaperFile } from '../documents/paper-file.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import { visitInvitation } from '../notifications/visit-calendar.ts'
import type { Context } from '../platform/context.ts'
import type { InspectionRecord } from './queries.ts'

/** A notice that has just been issued. */
export interface IssuedNotice {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string
  readonly paper: Paper
}

/**
 * Tells a visit's unit of its notice, in the product and by mail with the paper and the calendar entry; the roster in the
 * product; and, where the visit had been told of before, the press that had been invited. Basis: QĐ 2251/QĐ-UBND, mục IV.1, IV.4.
 */
export async function tellOfNotice(
  context: Context,
  inspection: InspectionRecord,
  notice: IssuedNotice,
  isChange: boolean,
): Promise<void> {
  const { inspectionId, campaignId } = inspection
  const unit = await unitOf(context, inspection)
  const visit = { on: inspection.visitOn!, halfDay: inspection.halfDay as HalfDay }
  const place = inspection.place ?? ''
  const when = visitTimeInCell(visit).replace(/^./u, (letter) => letter.toLocaleLowerCase('vi'))
  const kind = isChange ? 'inspection.change' : 'inspection.announce'
  const number = documentCode(notice.number, notice.symbol)
  const due = inspection.reportDueOn ? formatDate(inspection.reportDueOn) : null
  const what = isChange ? 'Lịch kiểm tra thay đổi' : 'Lịch kiểm tra'
  const facts = [
    `Thời gian: ${visitTimeInWords(visit)}`,
    `Địa điểm: ${place}`,
    ...(due ? [`Hạn gửi báo cáo phục vụ kiểm tra: ngày ${due}`] : []),
    `Văn bản: ${documentKindNames[notice.kind]} số ${number} ngày ${formatDate(notice.issuedOn)} (kèm theo)`,
  ]
  const paperFile = await keepPaperFile(context.files, notice.kind, unit.fullName, notice.paper)
  const entry = calendarEntry(context, inspection, unit.fullName, 'request')
  const link = `/lich/${inspectionId}`
  await tell(context, {
    personIds: await peopleOfUnit(context, inspection.unitCode),
    inspectionId,
    kind,
    title: `${what}: ${when}`,
    body: `Theo ${documentKindNames[notice.kind].toLocaleLowerCase('vi')} số ${number}.${due ? ` Hạn gửi báo cáo: ${due}.` : ''}`,
    link,
    mail: {
      subject: `${what} cải cách hành chính tại ${unit.authority}: ${when}`,
      body: [
        `Kính gửi: ${unit.authority}`,
        `${context.settings.officeName} thông báo ${isChange ? 'thay đổi lịch' : 'lịch'} kiểm tra công tác cải cách hành chính:`,
        facts.map((fact) => `- ${fact}`).join('\n'),
        'Tệp lịch (.ics) kèm theo đưa được buổi kiểm tra vào lịch làm việc của quý cơ quan.',
      ].join('\n\n'),
      attachments: [paperFile, entry],
      documentId: notice.documentId,
    },
  })
  await tell(context, {
    personIds: await peopleOnRoster(context, inspectionId),
    inspectionId,
    kind,
    title: `${isChange ? 'Đã thông báo thay đổi lịch' : 'Đã thông báo lịch'}: ${unit.fullName}, ${when}`,
    body: `${documentKindNames[notice.kind]} số ${number}. Địa điểm: ${place}.`,
    link,
  })
  if (isChange)
    await tell(context, {
      personIds: await invitedPress(context, inspectionId),
      inspectionId,
      kind,
      title: `Lịch kiểm tra thay đổi: ${unit.fullName}, ${when}`,
      body: `Địa điểm: ${place}.`,
      link: '/bao-chi',
      mail: {
        subject: `Thay đổi lịch buổi kiểm tra tại ${unit.authority}`,
        body: `Buổi kiểm tra công tác cải cách hành chính tại ${unit.authority} chuyển sang ${visitTimeInWords(visit)}, tại ${place}.`,
        attachments: [entry],
      },
    })
  await context.record('notice.tell', inspectionId, { campaignId, documentId: notice.documentId, number }, inspectionId)
}

/** Tells everybody who had been told of a visit that it does not take place; calendars take it out. */
export async function tellOfCancellation(
  context: Context,
  inspection: InspectionRecord,
  reason: string,
): Promise<void> {
  if (!inspection.visitOn || !inspection.halfDay) return
  const { inspectionId } = inspection
  const unit = await unitOf(context, inspection)
  const when = halfDayInWords({ on: inspection.visitOn, halfDay: inspection.halfDay as HalfDay })
  const cancelled = { ...inspection, revision: inspection.revision + 1 }
  const mail = {
    subject: `Hủy buổi kiểm tra cải cách hành chính tại ${unit.authority}`,
    body: `Buổi kiểm tra công tác cải cách hành chính tại ${unit.authority}, ${when}, không tiến hành.\n\nLý do: ${reason}`,
    attachments: [calendarEntry(context, cancelled, unit.fullName, 'cancel')],
  }
  const telling = {
    inspectionId,
    kind: 'inspection.cancel',
    title: `Hủy buổi kiểm tra: ${unit.fullName}, ${when}`,
    body: `Lý do: ${reason}`,
  }
  await tell(context, {
    ...telling,
    personIds: await peopleOfUnit(context, inspection.unitCode),
    link: '/tin-bao',
    mail,
  })
  await tell(context, {
    ...telling,
    personIds: await peopleOnRoster(context, inspectionId),
    link: `/lich/${inspectionId}`,
  })
  await tell(context, { ...telling, personIds: await invitedPress(context, inspectionId), link: '/bao-chi', mail })
}

function calendarEntry(
  { settings, mail, now }: Context,
  inspection: InspectionRecord,
  unitName: string,
  method: 'request' | 'cancel',
) {
  const due = inspection.reportDueOn ? `Hạn gửi báo cáo: ${formatDate(inspection.reportDueOn)}.` : ''
  return visitInvitation(
    {
      inspectionId: inspection.inspectionId,
      visitOn: inspection.visitOn!,
      halfDay: inspection.halfDay as HalfDay,
      place: inspection.place ?? '',
      summary: `Kiểm tra CCHC: ${unitName}`,
      description: due,
      sequence: inspection.revision,
    },
    method,
    { name: settings.officeName, email: mail.fromAddress },
    now,
  )
}

async function unitOf({ db }: Context, { unitCode }: InspectionRecord) {
  const { name, fullName, type } = await db
    .selectFrom('units')
    .select(['name', 'fullName', 'type'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  return { fullName, authority: authorityOf({ name, type: type as UnitType }) }
}

async function peopleOnRoster({ db }: Context, inspectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .select('teamMembers.personId')
    .where('inspectionRoster.inspectionId', '=', inspectionId)
    .where('teamMembers.personId', 'is not', null)
    .orderBy('inspectionRoster.position')
    .execute()
  return rows.map(({ personId }) => personId!)
}

async function invitedPress({ db }: Context, inspectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pressInvitations')
    .select('personId')
    .where('inspectionId', '=', inspectionId)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
