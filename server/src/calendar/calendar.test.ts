import { explainDeadlineOf, removeCalendarDay, saveCalendarDay } from '@cchc/domain/calendar/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { planner, unitOfficer } from '../../test/people.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

test('the deadline names the days it counted', async () => {
  const answer = await house.as(planner).call(explainDeadlineOf, { query: { visitOn: '2026-09-03', days: 3 } })
  expect(answer.ok().dueOn).toBe('2026-08-26')
})

test('a new day off moves the deadlines that lie ahead, and keeps why', async () => {
  const { inspectionId } = await buildInspection(house, { visitOn: '2026-11-25' })
  const body = { kind: 'swapOff', name: 'Nghỉ hoán đổi', basis: 'Thông báo', status: 'final' } as const
  const { moved } = (await house.as(planner).call(saveCalendarDay, { params: { day: '2026-11-23' }, body })).ok()
  expect(moved).toMatchObject([{ inspectionId, from: '2026-11-19', to: '2026-11-18' }])
  const changes = await house.owner
    .selectFrom('deadlineChanges')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .execute()
  expect(changes).toMatchObject([{ fromDue: '2026-11-19', toDue: '2026-11-18' }])

  const back = (await house.as(planner).call(removeCalendarDay, { params: { day: '2026-11-23' } })).ok()
  expect(back.moved).toMatchObject([{ inspectionId, to: '2026-11-19' }])
})

test('a made-up working day must fall on a weekend', async () => {
  const body = { kind: 'swapWork', name: 'Làm bù', basis: 'Thông báo', status: 'final' } as const
  const answer = await house.as(planner).call(saveCalendarDay, { params: { day: '2026-10-14' }, body })
  expect([answer.status, answer.error?.code]).toEqual([422, 'swap-on-wrong-weekday'])
})

test('a unit officer may not edit the calendar', async () => {
  const answer = await house.as(unitOfficer).call(removeCalendarDay, { params: { day: '2026-11-24' } })
  expect([answer.status, answer.error?.code]).toEqual([403, 'not-permitted'])
})
