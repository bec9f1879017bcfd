import { editTeamMember, getTeam, removeTeamMember, setStandIns } from '@cchc/domain/campaigns/contract.ts'
import {
  announceInspection,
  cancelInspection,
  checkRoster,
  getInspection,
  scheduleInspection,
} from '@cchc/domain/inspections/contract.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  member,
  otherMember,
  otherPlanner,
  planner,
  standingDeputy,
  type TestPerson,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
  await house.owner.deleteFrom('busyTimes').execute()
})

const entry = (person: TestPerson, ...fieldKeys: string[]) => ({ teamMemberId: campaign.seatOf(person), fieldKeys })
const wholeRoster = () => [
  entry(planner, 'steering', 'apparatus', 'civil-service', 'general'),
  entry(member, 'institutions', 'admin-procedures', 'citizen-reception'),
  entry(otherMember, 'public-finance', 'digital-government'),
]
const slot = (
  roster = wholeRoster(),
  visitOn = '2026-09-15',
  revision = 0,
  halfDay: 'morning' | 'afternoon' = 'morning',
) => ({
  revision,
  visitOn,
  halfDay,
  place: 'Trụ sở UBND',
  roster,
  reason: null,
})

/** An unscheduled visit of another unit by the team's second group, so that only the people can be in the way. */
async function ofSecondGroup(unitCode = '10525') {
  const built = await buildInspection(house, { campaign, state: 'planned', visitOn: null, unitCode })
  await house.owner
    .updateTable('inspections')
    .set({ teamGroup: 2 })
    .where('inspectionId', '=', built.inspectionId)
    .execute()
  return built
}
const ofFirstGroup = () => buildInspection(house, { campaign, state: 'planned', visitOn: null })
const scheduleAs = (person: TestPerson, inspection: { inspectionId: string }, body: ReturnType<typeof slot>) =>
  house.as(person).call(scheduleInspection, { params: inspection, body })
const hidden = (visitOn = '2026-09-15') =>
  buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered', visitOn, unitCode: '10660' })
const takenOf = ({ inspectionId }: { inspectionId: string }) =>
  house.owner
    .selectFrom('inspectionRoster')
    .select(['takenPersonId', 'takenOn', 'takenHalfDay'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('position')
    .execute()

describe('nobody is in two places in one half-day', () => {
  test('two planners put one person on two visits at once: one stands, the other is told who and where, one audit line', async () => {
    const visits = [await ofFirstGroup(), await ofSecondGroup()] as const
    const answers = await Promise.all([
      scheduleAs(planner, visits[0], slot([entry(member, 'institutions')])),
      scheduleAs(otherPlanner, visits[1], slot([entry(member, 'institutions')])),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.findIndex(({ status }) => status === 409)
    expect(answers[lost]?.error).toMatchObject({ code: 'person-elsewhere' })
    expect(answers[lost]?.error?.sentence).toContain(
      `${member.fullName} đã có mặt ở buổi kiểm tra khác cùng buổi (${lost === 0 ? 'Phường Hải Dương' : 'Phường Lê Chân'})`,
    )
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('eventId')
      .where('action', '=', 'inspection.schedule')
      .where(
        'inspectionId',
        'in',
        visits.map(({ inspectionId }) => inspectionId),
      )
      .execute()
    expect(events).toHaveLength(1)
  })

  test('the database itself refuses, and the refusal is a sentence', async () => {
    const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    const second = await ofSecondGroup()
    await expect(
      house.owner
        .updateTable('inspections')
        .set({ visitOn: '2026-09-15', halfDay: 'morning', state: 'scheduled' })
        .where('inspectionId', '=', second.inspectionId)
        .execute()
        .then(() =>
          house.owner
            .insertInto('inspectionRoster')
            .values({ inspectionId: second.inspectionId, teamMemberId: campaign.seatOf(member) })
            .execute(),
        ),
    ).rejects.toMatchObject({ code: '23P01', constraint: 'one_place_per_person_and_half_day' })
    expect(await takenOf(first)).toHaveLength(3)
  })

  test('the other half-day, another day and a cancelled visit are free', async () => {
    const first = await ofFirstGroup()
    const second = await ofSecondGroup()
    ;(await scheduleAs(planner, first, slot())).ok()
    ;(await scheduleAs(planner, second, slot(wholeRoster(), '2026-09-15', 0, 'afternoon'))).ok()
    expect((await scheduleAs(planner, second, slot(wholeRoster(), '2026-09-15', 1))).error?.code).toBe(
      'person-elsewhere',
    )
    ;(await house.as(planner).call(cancelInspection, { params: first, body: { revision: 1, reason: 'Sáp nhập' } })).ok()
    ;(await scheduleAs(planner, second, slot(wholeRoster(), '2026-09-15', 1))).ok()
    expect((await takenOf(first)).every(({ takenOn }) => takenOn === null)).toBe(true)
  })

  test('a visit that moves takes its people along, and a seat its new person', async () => {
    const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    const move = (visitOn: string) =>
      house.owner.updateTable('inspections').set({ visitOn }).where('inspectionId', '=', first.inspectionId).execute()
    await move('2026-09-16')
    expect((await takenOf(first)).map(({ takenOn }) => takenOn)).toEqual(['2026-09-16', '2026-09-16', '2026-09-16'])
    const { members } = (await house.as(planner).call(getTeam, { params: campaign })).ok()
    const { teamMemberId, ...seat } = members.find(({ personId }) => personId === house.personId(member))!
    const { role, agencyCode, post, fieldKeys } = seat
    const give = async (personId: string | null) =>
      (
        await house
          .as(planner)
          .call(editTeamMember, { params: { teamMemberId }, body: { role, agencyCode, post, fieldKeys, personId } })
      ).ok()
    await give(house.personId(otherPlanner))
    expect((await takenOf(first))[1]?.takenPersonId).toBe(house.personId(otherPlanner))
    await give(house.personId(member))
    expect((await takenOf(first))[1]?.takenPersonId).toBe(house.personId(member))
  })

  test('two visits change places in one transaction once the constraints are deferred', async () => {
    const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    const second = await buildInspection(house, {
      campaign,
      state: 'scheduled',
      visitOn: '2026-09-16',
      unitCode: '10525',
    })
    const swap = (deferred: boolean) =>
      house.within(planner, async ({ db }) => {
        if (deferred)
          await sql`set constraints one_visit_per_half_day, one_place_per_person_and_half_day deferred`.execute(db)
        for (const [{ inspectionId }, visitOn] of [
          [first, '2026-09-16'],
          [second, '2026-09-15'],
        ] as const)
          await db.updateTable('inspections').set({ visitOn }).where('inspectionId', '=', inspectionId).execute()
      })
    await expect(swap(false)).rejects.toMatchObject({ code: '23P01' })
    await swap(true)
    expect((await takenOf(first))[0]?.takenOn).toBe('2026-09-16')
    expect((await takenOf(second))[0]?.takenOn).toBe('2026-09-15')
  })
})

describe('an unannounced inspection', () => {
  test('holds nobody: a planner who books its people at the same time succeeds, and sees them free', async () => {
    const secret = await hidden()
    expect((await takenOf(secret)).every((row) => Object.values(row).every((value) => value === null))).toBe(true)
    const first = await ofFirstGroup()
    const check = (
      await house.as(planner).call(checkRoster, { params: first, query: { visitOn: '2026-09-15', halfDay: 'morning' } })
    ).ok()
    expect(check.seats.every(({ busy, elsewhere }) => busy === null && elsewhere === null)).toBe(true)
    expect((await scheduleAs(planner, first, slot())).status).toBe(200)
    await house.owner
      .updateTable('inspections')
      .set({ state: 'opened' })
      .where('inspectionId', '=', secret.inspectionId)
      .execute()
    expect((await takenOf(secret)).every(({ takenOn }) => takenOn === null)).toBe(true)
  })

  test('does not keep a seat of its roster in the team; a visit that the planner knows does', async () => {
    const newSeat = async () =>
      (
        await house.owner
          .insertInto('teamMembers')
          .values({ campaignId: campaign.campaignId, role: 'member', post: 'Chuyên viên' })
          .returning('teamMemberId')
          .executeTakeFirstOrThrow()
      ).teamMemberId
    const remove = async (inspectionId: string | null) => {
      const teamMemberId = await newSeat()
      if (inspectionId)
        await house.owner.insertInto('inspectionRoster').values({ inspectionId, teamMemberId }).execute()
      const { status, error, raw } = await house.as(planner).call(removeTeamMember, { params: { teamMemberId } })
      return { status, code: error?.code, raw: raw.toString() }
    }
    const onNone = await remove(null)
    const onHidden = await remove((await hidden()).inspectionId)
    expect(onHidden).toEqual(onNone)
    expect(onNone.status).toBe(200)
    const known = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    expect(await remove(known.inspectionId)).toMatchObject({ status: 409, code: 'member-has-visits' })
  })
})

describe('a roster with gaps', () => {
  const announceAs = (
    person: TestPerson,
    inspection: { inspectionId: string },
    rosterReason: string | null,
    number = '215',
  ) =>
    house
      .as(person)
      .call(announceInspection, { params: inspection, body: { number, issuedOn: '2026-07-01', rosterReason } })

  test('may be scheduled, is refused to be announced, and goes out with a reason that is kept', async () => {
    const inspection = await ofFirstGroup()
    ;(await scheduleAs(planner, inspection, slot(wholeRoster().slice(0, 2)))).ok()
    const refused = await announceAs(planner, inspection, null)
    expect([refused.status, refused.error?.code]).toEqual([422, 'roster-incomplete'])
    expect(refused.error?.sentence).toContain('Cải cách tài chính công')
    expect(refused.error?.details).toMatchObject({
      gaps: [{ rule: 'field-uncovered' }, { rule: 'field-uncovered' }, { rule: 'below-quorum' }],
    })
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toEqual([])

    const told = (await announceAs(standingDeputy, inspection, 'Sở Tài chính gửi ý kiến bằng văn bản')).ok()
    expect(told.rosterExceptions).toMatchObject([
      { who: standingDeputy.fullName, reason: 'Sở Tài chính gửi ý kiến bằng văn bản' },
    ])
    expect(told.rosterExceptions[0]?.gaps).toHaveLength(3)
    expect((await house.as(unitOfficer).call(getInspection, { params: inspection })).ok().rosterExceptions).toEqual([])
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('details')
      .where('action', '=', 'inspection.roster-exception')
      .where('inspectionId', '=', inspection.inspectionId)
      .execute()
    expect(events).toHaveLength(1)
  })

  test('that is whole needs no reason, and a reason given all the same is not kept', async () => {
    const inspection = await ofFirstGroup()
    ;(await scheduleAs(planner, inspection, slot())).ok()
    expect((await announceAs(planner, inspection, 'Không cần')).ok().rosterExceptions).toEqual([])
  })

  test('because somebody is busy by then is told in words, without why they are busy', async () => {
    const inspection = await ofFirstGroup()
    ;(await scheduleAs(planner, inspection, slot())).ok()
    await house.owner
      .insertInto('busyTimes')
      .values({
        personId: house.personId(otherMember),
        fromOn: '2026-09-14',
        toOn: '2026-09-16',
        reason: 'Khám bệnh',
        enteredAt: '2026-07-01T00:00:00Z',
      })
      .execute()
    const answer = await house.as(standingDeputy).call(checkRoster, { params: inspection, query: {} })
    const { gaps } = answer.ok()
    expect(gaps[0]?.sentence).toBe(`${otherMember.fullName} bận từ 14/09/2026 đến 16/09/2026.`)
    expect(answer.raw.toString()).not.toContain('Khám bệnh')
    const refused = await announceAs(planner, inspection, null)
    expect(refused.error?.code).toBe('roster-incomplete')
  })

  test('is mended by the stand-in whom the team names for the field', async () => {
    const inspection = await ofFirstGroup()
    const params = { campaignId: campaign.campaignId, fieldKey: 'public-finance' }
    const standIns = [campaign.seatOf(leader), campaign.seatOf(member)]
    const field = (await house.as(planner).call(setStandIns, { params, body: { teamMemberIds: standIns } })).ok()
    expect(field.standIns).toEqual(standIns)
    await house.owner
      .insertInto('busyTimes')
      .values(
        [leader, otherMember].map((person) => ({
          personId: house.personId(person),
          fromOn: '2026-09-15',
          toOn: '2026-09-15',
          enteredAt: '2026-07-01T00:00:00Z',
        })),
      )
      .execute()
    const query = { visitOn: '2026-09-15', halfDay: 'morning' as const }
    const { proposed } = (await house.as(planner).call(checkRoster, { params: inspection, query })).ok()
    expect(proposed.find(({ fieldKeys }) => fieldKeys.includes('public-finance'))?.teamMemberId).toBe(
      campaign.seatOf(member),
    )
    const unknown = await house
      .as(planner)
      .call(setStandIns, { params, body: { teamMemberIds: [inspection.inspectionId] } })
    expect(unknown.error?.code).toBe('no-such-team-member')
    ;(await house.as(planner).call(setStandIns, { params, body: { teamMemberIds: [] } })).ok()
  })
})
