import type { importRegistrations as contract } from '@cchc/domain/thematic/contract.ts'
import type { Act } from '../platform/serve.ts'
import { openCampaign } from './keep-registration.ts'
import { keep } from './register-thematic.ts'
import { tellOffice } from './tell-department.ts'

/** Registers what a person has confirmed of a sheet, all of it or nothing. */
export const importRegistrations: Act<typeof contract> = async (context, { params, body }) => {
  const campaign = await openCampaign(context, params.campaignId)
  for (const registration of body.registrations) await keep(context, campaign, registration)
  const units = body.registrations.reduce((sum, registration) => sum + registration.units.length, 0)
  await tellOffice(context, 'planner', {
    inspectionId: null,
    kind: 'thematic.register',
    title: `${body.registrations.length} đăng ký kiểm tra chuyên đề mới`,
    body: `${units} đơn vị, chờ xem chồng chéo và quyết định.`,
    link: '/chuyen-de',
  })
  return { done: true as const, registrations: body.registrations.length, units }
}
