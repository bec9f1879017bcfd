import {
  announceInspection,
  checkSlot,
  getInspection,
  listPlaces,
  listSlots,
  moveInspection,
  scheduleInspection,
  swapInspections,
} from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  member,
  otherMember,
  otherPlanner,
  otherUnitOfficer,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
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
  for (const table of ['documents', 'notifications', 'mails', 'inspections', 'busyTimes'] as const)
    await house.owner.deleteFrom(table).execute()
  await house.owner.updateTable('campaigns').set({ scheduling: '{}' }).execute()
})

type Half = 'morning' | 'afternoon'
const to = (visitOn: string, revision = 0, more: { halfDay?: Half; reason?: string; teamGroup?: number } = {}) => ({
  revision,
  visitOn,
  halfDay: more.halfDay ?? ('morning' as const),
  teamGroup: more.teamGroup,
  reason: more.reason ?? null,
})
const move = (inspectionId: string, body: ReturnType<typeof to>, person: TestPerson = planner) =>
  house.as(person).call(moveInspection, { params: { inspectionId }, body })
const scheduled = (visitOn: string, unitCode?: string, halfDay: Half = 'morning') =>
  buildInspection(house, { campaign, state: 'scheduled', visitOn, halfDay, unitCode })
const moves = (...inspectionIds: string[]) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('action', '=', 'inspection.move')
    .where('inspectionId', 'in', inspectionIds)
    .execute()
const notices = (inspectionId: string) =>
  house.owner
    .selectFrom('documents')
    .select(['number', 'state'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('number')
    .execute()
const announced = async (visitOn: string, number: string, unitCode?: string, halfDay: Half = 'morning') => {
  const { inspectionId } = await scheduled(visitOn, unitCode, halfDay)
  const body = { number, issuedOn: '2026-07-01' }
  return (await house.as(planner).call(announceInspection, { params: { inspectionId }, body })).ok()
}
/** Who was told, by username and kind, once each. */
const told = async (inspectionId: string) => {
  const rows = await house.owner
    .selectFrom('notifications')
    .innerJoin('people', 'people.personId', 'notifications.personId')
    .select(['people.accountId', 'kind'])
    .where('inspectionId', '=', inspectionId)
    .where('kind', 'in', ['inspection.move', 'inspection.schedule'])
    .execute()
  return rows.map(({ accountId }) => accountId).sort()
}
const names = (...people: TestPerson[]) => people.map(({ username }) => username).sort()

describe('moving', () => {
  test('keeps place and roster, recomputes the deadline and keeps why', async () => {
    const { inspectionId } = await scheduled('2026-09-15')
    const before = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
    const after = (
      await move(inspectionId, to('2026-09-22', 0, { halfDay: 'afternoon', reason: 'Đơn vị đề nghị' }))
    ).ok()
    expect(after).toMatchObject({
      state: 'scheduled',
      visitOn: '2026-09-22',
      halfDay: 'afternoon',
      reportDueOn: '2026-09-17',
      place: before.place,
      revision: 1,
    })
    expect(after.roster).toEqual(before.roster)
    expect(after.deadlineChanges.at(-1)).toMatchObject({ from: '2026-09-10', to: '2026-09-17' })
    expect(after.deadlineChanges.at(-1)?.cause).toBe('Dời buổi kiểm tra sang chiều thứ Ba 22/09/2026: Đơn vị đề nghị')
    expect(after.history[0]).toMatchObject({ what: 'Dời lịch', reason: 'Đơn vị đề nghị' })
  })

  test.each([
    ['2026-12-01', 422, 'outside-period'],
    ['2026-09-02', 422, 'not-a-working-day'],
    ['2026-07-02', 422, 'report-due-passed'],
    ['2026-09-16', 409, 'slot-taken'],
  ])('to %s is refused as the board says, and nothing changes', async (visitOn, status, code) => {
    const { inspectionId } = await scheduled('2026-09-15')
    await scheduled('2026-09-16', '10525')
    const slots = await house
      .as(planner)
      .call(listSlots, { params: { inspectionId }, query: { from: visitOn, to: visitOn } })
    expect(slots.ok().slots[0]?.verdict).toBe('blocked')
    expect(slots.ok().slots[0]?.problems[0]).toMatchObject({ rule: code, blocks: true })
    const answer = await move(inspectionId, to(visitOn))
    expect([answer.status, answer.error?.code]).toEqual([status, code])
    expect(answer.error?.sentence).toBe(slots.ok().slots[0]?.problems[0]?.sentence)
    expect(await moves(inspectionId)).toEqual([])
    expect(await told(inspectionId)).toEqual([])
  })

  test('warnings never block', async () => {
    const { inspectionId } = await scheduled('2026-09-15')
    const time = { fromOn: '2026-07-07', toOn: '2026-07-08', reason: 'Họp', enteredAt: '2026-07-01T02:00:00Z' }
    await house.owner
      .insertInto('busyTimes')
      .values([
        { ...time, personId: house.personId(member) },
        { ...time, unitCode: '11383' },
      ])
      .execute()
    const query = { from: '2026-07-07', to: '2026-07-07' }
    const [slot] = (await house.as(planner).call(listSlots, { params: { inspectionId }, query })).ok().slots
    expect(slot?.verdict).toBe('warned')
    expect(slot?.problems.map(({ rule }) => rule)).toEqual(['person-busy', 'unit-busy', 'notice-short'])
    expect((await move(inspectionId, to('2026-07-07'))).status).toBe(200)
  })

  test('one that has no half-day yet is scheduled first', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    expect((await move(inspectionId, to('2026-09-15'))).error?.code).toBe('wrong-state')
  })

  test('two movers of one visit: one stands, the other sees it, one audit line', async () => {
    const { inspectionId } = await scheduled('2026-09-15')
    const answers = await Promise.all([
      move(inspectionId, to('2026-09-22')),
      move(inspectionId, to('2026-09-23'), otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.error).toMatchObject({ code: 'changed-meanwhile', details: { revision: 1 } })
    expect(await moves(inspectionId)).toHaveLength(1)
  })

  test('two visits moved to one half-day at once: one stands, one audit line', async () => {
    const one = await scheduled('2026-09-15')
    const two = await scheduled('2026-09-16', '10525')
    const answers = await Promise.all([
      move(one.inspectionId, to('2026-09-22')),
      move(two.inspectionId, to('2026-09-22'), otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.error?.code).toBe('slot-taken')
    expect(await moves(one.inspectionId, two.inspectionId)).toHaveLength(1)
  })

  test('a unit that has been told: a reason, a lapsed notice, everybody concerned told, by mail too', async () => {
    const view = await announced('2026-09-15', '401')
    const { inspectionId } = view
    await house.owner.deleteFrom('notifications').execute()
    await house.owner.deleteFrom('mails').execute()
    await house.owner
      .updateTable('people')
      .set({ email: 'vi-du@vi-du.invalid' })
      .where('personId', 'in', [unitHead, planner].map(house.personId))
      .execute()
    expect((await move(inspectionId, to('2026-09-22', view.revision))).error?.code).toBe('reason-needed')
    const reason = 'Lãnh đạo đơn vị đi công tác'
    const moved = (await move(inspectionId, to('2026-09-22', view.revision, { reason }))).ok()
    expect(moved).toMatchObject({ state: 'announced', next: { what: 'Thông báo lại lịch' } })
    expect(await notices(inspectionId)).toEqual([{ number: '401', state: 'replaced' }])
    expect(await told(inspectionId)).toEqual(names(member, otherMember, standingDeputy, unitOfficer, unitHead))
    const mails = await house.owner.selectFrom('mails').select(['personId', 'body', 'inspectionId']).execute()
    expect(mails.map(({ personId }) => personId)).toEqual([house.personId(unitHead)])
    expect(mails[0]?.body).toContain(`Lý do: ${reason}`)
    await house.owner.updateTable('people').set({ email: null }).execute()
  })

  test('a unit that does not know of its visit is not told', async () => {
    const { inspectionId } = await scheduled('2026-09-15')
    ;(await move(inspectionId, to('2026-09-22'))).ok()
    expect(await told(inspectionId)).toEqual(names(member, otherMember, standingDeputy))
  })

  test('before moving, the mover is told what changes and who will hear of it', async () => {
    const { inspectionId } = await announced('2026-09-15', '402')
    const query = { visitOn: '2026-09-22', halfDay: 'morning' as const }
    const { changes, reportDueOn } = (await house.as(planner).call(checkSlot, { params: { inspectionId }, query })).ok()
    expect(changes).toEqual({
      reportDueOn: '2026-09-10',
      needsReason: true,
      notice: '402/TB-SNV',
      tells: [
        { who: 'Thành phần buổi kiểm tra', names: [member.fullName, otherMember.fullName] },
        { who: 'Phó Trưởng đoàn Thường trực', names: [standingDeputy.fullName] },
        { who: 'Phường Lê Chân', names: [unitOfficer.fullName, unitHead.fullName] },
      ],
    })
    expect(reportDueOn).toBe('2026-09-17')
  })
})

describe('taking a move back', () => {
  const reason = 'Hoàn tác'

  test('lets the notice stand again, and what stood a moment ago may stand whatever today is', async () => {
    const view = await announced('2026-07-15', '411')
    const { inspectionId } = view
    // The report of this visit is due the day before: nobody could choose the day now.
    house.clock.set('2026-07-13T02:00:00Z')
    const moved = (await move(inspectionId, to('2026-07-22', view.revision, { reason: 'Kéo nhầm' }))).ok()
    expect(moved.actions).toContain('announce')
    const back = (await move(inspectionId, to('2026-07-15', moved.revision, { reason }))).ok()
    expect(back).toMatchObject({ visitOn: '2026-07-15', reportDueOn: '2026-07-10', revision: view.revision + 2 })
    expect(back.actions).not.toContain('announce')
    expect(await notices(inspectionId)).toEqual([{ number: '411', state: 'issued' }])
    expect(back.history.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['Hoàn tác', 'Kéo nhầm']))
  })

  test.each([
    ['by somebody else', otherPlanner, 0],
    ['after an hour', planner, 60],
  ])('%s it is a move like any other', async (_, person, minutes) => {
    const view = await announced('2026-07-15', '412')
    const { inspectionId } = view
    house.clock.set('2026-07-13T02:00:00Z')
    const moved = (await move(inspectionId, to('2026-07-22', view.revision, { reason: 'Kéo nhầm' }))).ok()
    house.clock.set(new Date(Date.parse('2026-07-13T02:00:00Z') + minutes * 60_000).toISOString())
    const back = await move(inspectionId, to('2026-07-15', moved.revision, { reason }), person)
    expect(back.error?.code).toBe('report-due-passed')
  })

  test('but not where another visit has taken the place', async () => {
    const one = await scheduled('2026-09-15')
    const two = await scheduled('2026-09-16', '10525')
    const moved = (await move(one.inspectionId, to('2026-09-22'))).ok()
    ;(await move(two.inspectionId, to('2026-09-15'))).ok()
    expect((await move(one.inspectionId, to('2026-09-15', moved.revision))).error?.code).toBe('slot-taken')
  })
})

describe('two visits change places', () => {
  const swap = (
    inspectionId: string,
    other: string,
    revisions = [0, 0],
    reason: string | null = null,
    person = planner,
  ) =>
    house.as(person).call(swapInspections, {
      params: { inspectionId },
      body: { revision: revisions[0]!, withInspectionId: other, withRevision: revisions[1]!, reason },
    })

  test('in one go, both with their new deadlines, an audit line each', async () => {
    const one = await scheduled('2026-09-15')
    const two = await scheduled('2026-09-22', '10525', 'afternoon')
    const query = { from: '2026-09-22', to: '2026-09-22' }
    const [, slot] = (await house.as(planner).call(listSlots, { params: one, query })).ok().slots
    expect(slot).toMatchObject({ verdict: 'blocked', swapWith: two.inspectionId })
    const { inspections } = (await swap(one.inspectionId, two.inspectionId)).ok()
    expect(inspections).toMatchObject([
      { visitOn: '2026-09-22', halfDay: 'afternoon', reportDueOn: '2026-09-17', revision: 1 },
      { visitOn: '2026-09-15', halfDay: 'morning', reportDueOn: '2026-09-10', revision: 1 },
    ])
    const events = await moves(one.inspectionId, two.inspectionId)
    expect(events.map(({ details }) => (details as { swappedWith?: string }).swappedWith).sort()).toEqual(
      [one.inspectionId, two.inspectionId].sort(),
    )
  })

  test('needs a reason where one of them was announced, and refuses whole or not at all', async () => {
    const one = await announced('2026-09-15', '421')
    const two = await scheduled('2026-09-22', '10525')
    const silent = await swap(one.inspectionId, two.inspectionId, [one.revision, 0])
    expect(silent.error?.code).toBe('reason-needed')
    const stale = await swap(one.inspectionId, two.inspectionId, [one.revision, 7], 'Đổi')
    expect(stale.error?.code).toBe('changed-meanwhile')
    expect(await moves(one.inspectionId, two.inspectionId)).toEqual([])
    ;(await swap(one.inspectionId, two.inspectionId, [one.revision, 0], 'Đổi')).ok()
    expect(await notices(one.inspectionId)).toEqual([{ number: '421', state: 'replaced' }])
  })

  test('is refused where the other one could not stand there', async () => {
    const one = await scheduled('2026-07-06')
    const two = await scheduled('2026-09-22', '10525')
    house.clock.set('2026-07-03T02:00:00Z')
    const query = { from: '2026-09-22', to: '2026-09-22' }
    const [slot] = (await house.as(planner).call(listSlots, { params: one, query })).ok().slots
    expect(slot?.swapWith).toBeNull()
    expect((await swap(one.inspectionId, two.inspectionId)).error?.code).toBe('report-due-passed')
  })

  test('a visit with itself or without a half-day does not', async () => {
    const one = await scheduled('2026-09-15')
    const two = await buildInspection(house, { campaign, state: 'planned', visitOn: null, unitCode: '10525' })
    expect((await swap(one.inspectionId, one.inspectionId)).error?.code).toBe('nothing-to-swap')
    expect((await swap(one.inspectionId, two.inspectionId)).error?.code).toBe('nothing-to-swap')
  })

  test('two who swap the same pair at once, from either side: one stands', async () => {
    const one = await scheduled('2026-09-15')
    const two = await scheduled('2026-09-22', '10525')
    const answers = await Promise.all([
      swap(one.inspectionId, two.inspectionId),
      swap(two.inspectionId, one.inspectionId, [0, 0], null, otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await moves(one.inspectionId, two.inspectionId)).toHaveLength(2)
  })
})

describe('groups of the team', () => {
  test('a visit goes to another group where the half-day is taken, and there are no more groups than were set', async () => {
    await house.owner
      .updateTable('campaigns')
      .set({ scheduling: JSON.stringify({ teamGroups: 2 }) })
      .execute()
    const one = await scheduled('2026-09-15')
    const two = await scheduled('2026-09-16', '10525')
    await house.owner.deleteFrom('inspectionRoster').where('inspectionId', '=', two.inspectionId).execute()
    expect((await move(one.inspectionId, to('2026-09-16'))).error?.code).toBe('slot-taken')
    expect((await move(one.inspectionId, to('2026-09-16', 0, { teamGroup: 3 }))).error?.code).toBe('no-such-group')
    expect((await move(one.inspectionId, to('2026-09-16', 0, { teamGroup: 2 }))).ok()).toMatchObject({ teamGroup: 2 })
  })

  test('another group on the half-day that the unit knows needs no reason and leaves the notice standing', async () => {
    await house.owner
      .updateTable('campaigns')
      .set({ scheduling: JSON.stringify({ teamGroups: 2 }) })
      .execute()
    const { inspectionId, revision } = await announced('2026-09-15', '431')
    const moved = (await move(inspectionId, to('2026-09-15', revision, { teamGroup: 2 }))).ok()
    expect(moved).toMatchObject({ teamGroup: 2, visitOn: '2026-09-15' })
    expect(await notices(inspectionId)).toEqual([{ number: '431', state: 'issued' }])
  })

  test('somebody of the roster who goes with the other group stands in the way', async () => {
    await house.owner
      .updateTable('campaigns')
      .set({ scheduling: JSON.stringify({ teamGroups: 2 }) })
      .execute()
    const one = await scheduled('2026-09-15')
    await scheduled('2026-09-16', '10525')
    const answer = await move(one.inspectionId, to('2026-09-16', 0, { teamGroup: 2 }))
    expect(answer.error).toMatchObject({ code: 'person-elsewhere' })
    expect(answer.error?.sentence).toContain('Phường Hải Dương')
  })
})

test('a first half-day tells the roster, a changed roster those whose part changes', async () => {
  const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
  const body = (revision: number, ...people: TestPerson[]) => ({
    ...to('2026-09-15', revision),
    place: 'Trụ sở UBND',
    roster: people.map((person) => ({ teamMemberId: campaign.seatOf(person), fieldKeys: [] })),
  })
  const save = async (...sent: Parameters<typeof body>) =>
    (await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body: body(...sent) })).ok()
  await save(0, planner, member)
  expect(await told(inspectionId)).toEqual(names(member))
  await house.owner.deleteFrom('notifications').execute()
  await save(1, planner, otherMember, leader)
  expect(await told(inspectionId)).toEqual(names(member, otherMember, leader))
})

describe('the stretch of a board', () => {
  test('says where the visit stands, half-day by half-day, and is bounded', async () => {
    const { inspectionId } = await scheduled('2026-09-15')
    const ask = (from: string, until: string) =>
      house.as(planner).call(listSlots, { params: { inspectionId }, query: { from, to: until } })
    const { slots, teamGroups } = (await ask('2026-08-31', '2026-10-04')).ok()
    expect(teamGroups).toBe(1)
    expect(slots).toHaveLength(70)
    expect(slots.filter(({ verdict }) => verdict === 'stands')).toMatchObject([
      { visitOn: '2026-09-15', halfDay: 'morning', problems: [] },
    ])
    expect((await ask('2026-01-01', '2026-12-31')).status).toBe(400)
    expect((await ask('2026-09-02', '2026-09-01')).status).toBe(400)
  })

  test('an unannounced visit takes no place and says nothing, not even to its circle: a board has onlookers', async () => {
    const hidden = await buildInspection(house, {
      campaign,
      kind: 'unannounced',
      state: 'ordered',
      visitOn: '2026-09-22',
      unitCode: '10525',
    })
    const { inspectionId } = await scheduled('2026-09-15')
    await house.owner
      .insertInto('inspectionCircle')
      .values({ inspectionId: hidden.inspectionId, personId: house.personId(planner) })
      .execute()
    for (const person of [planner, otherPlanner]) {
      const query = { from: '2026-09-22', to: '2026-09-22' }
      const { slots } = (await house.as(person).call(listSlots, { params: { inspectionId }, query })).ok()
      expect(slots.map(({ verdict, problems }) => [verdict, problems])).toEqual([
        ['free', []],
        ['free', []],
      ])
    }
    expect((await move(inspectionId, to('2026-09-22'))).status).toBe(200)
  })
})

test('places are of the whole catalogue, whoever asks', async () => {
  const ofPlanner = (await house.as(planner).call(listPlaces, { params: campaign })).ok()
  expect(ofPlanner.office).toMatchObject({ name: 'Sở Nội vụ' })
  expect(ofPlanner.units).toHaveLength(114)
  expect((await house.as(leader).call(listPlaces, { params: campaign })).ok()).toEqual(ofPlanner)
  expect((await house.as(otherUnitOfficer).call(listPlaces, { params: campaign })).status).toBe(403)
})
