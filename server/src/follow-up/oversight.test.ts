import {
  getRecommendation,
  listRecommendations,
  planRevisit,
  submitRemedy,
  verifyRemedy,
} from '@cchc/domain/follow-up/contract.ts'
import { askMoreTime } from '@cchc/domain/follow-up/extension-contract.ts'
import { listEarlierRecommendations, listOverdue } from '@cchc/domain/follow-up/oversight-contract.ts'
import { recordThirdPartyStep } from '@cchc/domain/follow-up/third-party-contract.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  member,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { remindToday } from '../reminders/remind-today.ts'
import { concluded } from './cases/concluded.ts'

let house: TestHouse
let campaign: BuiltCampaign
let inspectionId: string
let recommendationId: string
let second: string
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  house.clock.set('2026-07-20T02:00:00Z')
  const built = await concluded(house, campaign)
  inspectionId = built.inspectionId
  ;[recommendationId, second] = built.ids
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-08-10T02:00:00Z')
  for (const table of [
    'notifications',
    'reminders',
    'recommendationExtensions',
    'recommendationDueChanges',
    'thirdPartySteps',
    'remedies',
  ] as const)
    await house.owner.deleteFrom(table).execute()
  await house.owner
    .updateTable('recommendations')
    .set({ dueOn: '2026-08-17', state: 'open', addresseeKind: 'unit' })
    .execute()
  await house.owner
    .updateTable('recommendations')
    .set({ state: 'verified' })
    .where('recommendationId', '=', second)
    .execute()
})

const params = () => ({ recommendationId })
const remedy = () => house.as(unitOfficer).call(submitRemedy, { params: params(), body: { text: 'Đã làm' } })
const told = async (person: TestPerson) =>
  (
    await house.owner
      .selectFrom('notifications')
      .select('kind')
      .where('personId', '=', house.personId(person))
      .where('kind', 'in', ['reminder.send', 'reminder.climb'])
      .execute()
  ).length
async function mornings(from: string, to: string) {
  for (
    let day = new Date(`${from}T00:00:00Z`);
    day <= new Date(`${to}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    house.clock.set(day.toISOString())
    await house.within(planner, remindToday)
  }
}
const climbed = async () => [
  await told(unitOfficer),
  await told(unitHead),
  await told(standingDeputy),
  await told(leader),
]
const overdue = async (person = standingDeputy) =>
  (await house.as(person).call(listOverdue, { params: campaign })).ok().recommendations

test('overdue climbs from the officers to the leader, each once a step, and the view shows how far', async () => {
  await mornings('2026-08-06', '2026-08-17')
  expect(await climbed()).toEqual([4, 2, 0, 0])
  await mornings('2026-08-18', '2026-08-19')
  expect(await climbed()).toEqual([5, 3, 0, 0])
  await mornings('2026-08-20', '2026-08-25')
  const [officers, , deputy, boss] = await climbed()
  expect([officers! > 5, deputy! > 0, boss]).toEqual([true, true, 0])
  const [row] = await overdue()
  expect(row!.climb.map(({ reached, told: one }) => [reached, one !== null])).toEqual([
    [true, true],
    [true, true],
    [true, true],
    [false, false],
  ])
  expect(row!.climb[2]!.told!.people).toContain(standingDeputy.fullName)
  await mornings('2026-08-26', '2026-09-04')
  expect(await told(leader)).toBeGreaterThan(0)
  expect((await overdue(leader))[0]!.climb[3]!.told!.people).toContain(leader.fullName)
  expect((await house.as(unitHead).call(listOverdue, { params: campaign })).status).toBe(403)
})

test.each([
  ['reported', async () => (await remedy()).ok()],
  [
    'asked more time for',
    async () =>
      (
        await house.as(unitHead).call(askMoreTime, { params: params(), body: { reason: 'x', wishedOn: '2026-08-24' } })
      ).ok(),
  ],
  ['done', () => house.owner.updateTable('recommendations').set({ state: 'verified' }).execute()],
  [
    'addressed to a ministry',
    () => house.owner.updateTable('recommendations').set({ addresseeKind: 'ministry' }).execute(),
  ],
])('nobody is reminded of what was %s', async (_, act) => {
  await act()
  await mornings('2026-08-11', '2026-08-28')
  expect(await climbed()).toEqual([0, 0, 0, 0])
})

test('verified by a re-visit: noted, told, judged with what was seen; not adequate goes back with a new date', async () => {
  ;(await remedy()).ok()
  const note = { on: '2026-08-12', halfDay: 'morning', note: 'Xem sổ một cửa' } as const
  const plan = (on: string) => house.as(member).call(planRevisit, { params: params(), body: { ...note, on } })
  expect((await plan('2026-08-09')).error?.code).toBe('revisit-day')
  expect((await plan('2026-08-12')).ok().remedies[0]).toMatchObject({
    revisit: { on: '2026-08-12', by: member.fullName },
  })
  const judge = (verdict: 'adequate' | 'not-adequate', change = {}) =>
    house.as(member).call(verifyRemedy, {
      params: params(),
      body: { verdict, reason: 'Sổ còn thiếu', visited: { on: '2026-08-12', halfDay: 'morning' }, ...change },
    })
  expect((await judge('adequate')).error?.code).toBe('revisit-day')
  house.clock.set('2026-08-12T05:00:00Z')
  expect((await judge('adequate', { reason: '' })).error?.code).toBe('verdict-reason-needed')
  expect((await judge('not-adequate', { dueOn: '2026-08-14' })).error?.code).toBe('more-time-date')
  const back = (await judge('not-adequate', { dueOn: '2026-08-26' })).ok()
  expect(back).toMatchObject({
    state: 'sent-back',
    dueOn: '2026-08-26',
    extended: 0,
    remedies: [{ verifiedHow: 'visit', sentBackDueOn: '2026-08-26', verdictReason: 'Sổ còn thiếu' }],
  })
  ;(await remedy()).ok()
  const done = (await judge('adequate', { visited: null, reason: '' })).ok()
  expect(done.remedies.map(({ verifiedHow, verdict }) => [verifiedHow, verdict])).toEqual([
    ['visit', 'not-adequate'],
    ['paper', 'adequate'],
  ])
  await house.owner.updateTable('inspections').set({ state: 'concluded' }).execute()
})

test('a recommendation to a ministry is sent on, answered and closed, and its unit owes nothing', async () => {
  await house.owner
    .updateTable('recommendations')
    .set({ addresseeKind: 'ministry' })
    .where('recommendationId', '=', recommendationId)
    .execute()
  house.clock.set('2026-09-10T02:00:00Z')
  const step = (name: 'sent-on' | 'answered' | 'closed', change = {}, person: TestPerson = planner) =>
    house.as(person).call(recordThirdPartyStep, {
      params: params(),
      body: { step: name, onDay: '2026-09-01', letter: '95/SNV-CCHC', note: 'Nội dung', ...change },
    })
  expect(await overdue()).toEqual([])
  expect((await remedy()).error?.code).toBe('wrong-state')
  expect((await step('answered')).error?.code).toBe('third-party-step')
  expect((await step('sent-on', {}, member)).status).toBe(403)
  ;(await step('sent-on')).ok()
  ;(await step('answered', { onDay: '2026-09-08', letter: '7/BNV' })).ok()
  ;(await step('closed', { onDay: '2026-09-09', letter: '' })).ok()
  const after = (await house.as(planner).call(getRecommendation, { params: params() })).ok()
  expect(after).toMatchObject({
    state: 'verified',
    actions: [],
    thirdParty: [{ letter: '95/SNV-CCHC' }, {}, { step: 'closed' }],
  })
  expect((await step('sent-on')).error?.code).toBe('wrong-state')
})

test('what stays open is carried into the next campaign and offered to the next visit of the same unit', async () => {
  await house.owner.updateTable('campaigns').set({ state: 'closed' }).execute()
  const next = await buildCampaign(house, { year: 2027, number: '9001' })
  const visit = async (unitCode: string) => {
    const built = await house.owner
      .insertInto('inspections')
      .values({
        campaignId: next.campaignId,
        unitCode,
        year: 2027,
        kind: 'planned',
        state: 'announced',
        visitOn: '2027-07-14',
        halfDay: unitCode === '11383' ? 'morning' : 'afternoon',
        leadWorkingDays: 3,
      })
      .returning('inspectionId')
      .executeTakeFirstOrThrow()
    await house.owner
      .insertInto('selfReports')
      .values({ inspectionId: built.inspectionId, outlineVersionId: next.outlineVersionId })
      .execute()
    const answer = await house.as(planner).call(listEarlierRecommendations, { params: built })
    return answer.ok().recommendations
  }
  expect((await visit('11383')).map((one) => one.recommendationId)).toEqual([recommendationId])
  expect(await visit('10525')).toEqual([])
  const ids = (list: { recommendationId: string }[]) => list.map((one) => one.recommendationId)
  const lists = async (person: TestPerson) =>
    (await house.as(person).call(listRecommendations, { params: { campaignId: next.campaignId } })).ok()
  expect(ids((await lists(planner)).carried)).toEqual([recommendationId])
  expect(ids((await lists(unitHead)).carried)).toEqual([recommendationId])
  expect((await lists(otherUnitHead)).carried).toEqual([])
  expect((await lists(planner)).recommendations).toEqual([])
  house.clock.set('2026-08-20T00:00:00Z')
  expect((await house.within(planner, remindToday)).reminded).toBe(1)
  const own = await house.as(planner).call(listEarlierRecommendations, { params: { inspectionId } })
  expect(own.ok().recommendations).toEqual([])
})
