import { getRecommendation, listRecommendations, submitRemedy } from '@cchc/domain/follow-up/contract.ts'
import {
  askMoreTime,
  decideMoreTime,
  listMoreTime,
  prepareMoreTime,
  withdrawMoreTime,
} from '@cchc/domain/follow-up/extension-contract.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { concluded } from './cases/concluded.ts'

let house: TestHouse
let campaign: BuiltCampaign
let recommendationId: string
let second: string
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  house.clock.set('2026-07-20T02:00:00Z')
  ;[recommendationId, second] = (await concluded(house, campaign)).ids
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-08-10T02:00:00Z')
  for (const table of ['notifications', 'recommendationExtensions', 'recommendationDueChanges', 'remedies'] as const)
    await house.owner.deleteFrom(table).execute()
  await house.owner.updateTable('recommendations').set({ dueOn: '2026-08-17', state: 'open' }).execute()
})

const ask = (wishedOn: string, person: TestPerson = unitHead, reason = 'Chờ kinh phí') =>
  house.as(person).call(askMoreTime, { params: { recommendationId }, body: { wishedOn, reason } })
const decide = (extensionId: string, to: string | null, person: TestPerson = standingDeputy) =>
  house.as(person).call(decideMoreTime, {
    params: { recommendationId, extensionId },
    body: { to, reason: to ? 'Lý do chính đáng' : 'Việc tự làm được' },
  })
const asked = async (wishedOn = '2026-08-24') => (await ask(wishedOn)).ok().requests[0]!.extensionId
const detail = async (person: TestPerson = planner) =>
  (await house.as(person).call(getRecommendation, { params: { recommendationId } })).ok()
const told = async (person: TestPerson) =>
  (
    await house.owner
      .selectFrom('notifications')
      .select('kind')
      .where('personId', '=', house.personId(person))
      .orderBy('at')
      .execute()
  ).map(({ kind }) => kind)

test('asked with a reason, prepared, granted: the date moves, is counted, and everybody is told at each turn', async () => {
  const extensionId = await asked()
  expect(await detail()).toMatchObject({ waitsForTime: true, dueOn: '2026-08-17', extended: 0 })
  const params = { recommendationId, extensionId }
  const body = { to: '2026-08-21', note: 'Đủ thời gian' }
  ;(await house.as(planner).call(prepareMoreTime, { params, body })).ok()
  const seenByUnit = (await house.as(unitHead).call(listMoreTime, { params: { recommendationId } })).ok()
  expect(seenByUnit).toMatchObject({ requests: [{ proposal: null }], actions: ['withdraw'] })
  const seenByLeader = (await house.as(leader).call(listMoreTime, { params: { recommendationId } })).ok()
  expect(seenByLeader).toMatchObject({ requests: [{ proposal: { to: '2026-08-21' } }], actions: ['decide'] })
  const after = (await decide(extensionId, '2026-08-21')).ok()
  expect(after).toMatchObject({
    requests: [{ state: 'granted', grantedTo: '2026-08-21', grantedWorkingDays: 4, askedLate: false }],
    dueChanges: [{ from: '2026-08-17', to: '2026-08-21', cause: 'extension', by: 'Phó Trưởng đoàn TT' }],
  })
  expect(await detail(unitOfficer)).toMatchObject({ dueOn: '2026-08-21', extended: 1, waitsForTime: false })
  const { recommendations } = (await house.as(planner).call(listRecommendations, { params: campaign })).ok()
  expect(recommendations.find((row) => row.recommendationId === recommendationId)).toMatchObject({ extended: 1 })
  const turns = (...acts: string[]) => acts.map((act) => `recommendation.${act}`)
  expect(await told(unitOfficer)).toEqual(turns('ask-time', 'decide-time'))
  expect(await told(unitHead)).toEqual(turns('decide-time'))
  expect(await told(planner)).toEqual(turns('ask-time', 'decide-time'))
  expect(await told(standingDeputy)).toEqual(turns('ask-time', 'prepare-time'))
  expect(await told(leader)).toEqual(turns('ask-time', 'prepare-time', 'decide-time'))
  expect(await told(otherUnitHead)).toEqual([])
})

test('after the due date it is marked as late; refused, the date stays', async () => {
  house.clock.set('2026-08-19T02:00:00Z')
  expect((await ask('2026-08-18')).error?.code).toBe('more-time-date')
  expect((await ask('2026-08-23')).error?.sentence).toContain('ngày nghỉ')
  const extensionId = await asked()
  expect((await decide(extensionId, null, leader)).ok().requests[0]).toMatchObject({
    state: 'refused',
    askedLate: true,
    decisionReason: 'Việc tự làm được',
  })
  expect(await detail()).toMatchObject({ dueOn: '2026-08-17', overdue: true, extended: 0 })
  expect((await decide(extensionId, '2026-08-24')).error?.code).toBe('extension-decided')
})

test('one request at a time, which the head can take back', async () => {
  const extensionId = await asked()
  expect((await ask('2026-08-25')).error?.code).toBe('more-time-not-possible')
  const both = await Promise.all([
    decide(extensionId, '2026-08-24'),
    house
      .as(unitHead)
      .call(withdrawMoreTime, { params: { recommendationId, extensionId }, body: { reason: 'Đã xong' } }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  for (const table of ['recommendationExtensions', 'recommendationDueChanges'] as const)
    await house.owner.deleteFrom(table).execute()
  await house.owner.updateTable('recommendations').set({ dueOn: '2026-08-17' }).execute()
  const again = await asked()
  const params = { recommendationId, extensionId: again }
  const taken = (await house.as(unitHead).call(withdrawMoreTime, { params, body: { reason: 'Đã xong' } })).ok()
  expect(taken).toMatchObject({ requests: [{ state: 'withdrawn' }], dueChanges: [], actions: ['ask'] })
  expect(await detail()).toMatchObject({ dueOn: '2026-08-17', waitsForTime: false })
})

test('what is reported needs no more time: the request is taken back by itself', async () => {
  await asked()
  const body = { text: 'Đã xong' }
  ;(await house.as(unitOfficer).call(submitRemedy, { params: { recommendationId }, body })).ok()
  const { requests, actions } = (await house.as(unitHead).call(listMoreTime, { params: { recommendationId } })).ok()
  expect([requests[0]!.state, actions]).toEqual(['withdrawn', []])
})

test('is the head’s to ask, the deputy’s and the leader’s to decide, and of one recommendation alone', async () => {
  expect((await ask('2026-08-24', unitOfficer)).status).toBe(403)
  expect((await ask('2026-08-24', otherUnitHead)).error?.code).toBe('no-such-recommendation')
  const extensionId = await asked()
  expect((await decide(extensionId, '2026-08-24', planner)).status).toBe(403)
  const elsewhere = { params: { recommendationId: second, extensionId }, body: { to: '2026-08-24', reason: 'x' } }
  expect((await house.as(standingDeputy).call(decideMoreTime, elsewhere)).error?.code).toBe('no-such-extension')
})
