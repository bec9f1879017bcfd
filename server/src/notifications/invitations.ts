import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { visitTimeInCell, visitTimeInWords } from '@cchc/domain/inspections/told-visit.ts'
import { invitationPaper } from '@cchc/domain/notifications/invitation-paper.ts'
import type {
  issueInvitation as issueContract,
  previewInvitation as previewContract,
} from '@cchc/domain/notifications/press-contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { keepPaperFile } from '../documents/paper-file.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import { officeSignature } from '../documents/signature.ts'
import { contactOf } from '../inspections/papers.ts'
import { getInspectionForUpdate, getInspectionRecord, type InspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { pressView } from './press.ts'
import { tell } from './tell.ts'
import { visitInvitation } from './visit-calendar.ts'

type Words = Parameters<Act<typeof previewContract>>[1]['body']

/** The invitation as it would be printed now. */
export const previewInvitation: Act<typeof previewContract> = async (context, { params, body }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  return { paper: (await invitationOf(context, inspection, body)).paper }
}

/**
 * Invites guests from outside and the press to a visit that has been announced to its unit. The press is invited only where the
 * visit is open to it, and never to an unannounced one. Basis: QĐ 2251/QĐ-UBND, mục IV.4.
 */
export const issueInvitation: Act<typeof issueContract> = async (context, { params, body }) => {
  const { db, now, settings } = context
  const { number, issuedOn, ...words } = body
  const inspection = await getInspectionForUpdate(context, params.inspectionId)
  const { inspectionId, campaignId, visitOn } = inspection
  if (inspection.kind !== 'planned') throw new Refusal('press-never-here')
  if (inspection.state !== 'announced' || !visitOn || visitOn < context.today)
    throw new Refusal('invitation-before-notice')
  if (words.pressIds.length > 0 && !inspection.openToPress) throw new Refusal('not-open-to-press')
  const { paper, unitName, authority } = await invitationOf(context, inspection, words, { number, issuedOn })
  const kind = 'invitation'
  const symbol = symbolOf(settings, kind)
  const title = titleLine(paper)
  const documentId = await issueDocument(context, {
    campaignId,
    inspectionId,
    kind,
    title,
    number,
    issuedOn,
    symbol,
    paper,
  })
  for (const personId of new Set(words.pressIds))
    await db
      .insertInto('pressInvitations')
      .values({ inspectionId, personId, documentId, invitedAt: now })
      .onConflict((conflict) =>
        conflict.columns(['inspectionId', 'personId']).doUpdateSet({ documentId, invitedAt: now }),
      )
      .execute()
  const visit = { on: visitOn, halfDay: inspection.halfDay as HalfDay }
  const place = inspection.place ?? ''
  await tell(context, {
    personIds: words.pressIds,
    inspectionId,
    kind: 'inspection.invite',
    title: `Giấy mời dự buổi kiểm tra: ${unitName}`,
    body: `${visitTimeInCell(visit)}, tại ${place}.`,
    link: '/bao-chi',
    mail: {
      subject: `Giấy mời dự buổi kiểm tra cải cách hành chính tại ${authority}`,
      body: `${settings.officeName} trân trọng kính mời dự buổi kiểm tra công tác cải cách hành chính tại ${authority}.\n\n- Thời gian: ${visitTimeInWords(visit)}\n- Địa điểm: ${place}\n\nGiấy mời kèm theo thư này.`,
      documentId,
      attachments: [
        await keepPaperFile(context.files, kind, unitName, paper),
        visitInvitation(
          {
            inspectionId,
            visitOn,
            halfDay: visit.halfDay,
            place,
            summary: `Kiểm tra CCHC: ${unitName}`,
            description: '',
            sequence: inspection.revision,
          },
          'request',
          { name: settings.officeName, email: context.mail.fromAddress },
          now,
        ),
      ],
    },
  })
  await context.record(
    'inspection.invite',
    inspectionId,
    { number, guests: words.guests, press: words.pressIds.length },
    inspectionId,
  )
  return { documentId, press: await pressView(context, inspection) }
}

async function invitationOf(
  context: Context,
  inspection: InspectionRecord,
  { guests, pressIds, chair, note }: Words,
  issue?: { number: string; issuedOn: string },
): Promise<{ paper: Paper; unitName: string; authority: string }> {
  const { db, settings } = context
  if (!inspection.visitOn || !inspection.halfDay) throw new Refusal('invitation-before-notice')
  const campaign = await getSettledCampaign(db, inspection.campaignId)
  const unit = await db
    .selectFrom('units')
    .select(['name', 'fullName', 'type'])
    .where('unitCode', '=', inspection.unitCode)
    .executeTakeFirstOrThrow()
  const authority = authorityOf({ name: unit.name, type: unit.type as UnitType })
  const invited = [...guests, ...(await namesOfPress(context, pressIds))]
  const paper = invitationPaper({
    frame: paperFrame(settings, {
      year: campaign.year,
      symbol: symbolOf(settings, 'invitation'),
      ...issue,
      signatures: [await officeSignature(context, campaign.campaignId)],
      recipients: ['Như trên', 'Trưởng Đoàn kiểm tra (để báo cáo)', authority],
    }),
    year: campaign.year,
    decision: citeDecision(campaign),
    guests: invited.length === 0 ? ['…'] : invited,
    unitName: authority,
    visit: { on: inspection.visitOn, halfDay: inspection.halfDay as HalfDay, place: inspection.place ?? '' },
    chair,
    note,
    contact: await contactOf(db, campaign.campaignId),
  })
  return { paper, unitName: unit.fullName, authority }
}

async function namesOfPress({ db }: Context, pressIds: readonly string[]): Promise<string[]> {
  if (pressIds.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['fullName', 'post'])
    .where('personId', 'in', [...pressIds])
    .where('disabled', '=', false)
    .where((eb) => eb('roles', '&&', eb.val(['press'])))
    .orderBy('fullName')
    .execute()
  if (people.length < new Set(pressIds).size) throw new Refusal('no-such-person')
  return people.map(({ fullName, post }) => `${fullName}, ${post}`)
}
