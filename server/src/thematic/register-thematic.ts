import type { registerThematic as contract, RegistrationBody } from '@cchc/domain/thematic/contract.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addUnits, openCampaign, ownDepartment, replacePeople, requireSound } from './keep-registration.ts'
import { registrationDetail } from './registration-view.ts'
import { tellOffice } from './tell-department.ts'

/** Registers a department's own inspection; the office is told and decides on each unit. Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2. */
export const registerThematic: Act<typeof contract> = async (context, { params, body }) => {
  const registrationId = await keep(context, await openCampaign(context, params.campaignId), body)
  await tellOffice(context, 'planner', {
    inspectionId: null,
    kind: 'thematic.register',
    title: `Đăng ký kiểm tra chuyên đề: ${body.title}`,
    body: `${body.units.length} đơn vị, chờ xem chồng chéo và quyết định.`,
    link: `/chuyen-de/${registrationId}`,
  })
  return registrationDetail(context, registrationId)
}

/** The same for rows of a sheet, without telling anybody yet. */
export async function keep(context: Context, campaign: SettledCampaign, body: RegistrationBody): Promise<string> {
  const { db, viewer, now, record } = context
  const agencyCode = ownDepartment(context)
  await requireSound(context, campaign, body)
  const { units, people, ...words } = body
  const { registrationId } = await db
    .insertInto('thematicRegistrations')
    .values({ ...words, campaignId: campaign.campaignId, agencyCode, createdBy: viewer.personId, createdAt: now })
    .returning('registrationId')
    .executeTakeFirstOrThrow()
  await replacePeople(context, registrationId, people)
  await addUnits(context, campaign, registrationId, units)
  await record('thematic.register', registrationId, { title: body.title, units })
  return registrationId
}
