import {
  announceInspection,
  cancelInspection,
  checkSlot,
  getHome,
  getInspection,
  scheduleInspection,
} from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  member,
  otherMember,
  otherPlanner,
  otherUnitOfficer,
  planner,
  standingDeputy,
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
})

const slot = (visitOn: string, revision = 0, more: { halfDay?: 'morning' | 'afternoon'; reason?: string } = {}) => ({
  revision,
  visitOn,
  halfDay: more.halfDay ?? ('morning' as const),
  place: 'Trụ sở UBND',
  roster: [
    { teamMemberId: campaign.seatOf(planner), fieldKeys: ['steering', 'apparatus', 'civil-service', 'general'] },
    { teamMemberId: campaign.seatOf(member), fieldKeys: ['institutions', 'admin-procedures', 'citizen-reception'] },
    { teamMemberId: campaign.seatOf(otherMember), fieldKeys: ['public-finance', 'digital-government'] },
  ],
  reason: more.reason ?? null,
})

describe('scheduling', () => {
  test('gives a date, a report deadline and a roster', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    const view = (
      await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body: slot('2026-09-03') })
    ).ok()
    expect(view).toMatchObject({
      state: 'scheduled',
      visitOn: '2026-09-03',
      reportDueOn: '2026-08-26',
      stage: 'scheduled',
    })
    expect(view.roster.map(({ fullName }) => fullName)).toEqual(
      [planner, member, otherMember].map((each) => each.fullName),
    )
    expect(view.counted.filter(({ working }) => working)).toHaveLength(3)
  })

  test.each([
    ['2026-12-01', 422, 'outside-period'],
    ['2026-09-02', 422, 'not-a-working-day'],
    ['2026-07-05', 422, 'not-a-working-day'],
    ['2026-07-02', 422, 'report-due-passed'],
  ])('on %s is refused with the rule named', async (visitOn, status, code) => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    const answer = await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body: slot(visitOn) })
    expect([answer.status, answer.error?.code]).toEqual([status, code])
    const check = (
      await house.as(planner).call(checkSlot, { params: { inspectionId }, query: { visitOn, halfDay: 'morning' } })
    ).ok()
    expect(check.problems[0]).toMatchObject({ rule: code, blocks: true })
  })

  test('two planners race for one half-day: one stands, the other is told, one audit line', async () => {
    const first = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    const second = await buildInspection(house, { campaign, state: 'planned', visitOn: null, unitCode: '10525' })
    const answers = await Promise.all([
      house.as(planner).call(scheduleInspection, { params: first, body: slot('2026-09-15') }),
      house.as(otherPlanner).call(scheduleInspection, { params: second, body: slot('2026-09-15') }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.error?.code).toBe('slot-taken')
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('eventId')
      .where('action', '=', 'inspection.schedule')
      .where('inspectionId', 'in', [first.inspectionId, second.inspectionId])
      .execute()
    expect(events).toHaveLength(1)
  })

  test('with a stale revision is refused and shows what stands', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    ;(await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body: slot('2026-09-15') })).ok()
    const stale = await house
      .as(otherPlanner)
      .call(scheduleInspection, { params: { inspectionId }, body: slot('2026-09-16') })
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ visitOn: '2026-09-15' })
  })

  test('a second planned inspection of a unit in the year is refused by the database', async () => {
    await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    await expect(buildInspection(house, { campaign, state: 'planned', visitOn: null })).rejects.toThrow(
      'one_planned_inspection_per_unit_and_year',
    )
    await expect(
      buildInspection(house, { campaign, kind: 'thematic', state: 'separate' as never, visitOn: null }),
    ).rejects.toThrow('one_planned_inspection_per_unit_and_year')
  })
})

describe('announcing', () => {
  test('issues the notice with its number, and only then the unit knows', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null })
    const scheduled = (
      await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body: slot('2026-09-15') })
    ).ok()
    expect((await house.as(unitOfficer).call(getInspection, { params: { inspectionId } })).status).toBe(404)
    expect(scheduled.actions).toContain('announce')
    const announced = (
      await house
        .as(planner)
        .call(announceInspection, { params: { inspectionId }, body: { number: '215', issuedOn: '2026-07-01' } })
    ).ok()
    expect(announced).toMatchObject({ state: 'announced', reportState: 'not-started' })
    expect((await house.as(unitOfficer).call(getInspection, { params: { inspectionId } })).ok()).toMatchObject({
      unitName: 'Phường Lê Chân',
      actions: [],
    })
    expect((await house.as(otherUnitOfficer).call(getInspection, { params: { inspectionId } })).error?.code).toBe(
      'no-such-inspection',
    )
    const [document] = await house.owner
      .selectFrom('documents')
      .selectAll()
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect(document).toMatchObject({ number: '215', symbol: 'TB-SNV', kind: 'schedule-notice' })
    expect(JSON.stringify(document?.paper)).toContain('15/09/2026')
  })

  test('a number is given once a year', async () => {
    const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    const second = await buildInspection(house, {
      campaign,
      state: 'scheduled',
      visitOn: '2026-09-16',
      unitCode: '10525',
    })
    const issue = (inspectionId: string) =>
      house
        .as(planner)
        .call(announceInspection, { params: { inspectionId }, body: { number: '300', issuedOn: '2026-07-01' } })
    expect((await issue(first.inspectionId)).status).toBe(200)
    const twice = await issue(second.inspectionId)
    expect([twice.status, twice.error?.code]).toEqual([409, 'number-taken'])
    expect(
      (await house.as(planner).call(getInspection, { params: { inspectionId: second.inspectionId } })).ok().state,
    ).toBe('scheduled')
  })

  test('a move afterwards needs a reason, moves the deadline, and asks for a new notice', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    ;(
      await house
        .as(planner)
        .call(announceInspection, { params: { inspectionId }, body: { number: '301', issuedOn: '2026-07-01' } })
    ).ok()
    const view = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
    const silent = await house
      .as(planner)
      .call(scheduleInspection, { params: { inspectionId }, body: slot('2026-09-22', view.revision) })
    expect(silent.error?.code).toBe('reason-needed')
    const moved = (
      await house.as(planner).call(scheduleInspection, {
        params: { inspectionId },
        body: slot('2026-09-22', view.revision, { reason: 'Lãnh đạo đi công tác' }),
      })
    ).ok()
    expect(moved).toMatchObject({ state: 'announced', reportDueOn: '2026-09-17', next: { what: 'Thông báo lại lịch' } })
    expect(moved.actions).toContain('announce')
    expect(moved.deadlineChanges.at(-1)?.cause).toContain('Lãnh đạo đi công tác')
    expect(moved.history.map(({ what }) => what)).toContain('Dời lịch')
    const again = (
      await house
        .as(planner)
        .call(announceInspection, { params: { inspectionId }, body: { number: '302', issuedOn: '2026-07-01' } })
    ).ok()
    expect(again.actions).not.toContain('announce')
    const notices = await house.owner
      .selectFrom('documents')
      .select(['number', 'state'])
      .where('inspectionId', '=', inspectionId)
      .orderBy('number')
      .execute()
    expect(notices).toEqual([
      { number: '301', state: 'replaced' },
      { number: '302', state: 'issued' },
    ])
  })
})

test('a visit under way is neither moved nor cancelled', async () => {
  const { inspectionId } = await buildInspection(house, { campaign, visitOn: '2026-09-15' })
  await house.owner.insertInto('visits').values({ inspectionId, startedAt: '2026-09-15T01:00:00Z' }).execute()
  const params = { inspectionId }
  const move = await house
    .as(planner)
    .call(scheduleInspection, { params, body: slot('2026-09-22', 0, { reason: 'Bận' }) })
  const cancel = await house.as(planner).call(cancelInspection, { params, body: { revision: 0, reason: 'Bận' } })
  expect([move.error?.code, cancel.error?.code]).toEqual(['wrong-state', 'wrong-state'])
})

test('a cancelled inspection frees its half-day', async () => {
  const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
  const second = await buildInspection(house, { campaign, state: 'planned', visitOn: null, unitCode: '10525' })
  ;(
    await house.as(planner).call(cancelInspection, { params: first, body: { revision: 0, reason: 'Đơn vị sáp nhập' } })
  ).ok()
  expect((await house.as(planner).call(scheduleInspection, { params: second, body: slot('2026-09-15') })).status).toBe(
    200,
  )
})

describe('the control desk', () => {
  test('counts coverage by block and lists what is late first', async () => {
    await buildInspection(house, { campaign, state: 'visited', visitOn: '2026-07-14' })
    await buildInspection(house, { campaign, visitOn: '2026-07-16', unitCode: '10525' })
    house.clock.set('2026-07-14T02:00:00Z')
    const home = (await house.as(standingDeputy).call(getHome, { params: campaign })).ok()
    expect(home.coverage).toEqual([
      { block: 'Sở, ban, ngành', done: 0, planned: 0, all: 14 },
      { block: 'Phường', done: 1, planned: 2, all: 45 },
      { block: 'Xã, đặc khu', done: 0, planned: 0, all: 69 },
    ])
    expect(home.tasks[0]?.tone).toBe('late')
  })
})
