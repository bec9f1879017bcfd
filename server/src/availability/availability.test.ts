import {
  addBusyTime,
  changeBusyTime,
  importCalendarFile,
  listOwnBusyTimes,
  listTeamBusyTimes,
  previewCalendarFile,
  removeBusyTime,
} from '@cchc/domain/availability/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherMember,
  otherPlanner,
  otherUnitOfficer,
  planner,
  press,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  await house.owner
    .insertInto('campaignUnits')
    .values(['11383', '10525'].map((unitCode, position) => ({ campaignId: campaign.campaignId, unitCode, position })))
    .execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.deleteFrom('busyTimes').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const days = (from = '2026-09-03', to = from, reason = 'Khám bệnh') => ({ from, to, halfDay: null, reason })
const ofPerson = (person: TestPerson) => ({ personId: house.personId(person), unitCode: null })
const ofUnit = (unitCode = '11383') => ({ personId: null, unitCode })
const add = (as: TestPerson, of: ReturnType<typeof ofPerson> | ReturnType<typeof ofUnit>, body = days()) =>
  house.as(as).call(addBusyTime, { body: { ...of, ...body } })

describe('who keeps whose busy times', () => {
  test.each<[string, TestPerson, () => ReturnType<typeof ofPerson> | ReturnType<typeof ofUnit>, number, string?]>([
    ['a member their own', member, () => ofPerson(member), 200],
    ['a member not another’s', member, () => ofPerson(otherMember), 403, 'not-your-busy-time'],
    ['a member not a unit’s', member, () => ofUnit(), 403, 'not-your-busy-time'],
    ['the planner anybody’s of the team', planner, () => ofPerson(leader), 200],
    ['the planner any unit’s', planner, () => ofUnit('10525'), 200],
    ['the planner nobody’s outside the team', planner, () => ofPerson(cityViewer), 404, 'no-such-person'],
    ['the planner not that of a unit which is not there', planner, () => ofUnit('99999'), 404, 'no-such-unit'],
    ['an officer their unit’s', unitOfficer, () => ofUnit(), 200],
    ['the head their unit’s', unitHead, () => ofUnit(), 200],
    ['an officer not another unit’s', otherUnitOfficer, () => ofUnit(), 403, 'not-your-busy-time'],
    ['an officer no person’s', unitOfficer, () => ofPerson(unitOfficer), 403, 'not-your-busy-time'],
    ['the press nobody’s', press, () => ofPerson(press), 403, 'not-permitted'],
  ])('%s', async (_, as, of, status, code) => {
    const answer = await add(as, of())
    expect([answer.status, answer.error?.code]).toEqual([status, code])
  })

  test('others can neither change nor remove it, nor learn that it is there', async () => {
    const { busyTimeId } = (await add(member, ofPerson(member))).ok()
    for (const stranger of [otherMember, unitOfficer]) {
      const change = await house
        .as(stranger)
        .call(changeBusyTime, { params: { busyTimeId }, body: { revision: 0, ...days() } })
      const remove = await house.as(stranger).call(removeBusyTime, { params: { busyTimeId } })
      expect([change.error?.code, remove.error?.code]).toEqual(['no-such-busy-time', 'no-such-busy-time'])
    }
    const changed = await house
      .as(planner)
      .call(changeBusyTime, { params: { busyTimeId }, body: { revision: 0, ...days('2026-09-04') } })
    expect(changed.ok()).toMatchObject({ from: '2026-09-04', revision: 1 })
    const stale = await house
      .as(member)
      .call(changeBusyTime, { params: { busyTimeId }, body: { revision: 0, ...days('2026-09-05') } })
    expect([stale.error?.code, stale.error?.details]).toMatchObject(['changed-meanwhile', { from: '2026-09-04' }])
    expect((await house.as(member).call(removeBusyTime, { params: { busyTimeId } })).status).toBe(200)
  })

  test.each([
    ['days the wrong way round', { ...days('2026-09-04', '2026-09-03') }],
    ['half a day of two', { ...days('2026-09-03', '2026-09-04'), halfDay: 'morning' as const }],
  ])('%s are refused', async (_, body) =>
    expect((await add(member, ofPerson(member), body as never)).error?.code).toBe('bad-input'),
  )
})

describe('who sees what', () => {
  test('everybody of the team sees who is busy, only the person and the planner see why', async () => {
    ;(await add(member, ofPerson(member))).ok()
    ;(await add(unitOfficer, ofUnit(), days('2026-09-10', '2026-09-11', 'Đại hội'))).ok()
    const reasonsFor = async (person: TestPerson) => {
      const { people, units, mayManage } = (await house.as(person).call(listTeamBusyTimes, { params: campaign })).ok()
      const times = [...people, ...units].flatMap((each) => each.times)
      return { mayManage, reasons: times.map(({ reason }) => reason) }
    }
    expect(await reasonsFor(planner)).toEqual({ mayManage: true, reasons: ['Khám bệnh', 'Đại hội'] })
    expect(await reasonsFor(member)).toEqual({ mayManage: false, reasons: ['Khám bệnh', null] })
    expect(await reasonsFor(leader)).toEqual({ mayManage: false, reasons: [null, null] })
    for (const stranger of [unitOfficer, cityViewer, press])
      expect((await house.as(stranger).call(listTeamBusyTimes, { params: campaign })).error?.code).toBe('not-permitted')
    const own = (await house.as(unitHead).call(listOwnBusyTimes)).ok()
    expect(own).toMatchObject({ person: null, unit: { unitName: 'Phường Lê Chân', times: [{ reason: 'Đại hội' }] } })
    expect((await house.as(otherUnitOfficer).call(listOwnBusyTimes)).ok().unit?.times).toEqual([])
  })

  test('why somebody is busy is not in the history', async () => {
    ;(await add(member, ofPerson(member))).ok()
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('details')
      .where('action', 'like', 'busy-time.%')
      .execute()
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toContain('Khám bệnh')
  })

  test('an unannounced inspection makes nobody busy', async () => {
    const before = (await house.as(member).call(listTeamBusyTimes, { params: campaign })).raw.toString()
    const own = (await house.as(member).call(listOwnBusyTimes)).raw.toString()
    await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered', visitOn: '2026-09-15' })
    expect((await house.as(member).call(listTeamBusyTimes, { params: campaign })).raw.toString()).toBe(before)
    expect((await house.as(member).call(listOwnBusyTimes)).raw.toString()).toBe(own)
  })
})

describe('the planner is told', () => {
  const told = () =>
    house.owner
      .selectFrom('notifications')
      .innerJoin('people', 'people.personId', 'notifications.personId')
      .select(['people.fullName', 'inspectionId', 'title'])
      .orderBy('people.fullName')
      .execute()
  beforeEach(() => house.owner.deleteFrom('notifications').execute())

  test('when a person or a unit is busy in the half-day of a visit that they are part of', async () => {
    const visit = await buildInspection(house, { campaign, visitOn: '2026-09-15' })
    ;(await add(member, ofPerson(member), days('2026-09-14'))).ok()
    ;(await add(leader, ofPerson(leader), days('2026-09-15'))).ok()
    expect(await told()).toEqual([])
    ;(await add(member, ofPerson(member), days('2026-09-14', '2026-09-16'))).ok()
    ;(await add(unitOfficer, ofUnit(), days('2026-09-15'))).ok()
    const rows = await told()
    expect(new Set(rows.map(({ fullName }) => fullName))).toEqual(new Set([planner.fullName, otherPlanner.fullName]))
    expect(new Set(rows.map(({ title }) => title))).toEqual(
      new Set([
        `${member.fullName} báo bận: buổi kiểm tra Phường Lê Chân`,
        'Phường Lê Chân báo bận: buổi kiểm tra Phường Lê Chân',
      ]),
    )
    expect(rows.every(({ inspectionId }) => inspectionId === visit.inspectionId)).toBe(true)
  })

  test('nothing of an unannounced one, nor does the unit’s own learn of it', async () => {
    await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered', visitOn: '2026-09-15' })
    ;(await add(member, ofPerson(member), days('2026-09-15'))).ok()
    ;(await add(unitOfficer, ofUnit(), days('2026-09-15'))).ok()
    expect(await told()).toEqual([])
  })
})

describe('a calendar file', () => {
  const event = (uid: string, ...lines: string[]) =>
    ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:Họp ${uid}`, ...lines, 'END:VEVENT'].join('\r\n')
  const file = (...events: string[]) => ({
    name: 'lich.ics',
    mediaType: 'text/calendar',
    bytes: new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')),
  })
  const importAs = (person: TestPerson, sent: ReturnType<typeof file>, query = {}) =>
    house.as(person).call(importCalendarFile, { params: campaign, query, file: sent })
  const kept = async (person: TestPerson) =>
    (await house.as(person).call(listOwnBusyTimes))
      .ok()
      .person?.times.map(({ from, halfDay, reason }) => [from, halfDay, reason].filter(Boolean).join(' '))

  test('is shown before it is kept; importing again changes, and never doubles', async () => {
    const first = file(
      event('a', 'DTSTART;VALUE=DATE:20260903'),
      event('b', 'DTSTART:20260907T080000', 'DTEND:20260907T100000', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      event('c', 'DTSTART;VALUE=DATE:20260909', 'STATUS:CANCELLED'),
    )
    ;(await add(member, ofPerson(member), days('2026-10-01'))).ok()
    const preview = (
      await house.as(member).call(previewCalendarFile, { params: campaign, query: {}, file: first })
    ).ok()
    expect(preview.events.map(({ uid, change }) => `${uid} ${change}`)).toEqual(['a new', 'b new'])
    expect(preview.leftOut).toEqual({ cancelled: 1, free: 0, outside: 0 })
    expect(await kept(member)).toEqual(['2026-10-01 Khám bệnh'])

    expect((await importAs(member, first)).ok()).toEqual(preview)
    const all = ['2026-09-03 Họp a', '2026-09-07 morning Họp b', '2026-09-14 morning Họp b', '2026-10-01 Khám bệnh']
    expect(await kept(member)).toEqual(all)
    expect((await importAs(member, first)).ok().events.map(({ change }) => change)).toEqual(['same', 'same'])
    expect(await kept(member)).toEqual(all)

    const second = file(
      event('a', 'DTSTART;VALUE=DATE:20260904'),
      event('b', 'DTSTART:20260907T080000', 'STATUS:CANCELLED'),
    )
    const again = (await importAs(member, second)).ok()
    expect(again.events.map(({ uid, change }) => `${uid} ${change}`)).toEqual(['a changed', 'b removed'])
    expect(await kept(member)).toEqual(['2026-09-04 Họp a', '2026-10-01 Khám bệnh'])
  })

  test('of another person is kept beside one’s own under the same event', async () => {
    const shared = file(event('a', 'DTSTART;VALUE=DATE:20260903'))
    ;(await importAs(member, shared)).ok()
    ;(await importAs(planner, shared, { personId: house.personId(otherMember) })).ok()
    ;(await importAs(unitOfficer, shared)).ok()
    expect([await kept(member), await kept(otherMember)]).toEqual([['2026-09-03 Họp a'], ['2026-09-03 Họp a']])
    expect((await house.as(unitHead).call(listOwnBusyTimes)).ok().unit?.times).toHaveLength(1)
    const refused = await importAs(member, shared, { personId: house.personId(otherMember) })
    expect(refused.error?.code).toBe('not-your-busy-time')
  })

  test('imported twice at once is kept once', async () => {
    const sent = file(event('a', 'DTSTART;VALUE=DATE:20260903'), event('b', 'DTSTART;VALUE=DATE:20260904'))
    const answers = await Promise.all([importAs(member, sent), importAs(member, sent), importAs(member, sent)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await kept(member)).toEqual(['2026-09-03 Họp a', '2026-09-04 Họp b'])
  })

  test('that is broken is refused with a sentence, and nothing is kept', async () => {
    const broken = { ...file(), bytes: new TextEncoder().encode('BEGIN:VCALENDAR\r\nBEGIN:VEVENT') }
    const answer = await importAs(member, broken)
    expect([answer.status, answer.error?.code]).toEqual([422, 'calendar-unreadable'])
    expect(answer.error?.sentence).toContain('lich.ics')
    const huge = { ...file(), bytes: new Uint8Array(4 * 1024 * 1024 + 1).fill(65) }
    expect((await importAs(member, huge)).error?.code).toBe('file-too-large')
    expect(await kept(member)).toEqual([])
  })
})
