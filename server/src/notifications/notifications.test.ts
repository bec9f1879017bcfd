import { announceVisits } from '@cchc/domain/inspections/announcement-contract.ts'
import { cancelInspection, getInspection } from '@cchc/domain/inspections/contract.ts'
import {
  countUnread,
  getCalendarFeed,
  listNotifications,
  listReceipts,
  noteDocumentSeen,
  noteNoticeSeen,
  readAllNotifications,
  readCalendarFeed,
  readNotification,
  remindUnits,
  renewCalendarFeed,
  revokeCalendarFeed,
} from '@cchc/domain/notifications/contract.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  leader,
  member,
  otherUnitHead,
  otherUnitOfficer,
  planner,
  press,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
let params: { campaignId: string }
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  params = { campaignId: campaign.campaignId }
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
  await house.owner.deleteFrom('notifications').execute()
})

/** Two units told by one notice. */
async function twoTold(number: string) {
  const first = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
  const second = await buildInspection(house, {
    campaign,
    state: 'scheduled',
    visitOn: '2026-09-16',
    unitCode: '10525',
  })
  const visits = [first, second].map(({ inspectionId }) => ({ inspectionId }))
  const { announced } = (
    await house
      .as(planner)
      .call(announceVisits, { params, body: { way: 'all', number, issuedOn: '2026-07-01', visits } })
  ).ok()
  return { first: first.inspectionId, second: second.inspectionId, documentId: announced[0]!.documentId }
}

describe('what a person is told', () => {
  const unread = async (person: TestPerson) => (await house.as(person).call(countUnread)).ok().unread
  const own = async (person: TestPerson) => (await house.as(person).call(listNotifications)).ok().notifications

  test('is their own, counted until read, and leads to the thing', async () => {
    const { first } = await twoTold('101')
    expect([
      await unread(unitOfficer),
      await unread(otherUnitOfficer),
      await unread(member),
      await unread(planner),
    ]).toEqual([1, 1, 2, 0])
    const [notification] = await own(unitOfficer)
    expect(notification).toMatchObject({
      kind: 'inspection.announce',
      title: 'Lịch kiểm tra: sáng thứ Ba 15/09/2026',
      link: `/lich/${first}`,
      readAt: null,
    })
    expect((await house.as(otherUnitOfficer).call(readNotification, { params: notification! })).error?.code).toBe(
      'no-such-notification',
    )
    ;(await house.as(unitOfficer).call(readNotification, { params: notification! })).ok()
    expect(await unread(unitOfficer)).toBe(0)
    house.clock.set('2026-07-02T02:00:00Z')
    ;(await house.as(unitOfficer).call(readNotification, { params: notification! })).ok()
    expect((await own(unitOfficer))[0]?.readAt).toBe('2026-07-01T02:00:00.000Z')
  })

  test('can all be marked as read at once, nobody else’s', async () => {
    await twoTold('102')
    ;(await house.as(member).call(readAllNotifications)).ok()
    expect([await unread(member), await unread(unitOfficer)]).toEqual([0, 1])
  })
})

describe('a receipt', () => {
  const receipts = async () => (await house.as(planner).call(listReceipts, { params })).ok().receipts
  const remind = (inspectionIds: string[]) => house.as(planner).call(remindUnits, { params, body: { inspectionIds } })

  test('is kept once, with the first time, for people of the unit alone', async () => {
    const { first, second, documentId } = await twoTold('201')
    ;(await house.as(planner).call(noteNoticeSeen, { params: { inspectionId: first } })).ok()
    ;(await house.as(unitOfficer).call(noteNoticeSeen, { params: { inspectionId: first } })).ok()
    house.clock.set('2026-07-02T02:00:00Z')
    ;(await house.as(unitOfficer).call(noteDocumentSeen, { params: { documentId } })).ok()
    ;(await house.as(otherUnitHead).call(noteDocumentSeen, { params: { documentId } })).ok()
    const rows = await receipts()
    expect(rows.map(({ inspectionId }) => inspectionId)).toEqual([first, second])
    expect(rows[0]).toMatchObject({
      number: '201/TB-SNV',
      seen: [{ fullName: unitOfficer.fullName, at: '2026-07-01T02:00:00.000Z' }],
      notSeen: [unitHead.fullName],
    })
    expect(rows[1]).toMatchObject({ seen: [{ fullName: otherUnitHead.fullName, at: '2026-07-02T02:00:00.000Z' }] })
    expect((await house.as(otherUnitHead).call(noteNoticeSeen, { params: { inspectionId: first } })).error?.code).toBe(
      'no-such-inspection',
    )
  })

  test('that is missing can be asked for again, which is kept; a unit that has seen is left in peace', async () => {
    const { first, second } = await twoTold('202')
    ;(await house.as(unitHead).call(noteNoticeSeen, { params: { inspectionId: first } })).ok()
    expect((await remind([first, second])).ok()).toEqual({ reminded: 1 })
    const rows = await receipts()
    expect(rows.map(({ reminders }) => reminders)).toEqual([
      [],
      [{ at: '2026-07-01T02:00:00.000Z', by: planner.fullName }],
    ])
    const kinds = (await house.as(otherUnitHead).call(listNotifications)).ok().notifications.map(({ kind }) => kind)
    expect(kinds).toContain('notice.remind')
    expect((await remind([first])).error?.code).toBe('nobody-to-remind')
  })

  test('cannot be changed or taken back, not even by the application', async () => {
    const { first } = await twoTold('203')
    ;(await house.as(unitHead).call(noteNoticeSeen, { params: { inspectionId: first } })).ok()
    await expect(house.within(planner, ({ db }) => db.deleteFrom('documentReceipts').execute())).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('a personal calendar', () => {
  const renew = async (person: TestPerson) => (await house.as(person).call(renewCalendarFeed)).ok().path
  const read = (path: string) =>
    house.as(null).call(readCalendarFeed, { params: { token: path.slice('/api/feeds/'.length) } })
  /** The units whose visits the address shows. */
  const shown = async (person: TestPerson) => {
    const answer = await read(await renew(person))
    answer.ok()
    const calendar = new ICAL.Component(ICAL.parse(answer.raw.toString('utf8')))
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)
  }

  test('opens by its secret address alone, of which the hash is kept', async () => {
    await twoTold('301')
    const path = await renew(unitHead)
    const answer = await read(path)
    expect(answer.raw.toString('utf8')).toContain('METHOD:PUBLISH')
    const rows = await house.owner.selectFrom('calendarFeeds').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(path.slice('/api/feeds/'.length, -4))
    expect((await read('/api/feeds/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics')).error?.code).toBe('no-such-feed')
    expect((await read(path.slice(0, -4))).status).toBe(404)
  })

  test('ends when it is renewed, revoked, or its person is locked out', async () => {
    const first = await renew(unitHead)
    const second = await renew(unitHead)
    expect((await house.as(unitHead).call(getCalendarFeed)).ok().since).toBe('2026-07-01T02:00:00.000Z')
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
    const lock = (disabled: boolean) =>
      house.owner.updateTable('people').set({ disabled }).where('accountId', '=', unitHead.username).execute()
    await lock(true)
    expect((await read(second)).error?.code).toBe('no-such-feed')
    await lock(false)
    expect((await read(second)).status).toBe(200)
    ;(await house.as(unitHead).call(revokeCalendarFeed)).ok()
    expect((await read(second)).error?.code).toBe('no-such-feed')
    expect((await house.as(unitHead).call(getCalendarFeed)).ok().since).toBeNull()
  })

  test('shows the office every visit, a member those of the roster, a unit its own once announced', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    await buildInspection(house, { campaign, visitOn: '2026-09-16', unitCode: '10525' })
    await house.owner
      .deleteFrom('inspectionRoster')
      .where('inspectionId', '=', inspectionId)
      .where('teamMemberId', '=', campaign.seatOf(member))
      .execute()
    const leChan = 'Kiểm tra CCHC: Phường Lê Chân'
    const haiDuong = 'Kiểm tra CCHC: Phường Hải Dương'
    expect(await shown(planner)).toEqual([leChan, haiDuong])
    expect(await shown(leader)).toEqual([leChan, haiDuong])
    expect(await shown(member)).toEqual([haiDuong])
    expect(await shown(otherUnitHead)).toEqual([haiDuong])
    expect(await shown(unitHead)).toEqual([])
    expect(await shown(cityViewer)).toEqual([haiDuong])
    for (const person of [administrator, press]) expect(await shown(person)).toEqual([])
  })

  test('never shows an unannounced inspection, to nobody: not to its circle, not after it was opened', async () => {
    for (const [state, visitOn] of [
      ['proposed', '2026-09-15'],
      ['ordered', '2026-09-16'],
      ['opened', '2026-09-17'],
      ['visited', '2026-09-18'],
    ] as const) {
      const { inspectionId } = await buildInspection(house, { campaign, kind: 'unannounced', state, visitOn })
      for (const person of [leader, standingDeputy, planner, member])
        await house.owner
          .insertInto('inspectionCircle')
          .values({ inspectionId, personId: house.personId(person) })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    }
    for (const person of [leader, standingDeputy, planner, member, unitHead, cityViewer])
      expect([person.username, await shown(person)]).toEqual([person.username, []])
  })

  test('loses a visit that was cancelled', async () => {
    const { first } = await twoTold('302')
    const { revision } = (await house.as(planner).call(getInspection, { params: { inspectionId: first } })).ok()
    ;(
      await house
        .as(planner)
        .call(cancelInspection, { params: { inspectionId: first }, body: { revision, reason: 'Đơn vị sáp nhập' } })
    ).ok()
    expect(await shown(unitHead)).toEqual([])
    expect(await shown(planner)).toEqual(['Kiểm tra CCHC: Phường Hải Dương'])
  })
})
