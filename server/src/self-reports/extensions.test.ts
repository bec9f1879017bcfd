import { getInspection, moveInspection } from '@cchc/domain/inspections/contract.ts'
import {
  askExtension,
  decideExtension,
  type ExtensionsView,
  listExtensions,
  prepareExtension,
  withdrawExtension,
} from '@cchc/domain/self-reports/extension-contract.ts'
import { getReceipt, listReportSendings } from '@cchc/domain/self-reports/sending-contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { otherUnitHead, planner, standingDeputy, type TestPerson, unitHead, unitOfficer } from '../../test/people.ts'
import { reportDesk } from '../../test/report-desk.ts'

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
  house.clock.set('2026-07-08T02:00:00Z')
  await house.owner.deleteFrom('inspections').execute()
})

/** The visit is on Wednesday 15/7, the report due on Friday 10/7; the last day that can be granted is Tuesday 14/7. */
const ask = (selfReportId: string, wishedOn = '2026-07-14', person: TestPerson = unitHead) =>
  house.as(person).call(askExtension, { params: { selfReportId }, body: { reason: 'Bão số 3', wishedOn } })
const decide = (selfReportId: string, { extensions }: ExtensionsView, to: string | null, person = standingDeputy) =>
  house.as(person).call(decideExtension, {
    params: { selfReportId, extensionId: extensions[0]!.extensionId },
    body: { to, reason: 'Bão số 3' },
  })
const withdraw = (selfReportId: string, { extensions }: ExtensionsView, person = unitHead, reason = '') =>
  house.as(person).call(withdrawExtension, {
    params: { selfReportId, extensionId: extensions[0]!.extensionId },
    body: { reason },
  })
const toldOf = (kind: string) => {
  return house.owner
    .selectFrom('notifications')
    .innerJoin('people', 'people.personId', 'notifications.personId')
    .select(['accountId', 'title', 'body'])
    .where('kind', '=', kind)
    .where('notifications.inspectionId', 'is not', null)
    .orderBy('accountId')
    .execute()
}
const granted = async (to = '2026-07-14') => {
  const report = await desk.openReport()
  ;(await decide(report.selfReportId, (await ask(report.selfReportId, to)).ok(), to)).ok()
  return report
}
const inspectionOf = (inspectionId: string) =>
  house.owner
    .selectFrom('inspections')
    .select(['reportDueOn', 'reportExtendedTo', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow()

test('the head asks, the secretary proposes, the standing deputy grants; the report is judged by the new date', async () => {
  const { selfReportId, inspectionId } = await desk.openReport()
  expect((await ask(selfReportId, '2026-07-14', unitOfficer)).status).toBe(403)
  expect((await ask(selfReportId, '2026-07-14', otherUnitHead)).status).toBe(404)
  const asked = (await ask(selfReportId)).ok()
  expect(asked).toMatchObject({
    lastDay: '2026-07-14',
    actions: ['withdraw'],
    extensions: [{ state: 'asked', dueOn: '2026-07-10', wishedOn: '2026-07-14', askedLate: false, proposal: null }],
  })
  expect((await ask(selfReportId)).error?.code).toBe('extension-not-possible')
  expect((await inspectionOf(inspectionId)).reportDueOn).toBe('2026-07-10')
  const params = { selfReportId, extensionId: asked.extensions[0]!.extensionId }
  const prepared = (
    await house.as(planner).call(prepareExtension, { params, body: { to: '2026-07-13', note: 'Đủ thời gian đọc' } })
  ).ok()
  expect([prepared.actions, prepared.extensions[0]?.proposal?.to]).toEqual([['prepare'], '2026-07-13'])
  // What the secretary thinks is not for the unit.
  const own = (await house.as(unitHead).call(listExtensions, { params: { selfReportId } })).ok()
  expect(own.extensions[0]?.proposal).toBeNull()
  expect((await decide(selfReportId, asked, '2026-07-13', planner)).status).toBe(403)
  const done = (await decide(selfReportId, asked, '2026-07-13')).ok()
  expect(done.extensions[0]).toMatchObject({
    state: 'granted',
    grantedTo: '2026-07-13',
    decidedBy: standingDeputy.fullName,
    decisionReason: 'Bão số 3',
  })
  expect((await decide(selfReportId, asked, null)).error?.code).toBe('extension-decided')
  expect(await inspectionOf(inspectionId)).toMatchObject({ reportDueOn: '2026-07-13', reportExtendedTo: '2026-07-13' })
  const changes = await house.owner.selectFrom('deadlineChanges').select(['fromDue', 'toDue', 'cause']).execute()
  expect(changes).toEqual([{ fromDue: '2026-07-10', toDue: '2026-07-13', cause: 'Gia hạn gửi báo cáo: Bão số 3' }])
  const told = await toldOf('self-report.decide-extension')
  expect(told.map(({ accountId }) => accountId)).toEqual(['can-bo-le-chan', 'lanh-dao-le-chan', 'thu-ky', 'thu-ky-2'])

  await desk.write(selfReportId)
  house.clock.set('2026-07-13T10:00:00Z')
  const view = (await desk.send(selfReportId)).ok()
  expect(view).toMatchObject({ verdict: 'on-time', dueOn: '2026-07-13', extendedTo: '2026-07-13' })
  expect(view.why).toContain('gia hạn đến hết thứ Hai 13/07/2026')
})

test.each([
  ['the day of the visit', '2026-07-15'],
  ['a Saturday', '2026-07-11'],
  ['the deadline itself', '2026-07-10'],
])('not granted and not asked: %s', async (_, date) => {
  const { selfReportId } = await desk.openReport()
  expect((await ask(selfReportId, date)).error?.code).toBe('extension-date')
  const asked = (await ask(selfReportId)).ok()
  expect((await decide(selfReportId, asked, date)).error?.code).toBe('extension-date')
})

test('refused with the reason nothing moves, and it can be asked again', async () => {
  const { selfReportId, inspectionId } = await desk.openReport()
  const refused = (await decide(selfReportId, (await ask(selfReportId)).ok(), null)).ok()
  expect(refused.extensions[0]).toMatchObject({ state: 'refused', grantedTo: null })
  expect((await inspectionOf(inspectionId)).reportExtendedTo).toBeNull()
  expect((await ask(selfReportId)).status).toBe(200)
})

test('after the deadline it is a late request; after sending there is none', async () => {
  const { selfReportId } = await desk.openReport()
  await desk.write(selfReportId)
  house.clock.set('2026-07-13T02:00:00Z')
  const asked = (await ask(selfReportId)).ok()
  expect(asked.extensions[0]?.askedLate).toBe(true)
  ;(await decide(selfReportId, asked, '2026-07-14')).ok()
  expect((await desk.send(selfReportId)).ok().verdict).toBe('on-time')
  expect((await ask(selfReportId)).error?.sentence).toContain('đã gửi lần đầu')
})

test('the extension stays when the visit moves: the later of both, never after the visit', async () => {
  const { inspectionId } = await granted()
  const moveTo = async (visitOn: string) => {
    const { revision } = await inspectionOf(inspectionId)
    const params = { inspectionId }
    const body = { visitOn, halfDay: 'morning' as const, reason: 'Trùng lịch họp', revision }
    ;(await house.as(planner).call(moveInspection, { params, body })).ok()
    return (await inspectionOf(inspectionId)).reportDueOn
  }
  expect(await moveTo('2026-07-17')).toBe('2026-07-14')
  expect(await moveTo('2026-07-24')).toBe('2026-07-21')
  expect(await moveTo('2026-07-14')).toBe('2026-07-13')
})

test('two who decide at once decide once', async () => {
  const { selfReportId } = await desk.openReport()
  const asked = (await ask(selfReportId)).ok()
  const both = await Promise.all([decide(selfReportId, asked, '2026-07-13'), decide(selfReportId, asked, null)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test.each([
  // The report is due on Friday 10/7; sent on Monday it is late by one working day.
  ['in time', '2026-07-10T02:00:00Z', undefined, { verdict: 'on-time', daysLate: 0, dueOn: '2026-07-10' }, 'withdrawn'],
  [
    'late, and granted after it',
    '2026-07-13T02:00:00Z',
    '2026-07-14',
    { verdict: 'on-time', daysLate: 0, dueOn: '2026-07-14' },
    'granted',
  ],
  [
    'late, and refused after it',
    '2026-07-13T02:00:00Z',
    null,
    { verdict: 'late', daysLate: 1, dueOn: '2026-07-10' },
    'refused',
  ],
] as const)('a report sent while a request waits: %s', async (_, sentAt, decided, judged, state) => {
  const { selfReportId } = await desk.openReport()
  await desk.write(selfReportId)
  const asked = (await ask(selfReportId)).ok()
  house.clock.set(sentAt)
  ;(await desk.send(selfReportId)).ok()
  if (decided !== undefined) (await decide(selfReportId, asked, decided)).ok()
  const { extensions, actions } = (await house.as(unitHead).call(listExtensions, { params: { selfReportId } })).ok()
  expect([extensions[0]?.state, actions]).toEqual([state, []])
  const report = await house.owner
    .selectFrom('selfReports')
    .select(['verdict', 'daysLate', 'dueOnWhenSent as dueOn'])
    .where('selfReportId', '=', selfReportId)
    .executeTakeFirstOrThrow()
  expect(report).toEqual(judged)
  const params = { selfReportId, version: 1 }
  const { paper } = (await house.as(unitHead).call(getReceipt, { params })).ok()
  expect(JSON.stringify(paper).includes('tính là đúng hạn')).toBe(state === 'granted')
})

test('sent and granted at once, it is judged by the granted date whichever came first', async () => {
  const { selfReportId } = await desk.openReport()
  await desk.write(selfReportId)
  const asked = (await ask(selfReportId)).ok()
  house.clock.set('2026-07-13T02:00:00Z')
  const [sent, decided] = await Promise.all([desk.send(selfReportId), decide(selfReportId, asked, '2026-07-14')])
  expect([sent.status, decided.status]).toEqual([200, 200])
  const row = house.owner.selectFrom('selfReports').select(['verdict', 'dueOnWhenSent'])
  expect(await row.where('selfReportId', '=', selfReportId).executeTakeFirst()).toEqual({
    verdict: 'on-time',
    dueOnWhenSent: '2026-07-14',
  })
})

describe('taking a request back', () => {
  test.each([
    ['an officer of the unit', unitOfficer, 403],
    ['the head of another unit', otherUnitHead, 404],
    ['the secretary', planner, 403],
    ['who decides', standingDeputy, 403],
  ] as const)('%s may not', async (_, person, status) => {
    const { selfReportId } = await desk.openReport()
    const asked = (await ask(selfReportId)).ok()
    expect((await withdraw(selfReportId, asked, person)).status).toBe(status)
    expect(
      (await house.as(unitHead).call(listExtensions, { params: { selfReportId } })).ok().extensions[0]?.state,
    ).toBe('asked')
  })

  test.each(['Đã kịp số liệu', ''])(
    'with the reason “%s”: whoever was told is told, nothing else moves',
    async (reason) => {
      const { selfReportId, inspectionId } = await desk.openReport()
      await desk.write(selfReportId)
      const asked = (await ask(selfReportId)).ok()
      const before = await inspectionOf(inspectionId)
      const askedOf = await toldOf('self-report.ask-extension')
      const after = (await withdraw(selfReportId, asked, unitHead, reason)).ok()
      expect(after).toMatchObject({
        actions: ['ask'],
        extensions: [{ state: 'withdrawn', grantedTo: null, decidedBy: unitHead.fullName, decisionReason: reason }],
      })
      expect(await inspectionOf(inspectionId)).toEqual(before)
      const told = await toldOf('self-report.withdraw-extension')
      expect(told.map(({ accountId }) => accountId)).toEqual(askedOf.map(({ accountId }) => accountId))
      expect(told.length).toBeGreaterThan(0)
      expect(told[0]).toMatchObject({
        title: expect.stringContaining('rút đề nghị gia hạn gửi báo cáo đến 14/07/2026'),
        body: reason,
      })
      const { history } = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
      expect(history.map(({ what }) => what)).toContain('Rút đề nghị gia hạn gửi báo cáo')
      expect((await withdraw(selfReportId, asked)).error?.sentence).toContain('đã xong (đã rút)')
      expect((await decide(selfReportId, asked, '2026-07-14')).error?.sentence).toContain('đã xong (đã rút)')
      const again = (await ask(selfReportId, '2026-07-13')).ok()
      expect(again.extensions.map(({ state }) => state)).toEqual(['asked', 'withdrawn'])
      // Judged by the deadline that has stood all along.
      house.clock.set('2026-07-13T02:00:00Z')
      ;(await withdraw(selfReportId, again)).ok()
      expect((await desk.send(selfReportId)).ok()).toMatchObject({ verdict: 'late', dueOn: '2026-07-10', daysLate: 1 })
    },
  )

  test('what was decided stands, and the list goes on telling of what was granted before', async () => {
    const { selfReportId } = await granted('2026-07-13')
    const again = (await ask(selfReportId, '2026-07-14')).ok()
    ;(await withdraw(selfReportId, again)).ok()
    const params = { campaignId: campaign.campaignId }
    const { sendings } = (await house.as(planner).call(listReportSendings, { params })).ok()
    expect(sendings[0]?.extension).toMatchObject({ state: 'granted', grantedTo: '2026-07-13' })
    const first = { ...again, extensions: again.extensions.slice(1) }
    expect((await withdraw(selfReportId, first)).error?.sentence).toContain('đã xong (được gia hạn đến 13/07/2026)')
  })

  test('withdrawn while it is being granted and proposed: one wins, the others are told in a sentence', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { selfReportId, inspectionId } = await desk.openReport()
      const asked = (await ask(selfReportId)).ok()
      const params = { selfReportId, extensionId: asked.extensions[0]!.extensionId }
      const [decided, withdrawn, proposed] = await Promise.all([
        decide(selfReportId, asked, '2026-07-13'),
        withdraw(selfReportId, asked),
        house.as(planner).call(prepareExtension, { params, body: { to: '2026-07-13', note: '' } }),
      ])
      expect([decided.status, withdrawn.status].sort()).toEqual([200, 409])
      expect([200, 409]).toContain(proposed.status)
      const isGranted = decided.status === 200
      const { sentence } = (isGranted ? withdrawn : decided).error!
      expect(sentence).toContain(isGranted ? 'được gia hạn đến 13/07/2026' : 'đã rút')
      expect((await inspectionOf(inspectionId)).reportDueOn).toBe(isGranted ? '2026-07-13' : '2026-07-10')
      await house.owner.deleteFrom('inspections').execute()
    }
  })
})
