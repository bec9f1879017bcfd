import { addPlannedInspection, listInspections, scheduleInspection } from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { planner, standingDeputy, type TestPerson, unitOfficer } from '../../test/people.ts'

/** Once a year, where fifty people want the same at the same moment. */

const fifty: TestPerson[] = Array.from({ length: 50 }, (_, index) => ({
  username: `thu-ky-so-${index + 1}`,
  fullName: `Thư ký thứ ${index + 1}`,
  post: 'Chuyên viên',
  roles: ['planner'],
  unitCode: '31-SNV',
}))

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  await house.admit(fifty)
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())

const paper = { document: '3012/QĐ-UBND', issuedOn: '2026-06-30', reason: 'Bổ sung theo chỉ đạo của Chủ tịch UBND' }
const add = (person: TestPerson, unitCode: string, changes: Partial<typeof paper> = {}) =>
  house.as(person).call(addPlannedInspection, { params: campaign, body: { unitCode, ...paper, ...changes } })
const eventsOf = (action: string, inspectionId: string) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('action', '=', action)
    .where('inspectionId', '=', inspectionId)
    .execute()

test('fifty planners add one unit to the plan: one succeeds, forty-nine are told, one audit row', async () => {
  const answers = await Promise.all(fifty.map((person) => add(person, '11413')))
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused.map(({ status, error }) => `${status} ${error?.code}`)).toEqual(
    Array.from({ length: 49 }, () => '409 unit-visited-once-a-year'),
  )
  for (const { error } of refused) {
    expect(error!.sentence).toContain('đã có một cuộc kiểm tra trong năm 2026 (kiểm tra theo kế hoạch, chưa xếp lịch)')
    expect(error!.sentence).toContain('mục IV.2')
  }
  const rows = await house.owner.selectFrom('inspections').selectAll().where('unitCode', '=', '11413').execute()
  expect(rows).toMatchObject([{ kind: 'planned', state: 'planned', year: 2026, leadWorkingDays: 3 }])
  const events = await house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('action', '=', 'inspection.add')
    .execute()
  expect(events).toMatchObject([{ inspectionId: rows[0]!.inspectionId, details: { unitCode: '11413', ...paper } }])
})

test('fifty planners schedule one visit, each for a day of their own: one succeeds, forty-nine are told, one audit row', async () => {
  const { inspectionId } = await buildInspection(house, {
    campaign,
    unitCode: '11407',
    state: 'planned',
    visitOn: null,
  })
  const days = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11']
  const answers = await Promise.all(
    fifty.map((person, index) =>
      house.as(person).call(scheduleInspection, {
        params: { inspectionId },
        body: {
          revision: 0,
          visitOn: days[index % days.length]!,
          halfDay: index % 2 === 0 ? 'morning' : 'afternoon',
          place: 'Trụ sở UBND',
          roster: [],
          reason: null,
        },
      }),
    ),
  )
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
  for (const { error } of answers)
    if (error)
      expect(error).toMatchObject({
        code: 'changed-meanwhile',
        sentence: expect.stringContaining('chưa có gì bị ghi đè'),
      })
  expect(await eventsOf('inspection.schedule', inspectionId)).toHaveLength(1)
  const { visitOn } = await house.owner
    .selectFrom('inspections')
    .select('visitOn')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()
  expect(won[0]!.ok().visitOn).toBe(visitOn)
})

describe('adding a unit to the plan', () => {
  test('puts it at the end of the list, with its paper in the history', async () => {
    const view = (await add(planner, '10525')).ok()
    expect(view).toMatchObject({ state: 'planned', stage: 'unscheduled', kind: 'planned' })
    expect(view.history).toMatchObject([{ what: 'Bổ sung vào kế hoạch', reason: paper.reason }])
    const { inspections } = (await house.as(planner).call(listInspections, { params: campaign })).ok()
    expect(inspections.at(-1)?.unitCode).toBe('10525')
  })
  test.each([
    ['a unit that is not there', '99999', {}, 404, 'no-such-unit'],
    ['a paper of tomorrow', '11443', { issuedOn: '2026-07-02' }, 422, 'issued-before-signing'],
    ['a paper before the decision', '11443', { issuedOn: '2026-06-15' }, 422, 'issued-before-signing'],
    ['no reason', '11443', { reason: ' ' }, 400, 'bad-input'],
  ])('is refused for %s', async (_, unitCode, changes, status, code) => {
    const answer = await add(planner, unitCode, changes)
    expect([answer.status, answer.error?.code]).toEqual([status, code])
  })
  test('is the secretary’s alone', async () => {
    for (const person of [standingDeputy, unitOfficer]) expect((await add(person, '11443')).status).toBe(403)
  })
  test('is refused in a closed campaign', async () => {
    const closed = await buildCampaign(house, { year: 2027, state: 'closed', number: '7' })
    const answer = await house
      .as(planner)
      .call(addPlannedInspection, { params: closed, body: { unitCode: '11443', ...paper } })
    expect(answer.error?.code).toBe('wrong-state')
  })
  test('stands beside an unannounced inspection of the unit, which nobody learns of', async () => {
    await buildInspection(house, { campaign, unitCode: '11359', kind: 'unannounced', state: 'ordered' as never })
    expect((await add(planner, '11359')).status).toBe(200)
  })
  test('is possible again once the unit’s inspection has been cancelled', async () => {
    await buildInspection(house, { campaign, unitCode: '11443', state: 'cancelled', visitOn: null })
    expect((await add(planner, '11443')).status).toBe(200)
  })
})
