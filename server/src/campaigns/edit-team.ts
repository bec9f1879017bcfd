import type {
  addTeamMember as addContract,
  editTeamMember as editContract,
  setLeadAgency as leadContract,
  removeTeamMember as removeContract,
  TeamMemberView,
} from '@cchc/domain/campaigns/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { getSettledCampaign } from './queries.ts'
import { readFields, seatView, selectSeats } from './team-views.ts'

/** Adds a seat; one leader and one standing deputy is the database's word. Basis: QĐ 2251/QĐ-UBND, mục III.2a. */
export const addTeamMember: Act<typeof addContract> = async (context, { params, body }) => {
  const { db } = context
  await getSettledCampaign(db, params.campaignId)
  await requireKnown(db, body)
  const { next } = await db
    .selectFrom('teamMembers')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.val(-1)).as('next'))
    .where('campaignId', '=', params.campaignId)
    .executeTakeFirstOrThrow()
  const { teamMemberId } = await db
    .insertInto('teamMembers')
    .values({ ...body, campaignId: params.campaignId, position: next + 1 })
    .returning('teamMemberId')
    .executeTakeFirstOrThrow()
  return kept(context, teamMemberId, 'team.add', body)
}

export const editTeamMember: Act<typeof editContract> = async (context, { params, body }) => {
  const { db } = context
  await requireKnown(db, body)
  const row = await db
    .updateTable('teamMembers')
    .set(body)
    .where('teamMemberId', '=', params.teamMemberId)
    .returning('teamMemberId')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-team-member')
  return kept(context, params.teamMemberId, 'team.edit', body)
}

/** Takes a seat out of the team; refused while it is on the roster of a visit. */
export const removeTeamMember: Act<typeof removeContract> = async ({ db, record }, { params }) => {
  const seat = await selectSeats(db).where('teamMembers.teamMemberId', '=', params.teamMemberId).executeTakeFirst()
  if (!seat) throw new Refusal('no-such-team-member')
  const { visits } = await db
    .selectFrom('inspectionRoster')
    .select((eb) => eb.fn.countAll<number>().as('visits'))
    .where('teamMemberId', '=', params.teamMemberId)
    .executeTakeFirstOrThrow()
  if (visits > 0) throw new Refusal('member-has-visits', { name: seat.fullName ?? seat.post, count: visits })
  await db.deleteFrom('teamMembers').where('teamMemberId', '=', params.teamMemberId).execute()
  await record('team.remove', params.teamMemberId, { post: seat.post })
  return { done: true as const }
}

/** Names the agency that leads a field. */
export const setLeadAgency: Act<typeof leadContract> = async ({ db, record }, { params, body }) => {
  await requireKnown(db, { agencyCode: body.leadAgencyCode, personId: null })
  await db
    .updateTable('campaignFields')
    .set({ leadAgencyCode: body.leadAgencyCode })
    .where('campaignId', '=', params.campaignId)
    .where('fieldKey', '=', params.fieldKey)
    .execute()
  const field = (await readFields(db, params.campaignId)).find(({ fieldKey }) => fieldKey === params.fieldKey)
  if (!field) throw new Refusal('no-such-campaign')
  await record('team.lead-agency', params.campaignId, { fieldKey: params.fieldKey, ...body })
  return field
}

async function requireKnown(
  db: Db,
  { agencyCode, personId }: { agencyCode: string | null; personId: string | null },
): Promise<void> {
  if (
    agencyCode &&
    !(await db.selectFrom('units').select('unitCode').where('unitCode', '=', agencyCode).executeTakeFirst())
  )
    throw new Refusal('no-such-unit', { code: agencyCode })
  if (
    personId &&
    !(await db.selectFrom('people').select('personId').where('personId', '=', personId).executeTakeFirst())
  )
    throw new Refusal('no-such-person')
}

async function kept(
  { db, record }: Context,
  teamMemberId: string,
  action: string,
  body: object,
): Promise<TeamMemberView> {
  await record(action, teamMemberId, { ...body })
  return seatView(await selectSeats(db).where('teamMembers.teamMemberId', '=', teamMemberId).executeTakeFirstOrThrow())
}
