import { getHome, scheduleInspection } from '@cchc/domain/inspections/contract.ts'
import {
  addVehicle,
  cancelTrip,
  downloadTransportPaper,
  getTransportDay,
  getTransportPaper,
  listInspectionTrips,
  listTransportDays,
  listVehicles,
  planTrip,
  type Rider,
  saveTrip,
  saveVehicle,
} from '@cchc/domain/logistics/contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import mammoth from 'mammoth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherMember,
  otherPlanner,
  planner,
  press,
  type TestPerson,
  unitHead,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeEach(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterEach(() => house.close())

const day = '2026-07-15'
const innova = {
  name: 'Toyota Innova',
  plate: '15A-000.01',
  seats: 4,
  seatsIncludeDriver: true,
  driverName: 'Lái xe một',
  driverPhone: '',
  ownership: 'own' as const,
  note: '',
  outOfUse: false,
}
const vehicle = async (plate = innova.plate, seats = innova.seats) =>
  (await house.as(planner).call(addVehicle, { body: { ...innova, plate, seats } })).ok()
const riderOf = (person: TestPerson): Rider => ({
  personId: house.personId(person),
  teamMemberId: campaign.seatOf(person),
  name: 'tên cũ',
})
const wish = (
  vehicleId: string,
  riders: Rider[],
  more: Partial<{ departsAt: string; returnsAt: string; travelOn: string }> = {},
) => ({
  vehicleId,
  travelOn: day,
  departsAt: '07:00',
  returnsAt: '11:30',
  pickups: [{ place: 'Cổng Sở Nội vụ', at: '07:00', riders }],
  note: '',
  ...more,
})
const plan = (body: ReturnType<typeof wish>, inspectionId: string | null = null, person = planner) =>
  house.as(person).call(planTrip, { params: { campaignId: campaign.campaignId }, body: { ...body, inspectionId } })
const dayOf = async (person = planner, date = day) =>
  (await house.as(person).call(getTransportDay, { params: { campaignId: campaign.campaignId, day: date } })).ok()
const rulesOf = async (date = day) => (await dayOf(planner, date)).problems.map(({ rule }) => rule)

test('a day goes from no vehicle to everybody seated, and its kilometres are estimated', async () => {
  await buildInspection(house, { campaign })
  expect(await rulesOf()).toEqual(['no-vehicle'])
  const { vehicleId } = await vehicle()
  const trip = (await plan(wish(vehicleId, [riderOf(planner), riderOf(member)]))).ok()
  expect(trip.pickups[0]!.riders.map(({ name }) => name)).toEqual([planner.fullName, member.fullName])
  expect(await rulesOf()).toEqual(['not-placed'])
  const body = { ...wish(vehicleId, [riderOf(planner), riderOf(member), riderOf(otherMember)]), revision: 0 }
  ;(await house.as(planner).call(saveTrip, { params: { tripId: trip.tripId }, body })).ok()
  const seen = await dayOf(leader)
  expect(seen.problems).toEqual([])
  expect(seen.people.map(({ name }) => name)).toEqual([planner.fullName, member.fullName, otherMember.fullName])
  expect(seen.routes).toMatchObject([{ stops: ['Phường Lê Chân'], km: expect.any(Number) }])
  expect(seen.routes[0]!.km).toBeGreaterThan(1)
})

test('the people of a thematic inspection that takes place inside the visit ride with it', async () => {
  const { inspectionId } = await buildInspection(house, { campaign })
  const { registrationId } = await house.owner
    .insertInto('thematicRegistrations')
    .values({
      campaignId: campaign.campaignId,
      agencyCode: '31-SXD',
      title: 'Chuyên đề',
      content: 'Nội dung',
      createdBy: house.personId(planner),
      createdAt: '2026-06-20T02:00:00Z',
    })
    .returning('registrationId')
    .executeTakeFirstOrThrow()
  await house.owner
    .insertInto('thematicPeople')
    .values({ registrationId, position: 0, fullName: 'Khách Sở Xây dựng', post: 'Chuyên viên' })
    .execute()
  const merged = await buildInspection(house, { campaign, kind: 'thematic', state: 'registered', visitOn: null })
  await house.owner
    .updateTable('inspections')
    .set({ registrationId, state: 'merged', mergedInto: inspectionId })
    .where('inspectionId', '=', merged.inspectionId)
    .execute()
  const { vehicleId } = await vehicle()
  ;(await plan(wish(vehicleId, [planner, member, otherMember].map(riderOf)))).ok()
  const seen = await dayOf()
  expect(seen.people.at(-1)).toMatchObject({ name: 'Khách Sở Xây dựng', agencyName: 'Sở Xây dựng', guest: true })
  expect(seen.problems.map(({ rule }) => rule)).toEqual(['too-few-seats', 'not-placed'])
})

test('a near visit day without a vehicle is a task of whoever arranges transport', async () => {
  await buildInspection(house, { campaign })
  const tasks = async (person: TestPerson, now: string) => {
    house.clock.set(now)
    const { tasks: all } = (await house.as(person).call(getHome, { params: { campaignId: campaign.campaignId } })).ok()
    return all.filter(({ action }) => action === 'Bố trí xe')
  }
  const [far, near] = ['2026-07-07T02:00:00Z', '2026-07-08T02:00:00Z']
  expect(await tasks(planner, far)).toEqual([])
  expect(await tasks(planner, near)).toMatchObject([
    { title: 'Chưa bố trí xe ngày 15/07/2026', link: '/hau-can/xe/2026-07-15', tone: 'info' },
  ])
  expect(await tasks(leader, near)).toEqual([])
  ;(await plan(wish((await vehicle()).vehicleId, []))).ok()
  expect(await tasks(planner, near)).toEqual([])
})

test('a department stands at the office: a day there costs no road', async () => {
  await buildInspection(house, { campaign, unitCode: '31-STC' })
  expect((await dayOf()).routes).toEqual([{ teamGroup: 1, stops: ['Sở Tài chính'], km: 0 }])
})

test('a visit that moves takes its question along: the old day has a spare vehicle, the new one has none', async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled' })
  const { vehicleId } = await vehicle()
  const trip = (await plan(wish(vehicleId, [riderOf(planner), riderOf(member), riderOf(otherMember)]))).ok()
  const roster = [planner, member].map((person) => ({ teamMemberId: campaign.seatOf(person), fieldKeys: ['steering'] }))
  const body = {
    revision: 0,
    visitOn: '2026-07-16',
    halfDay: 'morning' as const,
    place: 'Trụ sở',
    roster,
    reason: null,
  }
  ;(await house.as(planner).call(scheduleInspection, { params: { inspectionId }, body })).ok()
  expect([await rulesOf(), await rulesOf('2026-07-16')]).toEqual([['spare-vehicle'], ['no-vehicle']])
  const moved = { ...wish(vehicleId, trip.pickups[0]!.riders, { travelOn: '2026-07-16' }), revision: 0 }
  ;(await house.as(planner).call(saveTrip, { params: { tripId: trip.tripId }, body: moved })).ok()
  // The third one is not on the roster any more.
  expect(await rulesOf('2026-07-16')).toEqual(['not-of-the-day'])
  const { days } = (
    await house.as(cityViewer).call(listTransportDays, { params: { campaignId: campaign.campaignId } })
  ).ok()
  expect(days).toMatchObject([{ day: '2026-07-16', people: 2, vehicles: 1, seats: 3 }])
})

describe('what is refused', () => {
  test.each<[string, (id: string) => ReturnType<typeof wish>, number, string]>([
    [
      'more riders than seats',
      (id) => wish(id, [planner, member, otherMember, leader].map(riderOf)),
      422,
      'too-few-seats',
    ],
    ['one person twice', (id) => wish(id, [riderOf(planner), riderOf(planner)]), 422, 'rider-twice'],
    ['back before leaving', (id) => wish(id, [], { returnsAt: '06:00' }), 422, 'trip-times'],
    ['a vehicle that is not there', () => wish(house.personId(planner), []), 404, 'no-such-vehicle'],
    [
      'a person who is not there',
      (id) => wish(id, [{ personId: id, teamMemberId: null, name: 'Ai' }]),
      404,
      'no-such-person',
    ],
    [
      'a seat that is not there',
      (id) => wish(id, [{ personId: null, teamMemberId: id, name: 'Ai' }]),
      404,
      'no-such-team-member',
    ],
  ])('%s', async (_, body, status, code) => {
    const { vehicleId } = await vehicle()
    const answer = await plan(body(vehicleId))
    expect([answer.status, answer.error?.code]).toEqual([status, code])
    expect(await house.owner.selectFrom('trips').selectAll().execute()).toEqual([])
  })

  test('a vehicle, or a rider, that another trip has at the same time; one after the other is free', async () => {
    const [one, other] = [await vehicle(), await vehicle('15A-000.02')]
    ;(await plan(wish(one.vehicleId, [riderOf(planner)]))).ok()
    expect((await plan(wish(one.vehicleId, [], { departsAt: '11:00', returnsAt: '12:00' }))).error?.code).toBe(
      'vehicle-taken',
    )
    expect((await plan(wish(other.vehicleId, [riderOf(planner)]))).error?.code).toBe('rider-elsewhere')
    ;(await plan(wish(one.vehicleId, [riderOf(planner)], { departsAt: '11:30', returnsAt: '17:00' }))).ok()
  })

  test('of twenty planners who book one vehicle at once, exactly one', async () => {
    const { vehicleId } = await vehicle()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => plan(wish(vehicleId, []), null, index % 2 ? planner : otherPlanner)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ error }) => error?.code === 'vehicle-taken')).toHaveLength(19)
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('action')
      .where('action', '=', 'trip.plan')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('a stale revision, with what stands; a cancelled trip is gone and stays in the history', async () => {
    const { vehicleId } = await vehicle()
    const { tripId } = (await plan(wish(vehicleId, [riderOf(planner)]))).ok()
    const params = { tripId }
    ;(await house.as(planner).call(saveTrip, { params, body: { ...wish(vehicleId, []), revision: 0 } })).ok()
    const stale = await house.as(otherPlanner).call(saveTrip, { params, body: { ...wish(vehicleId, []), revision: 0 } })
    expect([stale.status, stale.error?.code, stale.error?.details]).toMatchObject([
      409,
      'changed-meanwhile',
      { revision: 1 },
    ])
    ;(await house.as(planner).call(cancelTrip, { params, body: { revision: 1 } })).ok()
    expect((await dayOf()).trips).toEqual([])
    const gone = await house.as(planner).call(cancelTrip, { params, body: { revision: 1 } })
    expect([gone.status, gone.error?.code]).toEqual([404, 'no-such-trip'])
    const kept = await house.owner
      .selectFrom('auditEvents')
      .select('details')
      .where('action', '=', 'trip.cancel')
      .executeTakeFirstOrThrow()
    expect(kept.details).toMatchObject({ before: { departsAt: '07:00' } })
  })

  test('reading and planning by role', async () => {
    const { vehicleId } = await vehicle()
    const refused = async (person: TestPerson) => (await plan(wish(vehicleId, []), null, person)).error?.code
    for (const person of [leader, member, cityViewer, unitHead, press])
      expect(await refused(person)).toBe('not-permitted')
    for (const person of [unitHead, press])
      expect((await house.as(person).call(listVehicles)).error?.code).toBe('not-permitted')
  })
})

test('a vehicle goes out of use and comes back, by revision; nothing deletes it', async () => {
  const { vehicleId } = await vehicle()
  const params = { vehicleId }
  ;(await house.as(planner).call(saveVehicle, { params, body: { ...innova, outOfUse: true, revision: 0 } })).ok()
  expect((await plan(wish(vehicleId, []))).error?.code).toBe('vehicle-out-of-use')
  const stale = await house.as(planner).call(saveVehicle, { params, body: { ...innova, revision: 0 } })
  expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
  ;(await house.as(planner).call(saveVehicle, { params, body: { ...innova, revision: 1 } })).ok()
  ;(await plan(wish(vehicleId, []))).ok()
})

test('the plan of the vehicles prints what the day shows', async () => {
  await buildInspection(house, { campaign })
  const { vehicleId } = await vehicle()
  ;(await plan(wish(vehicleId, [riderOf(planner), riderOf(member)]))).ok()
  const sent = { params: { campaignId: campaign.campaignId }, query: { from: '2026-07-13', to: '2026-07-19' } }
  const { paper } = (await house.as(leader).call(getTransportPaper, sent)).ok()
  const lines = paperLines(paper).join('\n')
  for (const words of [
    'Thứ Tư 15/07/2026',
    'Phường Lê Chân',
    '15A-000.01',
    'Cổng Sở Nội vụ',
    planner.fullName,
    'Chưa xếp chỗ cho 1 người',
  ])
    expect(lines).toContain(words)
  const file = await house.as(leader).call(downloadTransportPaper, sent)
  const { value } = await mammoth.extractRawText({ buffer: file.raw })
  expect(value).toContain('15A-000.01')
})

describe('the trip of an unannounced inspection', () => {
  let secret: string
  beforeEach(async () => {
    const built = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered', unitCode: '10525' })
    secret = built.inspectionId
    await tellCircle(house, secret, planner, leader)
    await buildInspection(house, { campaign })
  })
  /** All that a person can read of transport, as bytes. */
  const world = async (person: TestPerson) => {
    const params = { campaignId: campaign.campaignId }
    const answers = [
      await house.as(person).call(listTransportDays, { params }),
      await house.as(person).call(getTransportDay, { params: { ...params, day } }),
      await house.as(person).call(getTransportPaper, { params, query: { from: day, to: day } }),
      await house.as(person).call(listVehicles),
    ]
    return answers.map(({ status, raw }) => `${status} ${raw.toString()}`)
  }

  test('is on no list, not even of its circle, and on the page of its inspection alone', async () => {
    const { vehicleId } = await vehicle()
    const people = [planner, otherPlanner, leader, cityViewer, member]
    const before = await Promise.all(people.map(world))
    const trip = (await plan(wish(vehicleId, [riderOf(planner)]), secret)).ok()
    expect(await Promise.all(people.map(world))).toEqual(before)
    const own = await house.as(leader).call(listInspectionTrips, { params: { inspectionId: secret } })
    expect(own.ok().trips).toMatchObject([{ tripId: trip.tripId, inspectionId: secret, warnings: [] }])
    for (const person of [otherPlanner, member, cityViewer]) {
      const answer = await house.as(person).call(listInspectionTrips, { params: { inspectionId: secret } })
      expect([answer.status, answer.error?.code]).toEqual([404, 'no-such-inspection'])
    }
  })

  test('a stranger books over it, marks its vehicle out of use, and cannot touch it; its circle is warned', async () => {
    const { vehicleId } = await vehicle()
    const hidden = (await plan(wish(vehicleId, [riderOf(member)]), secret)).ok()
    ;(await plan(wish(vehicleId, [riderOf(member)]), null, otherPlanner)).ok()
    const body = { ...innova, outOfUse: true, revision: 0 }
    ;(await house.as(otherPlanner).call(saveVehicle, { params: { vehicleId }, body })).ok()
    const own = (await house.as(planner).call(listInspectionTrips, { params: { inspectionId: secret } })).ok()
    expect(own.trips[0]!.warnings).toEqual([
      'Toyota Innova (15A-000.01) đã ngừng sử dụng.',
      'Toyota Innova (15A-000.01) đã được xếp cho một chuyến khác: 15/07/2026, 07:00–11:30.',
      `${member.fullName} đã có chỗ trên Toyota Innova (15A-000.01): 15/07/2026, 07:00–11:30.`,
    ])
    const params = { tripId: hidden.tripId }
    for (const answer of [
      await house.as(otherPlanner).call(cancelTrip, { params, body: { revision: 0 } }),
      await house.as(otherPlanner).call(saveTrip, { params, body: { ...wish(vehicleId, []), revision: 0 } }),
      await plan(wish(vehicleId, []), secret, otherPlanner),
    ])
      expect([answer.status, answer.error?.code.startsWith('no-such')]).toEqual([404, true])
  })

  test('the circle too may book it over another trip: both stand', async () => {
    const { vehicleId } = await vehicle()
    ;(await plan(wish(vehicleId, [riderOf(planner)]))).ok()
    ;(await plan(wish(vehicleId, [riderOf(planner)]), secret)).ok()
    expect(await house.owner.selectFrom('trips').selectAll().execute()).toHaveLength(2)
  })

  test('the database shows it to its circle alone, and to nobody unnamed', async () => {
    const { vehicleId } = await vehicle()
    ;(await plan(wish(vehicleId, []), secret)).ok()
    const seenBy = (person: TestPerson) =>
      house.within(person, ({ db }) => db.selectFrom('trips').selectAll().execute())
    expect(await seenBy(planner)).toHaveLength(1)
    for (const person of [otherPlanner, member, cityViewer, unitHead]) expect(await seenBy(person)).toEqual([])
    expect(await house.ground.database.selectFrom('trips').selectAll().execute()).toEqual([])
  })

  test('stands on its day for the team once it has been opened on site', async () => {
    const { vehicleId } = await vehicle()
    ;(await plan(wish(vehicleId, []), secret)).ok()
    await house.owner.updateTable('inspections').set({ state: 'opened' }).where('inspectionId', '=', secret).execute()
    expect((await dayOf(otherPlanner)).trips).toMatchObject([{ inspectionId: secret }])
    expect((await plan(wish(vehicleId, []), secret)).error?.code).toBe('trip-of-the-day')
  })
})
