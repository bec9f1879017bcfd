import {
  flagViolation,
  getViolationRoles,
  handleViolation,
  listViolations,
  setViolationRoles,
  takeBackViolation,
} from '@cchc/domain/follow-up/violation-contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, everyone, leader, member, planner, standingDeputy, type TestPerson } from '../../test/people.ts'
import { buildVisited } from '../conclusions/cases/visited-inspection.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())

const list = async (person = leader) => (await house.as(person).call(listViolations, { params: campaign })).ok().flags
const rightOnes = [leader, standingDeputy]

test('a violation is flagged to the right person alone: no row, message, count or history tells anybody else', async () => {
  const { inspectionId } = await buildVisited(house, campaign)
  const findings = await house.owner
    .selectFrom('findings')
    .select(['findingId', 'kind'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  const of = (kind: string) => ({ findingId: findings.find((one) => one.kind === kind)!.findingId })
  const flag = (kind: string) =>
    house.as(member).call(flagViolation, { params: of(kind), body: { why: 'Ban hành trái thẩm quyền' } })
  expect((await flag('shortcoming')).error?.code).toBe('not-a-violation')
  expect((await flag('violation')).ok()).toEqual({ done: true })
  // Again: the answer tells nothing of the first.
  expect((await flag('violation')).ok()).toEqual({ done: true })

  for (const person of everyone) {
    const isRight = rightOnes.includes(person)
    const seen = await house.within(person, async ({ db }) => ({
      flags: (await db.selectFrom('violationFlags').selectAll().execute()).length,
      history: (await db.selectFrom('auditEvents').selectAll().where('action', 'like', 'violation.%').execute()).length,
      told: (await db.selectFrom('notifications').selectAll().where('kind', '=', 'violation.flag').execute()).length,
    }))
    expect([person.username, seen]).toEqual([
      person.username,
      isRight ? { flags: 2, history: 2, told: 2 } : { flags: 0, history: 0, told: 0 },
    ])
    expect((await house.as(person).call(listViolations, { params: campaign })).status).toBe(isRight ? 200 : 403)
  }
  expect(await house.owner.selectFrom('mails').selectAll().execute()).toEqual([])

  const [first] = await list()
  expect(first).toMatchObject({ about: 'Ban hành văn bản trái thẩm quyền', flaggedBy: member.fullName, outcome: '' })
  const outcome = { params: { flagId: first!.flagId }, body: { revision: 0, outcome: 'Đã giao Thanh tra xem xét' } }
  expect((await house.as(administrator).call(handleViolation, outcome)).status).toBe(403)
  ;(await house.as(standingDeputy).call(handleViolation, outcome)).ok()
  expect((await house.as(leader).call(handleViolation, outcome)).error?.code).toBe('violation-changed')
  expect((await list()).map(({ handledBy }) => handledBy)).toEqual([null, standingDeputy.fullName])

  // Taken back by whoever flagged it, as far as it waits still; the one that was handled stands.
  const takeBack = (person: TestPerson) =>
    house.as(person).call(takeBackViolation, { params: of('violation'), body: { why: 'Đơn vị đã bãi bỏ văn bản' } })
  expect((await takeBack(planner)).error?.code).toBe('no-flag-to-take-back')
  ;(await takeBack(member)).ok()
  expect((await takeBack(member)).error?.code).toBe('no-flag-to-take-back')
  expect((await list()).map(({ withdrawnWhy }) => withdrawnWhy).sort()).toEqual(['', 'Đơn vị đã bãi bỏ văn bản'])
  const told = await house.owner
    .selectFrom('notifications')
    .select('personId')
    .where('kind', '=', 'violation.take-back')
    .execute()
  expect(told.map(({ personId }) => personId).sort()).toEqual(rightOnes.map((one) => house.personId(one)).sort())
  for (const person of [member, planner])
    expect(
      await house.within(person, ({ db }) =>
        db.selectFrom('auditEvents').selectAll().where('action', 'like', 'violation.%').execute(),
      ),
    ).toEqual([])

  // The parameter: the leader alone.
  const roles = { roles: ['team-leader' as const], revision: 0 }
  expect((await house.as(planner).call(setViolationRoles, { body: roles })).status).toBe(403)
  expect((await house.as(leader).call(setViolationRoles, { body: { roles: [], revision: 0 } })).status).toBe(400)
  ;(await house.as(leader).call(setViolationRoles, { body: roles })).ok()
  expect((await house.as(standingDeputy).call(setViolationRoles, { body: roles })).status).toBe(409)
  expect((await house.as(leader).call(getViolationRoles)).ok()).toEqual({ roles: ['team-leader'], revision: 1 })
  expect(await list(standingDeputy)).toEqual([])
  expect((await house.as(standingDeputy).call(handleViolation, outcome)).error?.code).toBe('no-such-violation')
  expect(await list(leader)).toHaveLength(2)
})
