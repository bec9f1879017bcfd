import type {
  addTeamMember as addContract,
  editTeamMember as editContract,
  FieldView,
  setLeadAgency as leadContract,
  removeTeamMember as removeContract,
  setStandIns as standInsContract,
  TeamMemberView,
} from '@cchc/domain/campaigns/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { getSettledCampaign } from './queries.ts'
import { readFields, readSeats, seatView, selectSeats } from './team-views.ts'

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

/**
 * Takes a seat out of the team; refused while it is on the roster of a visit that the viewer may know. Rosters that they may
 * not know lose the seat without a word.
 */
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
  const field = await getField(db, params)
  await record('team.lead-agency', params.campaignId, { fieldKey: params.fieldKey, ...body })
  return field
}

/** Names who takes a field when its lead is away, in order. Basis: QĐ 2251/QĐ-UBND, mục IV.2. */
export const setStandIns: Act<typeof standInsContract> = async ({ db, record }, { params, body }) => {
  const { campaignId, fieldKey } = params
  await getField(db, params)
  const teamMemberIds = [...new Set(body.teamMemberIds)]
  const seats = new Set((await readSeats(db, campaignId)).map(({ teamMemberId }) => teamMemberId))
  if (teamMemberIds.some((id) => !seats.has(id))) throw new Refusal('no-such-team-member')
  await db.deleteFrom('fieldStandIns').where('campaignId', '=', campaignId).where('fieldKey', '=', fieldKey).execute()
  if (teamMemberIds.length > 0)
    await db
      .insertInto('fieldStandIns')
      .values(teamMemberIds.map((teamMemberId, position) => ({ campaignId, fieldKey, teamMemberId, position })))
      .execute()
  await record('team.stand-ins', campaignId, { fieldKey, teamMemberIds })
  return getField(db, params)
}

async function getField(
  db: Db,
  { campaignId, fieldKey }: { campaignId: string; fieldKey: string },
): Promise<FieldView> {
  const field = (await readFields(db, campaignId)).find((each) => each.fieldKey === fieldKey)
  if (!field) throw new Refusal('no-such-field')
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
