import { answerRequest, askForDocument } from '@cchc/domain/document-requests/contract.ts'
import { listReminders, sendReminders } from '@cchc/domain/reminders/contract.ts'
import { giveBackSelfReport, handOverSelfReport } from '@cchc/domain/self-reports/contract.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { leader, planner, standingDeputy, type TestPerson, unitHead, unitOfficer } from '../../test/people.ts'
import { reportDesk } from '../../test/report-desk.ts'
import { startWorker } from '../platform/worker.ts'
import { reminderTasks } from './jobs.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof reportDesk>
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = reportDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['notifications', 'reminders', 'inspections'] as const)
    await house.owner.deleteFrom(table).execute()
})

/** The daily job of one day, at 7:00 in Việt Nam. */
async function morning(day: string): Promise<void> {
  house.clock.set(`${day}T00:00:00Z`)
  const task = reminderTasks['reminders.daily']!
  if (!('at' in task)) throw new Error('it runs at a time')
  await task.runAtTime(house.ground, new AbortController().signal)
}

async function told(person: TestPerson): Promise<string[]> {
  const rows = await house.owner
    .selectFrom('notifications')
    .select('title')
    .where('personId', '=', house.personId(person))
    .where('kind', 'like', 'reminder.%')
    .orderBy('at')
    .execute()
  return rows.map(({ title }) => title)
}

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `2026-07-${String(from + n).padStart(2, '0')}`)

describe('a report due on Friday 10/7/2026', () => {
  test('is reminded of 7, 3, 1 working days before, on the day and after, each person in their turn', async () => {
    await desk.openReport()
    for (const day of days(1, 17)) await morning(day)
    const report = (left: string) => `Báo cáo phục vụ kiểm tra: ${left}`
    const both = [report('còn 1 ngày làm việc'), report('hạn hôm nay')]
    const after = [
      report('quá hạn 1 ngày làm việc'),
      report('quá hạn 3 ngày làm việc'),
      report('quá hạn 5 ngày làm việc'),
    ]
    expect(await told(unitOfficer)).toEqual([
      report('còn 7 ngày làm việc'),
      report('còn 3 ngày làm việc'),
      ...both,
      ...after,
    ])
    expect(await told(unitHead)).toEqual([...both, ...after])
    const list = (counts: string) => `Việc của các đơn vị hôm nay: ${counts}`
    // On the day itself and on each working day after.
    const expected = [list('1 việc đến hạn'), ...Array.from({ length: 5 }, () => list('1 việc quá hạn'))]
    expect(await told(planner)).toEqual(expected)
    expect(await told(standingDeputy)).toEqual(expected)
    expect(await told(leader)).toEqual([])
  })

  test('is reminded of once, whoever looks how often, and at once', async () => {
    await desk.openReport()
    house.clock.set('2026-07-01T00:30:00Z')
    const looks = await Promise.all(
      [planner, standingDeputy, planner, standingDeputy].map((person) => house.as(person).call(sendReminders)),
    )
    expect(looks.map((answer) => answer.ok().reminded).sort()).toEqual([0, 0, 0, 1])
    await morning('2026-07-01')
    expect(await told(unitOfficer)).toHaveLength(1)
  })

  test('makes up for missed days with one reminder', async () => {
    await desk.openReport()
    await morning('2026-07-09')
    expect(await told(unitOfficer)).toEqual(['Báo cáo phục vụ kiểm tra: còn 1 ngày làm việc'])
    await morning('2026-07-09')
    expect(await told(unitOfficer)).toHaveLength(1)
  })

  test('is not reminded of on a day off', async () => {
    await desk.openReport()
    house.clock.set('2026-07-04T01:00:00Z')
    expect((await house.as(planner).call(sendReminders)).ok()).toEqual({ reminded: 0, people: 0, isDayOff: true })
  })

  test('is the head’s alone once it lies with the head, and nobody’s once it is sent', async () => {
    const { selfReportId } = await desk.openReport()
    house.clock.set('2026-07-02T02:00:00Z')
    await desk.write(selfReportId)
    ;(await house.as(unitOfficer).call(handOverSelfReport, { params: { selfReportId } })).ok()
    await morning('2026-07-07')
    expect(await told(unitOfficer)).toEqual([])
    expect(await told(unitHead)).toEqual(['Báo cáo phục vụ kiểm tra: còn 3 ngày làm việc'])
    const body = { remark: 'Sửa số hồ sơ' }
    ;(await house.as(unitHead).call(giveBackSelfReport, { params: { selfReportId }, body })).ok()
    await morning('2026-07-09')
    expect(await told(unitOfficer)).toHaveLength(1)
    ;(await desk.send(selfReportId)).ok()
    for (const day of days(10, 17)) await morning(day)
    expect(await told(unitOfficer)).toHaveLength(1)
    expect(await told(planner)).toEqual([])
  })

  test('begins anew when its date moves', async () => {
    const { inspectionId } = await desk.openReport()
    await morning('2026-07-07')
    await house.owner
      .updateTable('inspections')
      .set({ visitOn: '2026-07-29', reportDueOn: '2026-07-24' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    for (const day of days(8, 15)) await morning(day)
    expect(await told(unitOfficer)).toEqual([
      'Báo cáo phục vụ kiểm tra: còn 3 ngày làm việc',
      'Báo cáo phục vụ kiểm tra: còn 7 ngày làm việc',
    ])
  })

  test('stands in the office’s list with who was reminded', async () => {
    await desk.openReport()
    await morning('2026-07-07')
    await morning('2026-07-09')
    const params = { campaignId: campaign.campaignId }
    const [owed] = (await house.as(planner).call(listReminders, { params })).ok().owed
    expect(owed).toMatchObject({ kind: 'self-report', dueOn: '2026-07-10', workingDaysLeft: 1, isWithHead: false })
    expect(owed!.reminders.map(({ step, people }) => ({ step, people: people.sort() }))).toEqual([
      { step: 3, people: [unitOfficer.fullName] },
      { step: 1, people: [unitHead.fullName, unitOfficer.fullName].sort() },
    ])
  })
})

test('a document asked for is reminded of from the first step after it was asked, until it is answered', async () => {
  const { inspectionId } = await desk.openReport({ visitOn: '2026-09-15' })
  house.clock.set('2026-07-06T03:00:00Z')
  const body = { kind: 'document', title: 'Kế hoạch CCHC năm 2026', detail: '', workingDays: 5 } as const
  const { requestId, revision, dueOn } = (
    await house.as(planner).call(askForDocument, { params: { inspectionId }, body })
  ).ok()
  expect(dueOn).toBe('2026-07-13')
  for (const day of days(7, 10)) await morning(day)
  expect(await told(unitOfficer)).toEqual([
    'Tài liệu Đoàn kiểm tra yêu cầu: còn 3 ngày làm việc',
    'Tài liệu Đoàn kiểm tra yêu cầu: còn 1 ngày làm việc',
  ])
  const answer = { params: { requestId }, body: { revision, text: 'Kế hoạch số 05/KH-UBND' } }
  ;(await house.as(unitOfficer).call(answerRequest, answer)).ok()
  for (const day of days(11, 20)) await morning(day)
  expect(await told(unitOfficer)).toHaveLength(2)
})

test('of an unannounced inspection nobody is reminded, opened or not', async () => {
  for (const state of ['ordered', 'opened'] as const) await desk.openReport({ kind: 'unannounced', state })
  for (const day of days(8, 15)) await morning(day)
  expect(await house.owner.selectFrom('reminders').selectAll().execute()).toEqual([])
})

test('a morning that the machine slept through is made up for at the next start, once', async () => {
  await desk.openReport()
  house.clock.set('2026-07-07T03:00:00Z')
  const begin = () => startWorker(house.ground, house.databaseUrl, reminderTasks, () => undefined)
  const known = () =>
    sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_known_crontabs`.execute(house.owner)
  const first = await begin()
  await expect.poll(async () => (await known()).rows[0]?.n).toBe(1)
  await first.stop()
  expect(await told(unitOfficer)).toEqual([])
  // As if it had last run two days ago.
  await sql`update graphile_worker._private_known_crontabs set known_since = now() - interval '9 days', last_execution = now() - interval '2 days'`.execute(
    house.owner,
  )
  for (const _ of [1, 2]) {
    const worker = await begin()
    await expect.poll(() => told(unitOfficer)).toHaveLength(1)
    await worker.stop()
  }
  expect(await told(unitOfficer)).toHaveLength(1)
})
