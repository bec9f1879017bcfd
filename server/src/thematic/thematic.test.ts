import {
  cancelInspection,
  getInspection,
  listInspections,
  scheduleInspection,
} from '@cchc/domain/inspections/contract.ts'
import type { RegistrationBody, RegistrationDetail } from '@cchc/domain/thematic/contract.ts'
import * as contract from '@cchc/domain/thematic/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  coordinator,
  leader,
  member,
  otherCoordinator,
  planner,
  standingDeputy,
  type TestPerson,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  // A fresh year for every test: exceptions cannot be removed, not even by a test.
  await house.owner.updateTable('campaigns').set({ state: 'closed' }).execute()
  await house.owner.updateTable('inspections').set({ year: 1990 }).where('exceptionId', 'is not', null).execute()
  await house.owner.updateTable('inspections').set({ state: 'cancelled', mergedInto: null }).execute()
  await house.owner.updateTable('campaigns').set({ number: null }).execute()
  campaign = await buildCampaign(house)
})

const leChan = '11383'
const september = { from: '2026-09-01', to: '2026-09-30' }
const body = (changes: Partial<RegistrationBody> = {}): RegistrationBody => ({
  title: 'Kiểm tra công tác chứng thực',
  content: 'Việc chứng thực bản sao, chữ ký',
  legalBasis: 'Nghị định số 23/2015/NĐ-CP',
  fieldKeys: ['institutions'],
  people: [
    { fullName: 'Đầu mối Tư pháp', post: 'Chuyên viên', personId: house.personId(coordinator) },
    { fullName: 'Người Không Tài Khoản', post: 'Trưởng phòng', personId: null },
  ],
  units: [{ unitCode: leChan, wish: september }],
  ...changes,
})
let registered = 0
/** Each is entered a second after the one before. */
const register = async (person: TestPerson = coordinator, changes: Partial<RegistrationBody> = {}) => {
  registered += 1
  house.clock.set(new Date(Date.parse('2026-07-01T02:00:00Z') + registered * 1000).toISOString())
  return (
    await house.as(person).call(contract.registerThematic, {
      params: campaign,
      body: body(person === coordinator ? changes : { people: [], title: 'Kiểm tra tài sản công', ...changes }),
    })
  ).ok()
}
const detail = async (person: TestPerson, { registrationId }: { registrationId: string }) =>
  (await house.as(person).call(contract.getRegistration, { params: { registrationId } })).ok()
const unitOf = ({ units }: RegistrationDetail, unitCode = leChan) => units.find((unit) => unit.unitCode === unitCode)!
const merge = (person: TestPerson, registration: RegistrationDetail, hostId: string) => {
  const { inspectionId, revision } = unitOf(registration)
  return house
    .as(person)
    .call(contract.mergeThematic, { params: { inspectionId }, body: { revision, hostId, note: '' } })
}
const separate = (person: TestPerson, registration: RegistrationDetail, exceptionReason: string | null = null) => {
  const { inspectionId, revision } = unitOf(registration)
  return house
    .as(person)
    .call(contract.separateThematic, { params: { inspectionId }, body: { revision, note: '', exceptionReason } })
}
const told = async (person: TestPerson) =>
  (
    await house.owner
      .selectFrom('notifications')
      .select(['title', 'body', 'kind'])
      .where('personId', '=', house.personId(person))
      .orderBy('at')
      .execute()
  ).at(-1)
const events = (action: string, inspectionId: string) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('action', '=', action)
    .where('inspectionId', '=', inspectionId)
    .execute()
const planned = (changes: object = {}) =>
  buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-17', ...changes })

describe('registering', () => {
  test('keeps the department’s words, people and units, each unit as one row that is only a wish', async () => {
    const view = await register(coordinator, {
      units: [
        { unitCode: leChan, wish: september },
        { unitCode: '10525', wish: { from: '2026-10-06', to: '2026-10-06' } },
      ],
    })
    expect(view).toMatchObject({
      agencyName: 'Sở Tư pháp',
      title: 'Kiểm tra công tác chứng thực',
      revision: 0,
      actions: ['edit', 'withdraw'],
      people: [{ fullName: 'Đầu mối Tư pháp' }, { fullName: 'Người Không Tài Khoản', personId: null }],
    })
    const rows = await house.owner
      .selectFrom('inspections')
      .select(['unitCode', 'kind', 'state', 'visitOn', 'wishedFrom', 'wishedTo'])
      .where('registrationId', '=', view.registrationId)
      .orderBy('unitCode')
      .execute()
    expect(rows).toEqual([
      {
        unitCode: '10525',
        kind: 'thematic',
        state: 'registered',
        visitOn: null,
        wishedFrom: '2026-10-06',
        wishedTo: '2026-10-06',
      },
      {
        unitCode: leChan,
        kind: 'thematic',
        state: 'registered',
        visitOn: null,
        wishedFrom: '2026-09-01',
        wishedTo: '2026-09-30',
      },
    ])
    expect(await told(planner)).toMatchObject({ kind: 'thematic.register' })
  })

  test('is seen by the own department and the office, not by another department or the unit', async () => {
    const { registrationId } = await register()
    for (const person of [coordinator, planner, standingDeputy, leader, member, cityViewer]) {
      const { registrations } = (await house.as(person).call(contract.listRegistrations, { params: campaign })).ok()
      expect([person.username, registrations.length]).toEqual([person.username, 1])
    }
    const { registrations } = (
      await house.as(otherCoordinator).call(contract.listRegistrations, { params: campaign })
    ).ok()
    expect(registrations).toEqual([])
    for (const call of [
      house.as(otherCoordinator).call(contract.getRegistration, { params: { registrationId } }),
      house.as(otherCoordinator).call(contract.editRegistration, {
        params: { registrationId },
        body: { ...body({ people: [] }), revision: 0 },
      }),
      house
        .as(otherCoordinator)
        .call(contract.withdrawRegistration, { params: { registrationId }, body: { revision: 0, reason: 'x' } }),
    ])
      expect((await call).error?.code).toBe('no-such-registration')
    expect((await house.as(unitOfficer).call(contract.getRegistration, { params: { registrationId } })).status).toBe(
      403,
    )
  })

  test('is unknown to the database itself when another department looks', async () => {
    const { registrationId } = await register()
    const rows = await house.within(otherCoordinator, ({ db }) =>
      db.selectFrom('thematicRegistrations').selectAll().execute(),
    )
    const people = await house.within(otherCoordinator, ({ db }) =>
      db.selectFrom('thematicPeople').selectAll().execute(),
    )
    expect([rows, people]).toEqual([[], []])
    const own = await house.within(coordinator, ({ db }) =>
      db.selectFrom('thematicPeople').selectAll().where('registrationId', '=', registrationId).execute(),
    )
    expect(own).toHaveLength(2)
    expect(await house.ground.database.selectFrom('thematicRegistrations').selectAll().execute()).toEqual([])
  })

  test.each([
    ['a unit that is not there', { units: [{ unitCode: 'x', wish: september }] }, 'no-such-unit'],
    [
      'a unit twice',
      {
        units: [
          { unitCode: leChan, wish: september },
          { unitCode: leChan, wish: september },
        ],
      },
      'registered-twice',
    ],
    [
      'another year',
      { units: [{ unitCode: leChan, wish: { from: '2027-01-04', to: '2027-01-04' } }] },
      'wish-outside-year',
    ],
    [
      'an end before the start',
      { units: [{ unitCode: leChan, wish: { from: '2026-09-02', to: '2026-09-01' } }] },
      'bad-input',
    ],
    ['no units', { units: [] }, 'bad-input'],
    ['a field that is not there', { fieldKeys: ['magic'] }, 'no-such-field'],
  ])('is refused with %s', async (_, changes, code) => {
    const answer = await house
      .as(coordinator)
      .call(contract.registerThematic, { params: campaign, body: body(changes) })
    expect(answer.error?.code).toBe(code)
  })

  test('links only people of the own department', async () => {
    const people = [{ fullName: 'Thành viên Tài chính', post: '', personId: house.personId(otherCoordinator) }]
    const answer = await house
      .as(coordinator)
      .call(contract.registerThematic, { params: campaign, body: body({ people }) })
    expect(answer.error?.code).toBe('no-such-person')
  })

  test('a stale edit is a 409 with what stands, and nothing is overwritten', async () => {
    const { registrationId } = await register()
    const edit = (revision: number, title: string) =>
      house
        .as(coordinator)
        .call(contract.editRegistration, { params: { registrationId }, body: { ...body({ title }), revision } })
    expect((await edit(0, 'Tên mới')).ok()).toMatchObject({ title: 'Tên mới', revision: 1 })
    const stale = await edit(0, 'Tên khác')
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ theirs: { title: 'Tên mới', revision: 1 } })
    expect((await detail(planner, { registrationId })).title).toBe('Tên mới')
  })

  test('an edit adds, moves and drops units; withdrawing ends them', async () => {
    const { registrationId } = await register()
    const wish = { from: '2026-10-06', to: '2026-10-06' }
    const edited = (
      await house.as(coordinator).call(contract.editRegistration, {
        params: { registrationId },
        body: { ...body({ units: [{ unitCode: '10525', wish }] }), revision: 0 },
      })
    ).ok()
    expect(edited.units.map(({ unitCode, state }) => [unitCode, state]).sort()).toEqual([
      ['10525', 'registered'],
      [leChan, 'cancelled'],
    ])
    const back = (
      await house.as(coordinator).call(contract.editRegistration, {
        params: { registrationId },
        body: { ...body({ units: [{ unitCode: leChan, wish }] }), revision: 1 },
      })
    ).ok()
    expect(back.units.filter(({ state }) => state === 'registered').map(({ unitCode }) => unitCode)).toEqual([leChan])
    const withdrawn = (
      await house.as(coordinator).call(contract.withdrawRegistration, {
        params: { registrationId },
        body: { revision: 2, reason: 'Đổi kế hoạch' },
      })
    ).ok()
    expect(withdrawn.units.every(({ state }) => state === 'cancelled')).toBe(true)
    expect(withdrawn.actions).toEqual([])
  })

  test('does not show among the team’s own inspections, nor can it be scheduled or opened like them', async () => {
    const view = await register()
    const { inspectionId } = unitOf(view)
    const { inspections } = (await house.as(planner).call(listInspections, { params: campaign })).ok()
    expect(inspections).toEqual([])
    expect((await house.as(planner).call(getInspection, { params: { inspectionId } })).status).toBe(404)
    expect(
      (await house.as(planner).call(cancelInspection, { params: { inspectionId }, body: { revision: 0, reason: 'x' } }))
        .status,
    ).toBe(404)
  })
})

describe('overlaps', () => {
  test('name the plan’s visit and other departments’ wishes to the office, with a proposal', async () => {
    const host = await planned()
    const mine = await register()
    await register(otherCoordinator, { units: [{ unitCode: leChan, wish: { from: '2026-09-15', to: '2026-09-18' } }] })
    const unit = unitOf(await detail(standingDeputy, mine))
    expect(unit.overlaps).toMatchObject([
      { kind: 'planned', grade: 'same-month', time: { from: '2026-09-17', to: '2026-09-17' }, mayHost: true },
      { kind: 'thematic', grade: 'same-month', agencyName: 'Sở Tài chính', title: 'Kiểm tra tài sản công' },
    ])
    expect(unit.advice).toEqual({ act: 'merge', hostId: host.inspectionId, needsException: false })
    expect(unit.actions).toEqual(['merge', 'separate'])
    expect(unitOf(await detail(planner, mine)).actions).toEqual(['propose'])
  })

  test('tell a department neither whose the other is nor a day that the unit has not been told', async () => {
    const host = await planned()
    const mine = await register()
    await register(otherCoordinator)
    const unit = unitOf(await detail(coordinator, mine))
    expect(unit.overlaps).toMatchObject([
      { kind: 'planned', grade: 'same-year', time: null, agencyName: null },
      { kind: 'thematic', grade: 'same-year', time: null, agencyName: null, title: null },
    ])
    expect(unit.advice).toBeNull()
    await house.owner
      .updateTable('inspections')
      .set({ state: 'announced' })
      .where('inspectionId', '=', host.inspectionId)
      .execute()
    expect(unitOf(await detail(coordinator, mine)).overlaps[0]).toMatchObject({
      time: { from: '2026-09-17', to: '2026-09-17' },
    })
  })

  test('never hold an unannounced inspection', async () => {
    await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' as never, visitOn: '2026-09-17' })
    expect(unitOf(await detail(standingDeputy, await register())).overlaps).toEqual([])
  })

  test('are proposed upon by the secretary, and the standing deputy is told', async () => {
    const host = await planned()
    const mine = await register()
    const { inspectionId } = unitOf(mine)
    const propose = (hostId: string | null, note: string) =>
      house
        .as(planner)
        .call(contract.proposeDecision, { params: { inspectionId }, body: { act: 'merge', hostId, note } })
    expect((await propose(null, '')).error?.code).toBe('host-not-fit')
    expect(unitOf((await propose(host.inspectionId, 'Cùng tháng')).ok()).proposed).toMatchObject({
      act: 'merge',
      hostId: host.inspectionId,
      note: 'Cùng tháng',
      by: 'Thư ký Đoàn',
    })
    expect(await told(standingDeputy)).toMatchObject({ kind: 'thematic.propose' })
    expect(
      unitOf((await merge(standingDeputy, await detail(standingDeputy, mine), host.inspectionId)).ok()).proposed,
    ).toBeNull()
  })
})

describe('merging', () => {
  test('puts it into the common visit, tells the department, and keeps who decided', async () => {
    const host = await planned()
    const mine = await register()
    expect((await merge(planner, mine, host.inspectionId)).status).toBe(403)
    const unit = unitOf((await merge(standingDeputy, mine, host.inspectionId)).ok())
    expect(unit).toMatchObject({
      state: 'merged',
      host: { inspectionId: host.inspectionId, visitOn: '2026-09-17', kind: 'planned' },
      decision: { by: 'Phó Trưởng đoàn TT' },
    })
    expect(await told(coordinator)).toMatchObject({
      kind: 'thematic.merge',
      title: expect.stringContaining('Phường Lê Chân'),
    })
    expect(await events('thematic.merge', unit.inspectionId)).toHaveLength(1)
    const { guests } = (await house.as(planner).call(contract.listGuests, { params: host })).ok()
    expect(guests).toMatchObject([
      { agencyName: 'Sở Tư pháp', title: mine.title, people: [{ fullName: 'Đầu mối Tư pháp' }, {}] },
    ])
  })

  test('opens to the department the common visit, and nothing else of the season', async () => {
    const host = await planned()
    const other = await planned({ unitCode: '10525', visitOn: '2026-09-18' })
    const mine = await register()
    const seen = async (person: TestPerson) =>
      (await house.as(person).call(listInspections, { params: campaign }))
        .ok()
        .inspections.map(({ inspectionId }) => inspectionId)
    expect(await seen(coordinator)).toEqual([])
    ;(await merge(standingDeputy, mine, host.inspectionId)).ok()
    expect(await seen(coordinator)).toEqual([host.inspectionId])
    expect(await seen(otherCoordinator)).toEqual([])
    expect((await house.as(coordinator).call(getInspection, { params: other })).error?.code).toBe('no-such-inspection')
    expect((await house.as(otherCoordinator).call(contract.listGuests, { params: host })).error?.code).toBe(
      'no-such-inspection',
    )
  })

  test('is told when the common visit moves, and is registered again when it is cancelled', async () => {
    const host = await planned()
    const mine = await register()
    ;(await merge(standingDeputy, mine, host.inspectionId)).ok()
    ;(
      await house.as(planner).call(scheduleInspection, {
        params: host,
        body: {
          revision: 0,
          visitOn: '2026-09-22',
          halfDay: 'afternoon',
          place: 'Trụ sở',
          roster: [],
          reason: 'Đơn vị bận',
        },
      })
    ).ok()
    expect(await told(coordinator)).toMatchObject({
      kind: 'inspection.move',
      title: expect.stringContaining('chiều 22/09/2026'),
    })
    ;(
      await house.as(planner).call(cancelInspection, { params: host, body: { revision: 1, reason: 'Đơn vị sáp nhập' } })
    ).ok()
    expect(unitOf(await detail(coordinator, mine))).toMatchObject({ state: 'registered', host: null })
    expect(await told(coordinator)).toMatchObject({
      kind: 'thematic.unmerge',
      body: expect.stringContaining('Đơn vị sáp nhập'),
    })
  })

  test('is taken back while nothing has been visited', async () => {
    const host = await planned()
    const mine = await register()
    const merged = (await merge(standingDeputy, mine, host.inspectionId)).ok()
    const unmerge = (revision: number) =>
      house
        .as(standingDeputy)
        .call(contract.unmergeThematic, { params: unitOf(merged), body: { revision, reason: 'Tách ra' } })
    const state = (to: string) =>
      house.owner.updateTable('inspections').set({ state: to }).where('inspectionId', '=', host.inspectionId).execute()
    await state('visited')
    expect((await unmerge(unitOf(merged).revision)).error?.code).toBe('wrong-state')
    await state('scheduled')
    expect((await unmerge(0)).error?.code).toBe('changed-meanwhile')
    expect(unitOf((await unmerge(unitOf(merged).revision)).ok())).toMatchObject({ state: 'registered', host: null })
  })

  test.each([
    ['of another unit', { unitCode: '10525' }, 'host-not-fit'],
    ['that has been visited', { state: 'visited' }, 'host-not-fit'],
    ['that has been cancelled', { state: 'cancelled' }, 'host-not-fit'],
    ['that is unannounced', { kind: 'unannounced', state: 'ordered' }, 'no-such-inspection'],
  ])('into an inspection %s is refused', async (_, changes, code) => {
    const host = await planned(changes)
    expect((await merge(standingDeputy, await register(), host.inspectionId)).error?.code).toBe(code)
  })

  test('into an announced visit asks for a new notice, which says why', async () => {
    const host = await planned({ state: 'announced' })
    await house.owner
      .insertInto('documents')
      .values({
        campaignId: campaign.campaignId,
        inspectionId: host.inspectionId,
        kind: 'schedule-notice',
        title: 'Thông báo',
        number: '215',
        symbol: 'TB-SNV',
        year: 2026,
        issuedOn: '2026-06-30',
        paper: '{}',
        issuedBy: house.personId(planner),
        issuedAt: '2026-06-30T02:00:00Z',
      })
      .execute()
    ;(await merge(standingDeputy, await register(), host.inspectionId)).ok()
    const view = (await house.as(planner).call(getInspection, { params: host })).ok()
    expect(view.next?.what).toBe('Thông báo lại lịch')
    expect(view.actions).toContain('announce')
  })
})

describe('once a year', () => {
  test('two departments’ inspections and the plan end as one visit', async () => {
    const host = await planned()
    const first = await register()
    const second = await register(otherCoordinator)
    ;(await merge(standingDeputy, first, host.inspectionId)).ok()
    ;(await merge(standingDeputy, second, host.inspectionId)).ok()
    const { rows } = await house.owner
      .selectFrom('inspections')
      .select(['kind', 'state', 'mergedInto'])
      .where('unitCode', '=', leChan)
      .where('year', '=', 2026)
      .where('state', '<>', 'cancelled')
      .orderBy('kind')
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toEqual([
      { kind: 'planned', state: 'scheduled', mergedInto: null },
      { kind: 'thematic', state: 'merged', mergedInto: host.inspectionId },
      { kind: 'thematic', state: 'merged', mergedInto: host.inspectionId },
    ])
    expect(
      (await house.as(planner).call(contract.listGuests, { params: host }))
        .ok()
        .guests.map(({ agencyName }) => agencyName),
    ).toEqual(['Sở Tư pháp', 'Sở Tài chính'])
  })

  test('of two wishes one becomes the common visit; taking it back frees both', async () => {
    const first = await register()
    const second = await register(otherCoordinator)
    const advice = unitOf(await detail(standingDeputy, second)).advice!
    expect(advice).toEqual({ act: 'merge', hostId: unitOf(first).inspectionId, needsException: false })
    ;(await merge(standingDeputy, second, advice.hostId!)).ok()
    const host = unitOf(await detail(standingDeputy, first))
    expect(host).toMatchObject({ state: 'separate', exception: null })
    expect(await told(coordinator)).toMatchObject({ kind: 'thematic.separate' })
    ;(
      await house
        .as(leader)
        .call(contract.unmergeThematic, { params: host, body: { revision: host.revision, reason: 'Hoãn' } })
    ).ok()
    for (const each of [first, second]) expect(unitOf(await detail(standingDeputy, each)).state).toBe('registered')
  })

  test('separate is refused where the unit has another one, which is named, unless an exception is recorded', async () => {
    await planned()
    const mine = await register()
    const refused = await separate(standingDeputy, mine)
    expect([refused.status, refused.error?.code]).toEqual([409, 'unit-visited-once-a-year'])
    expect(refused.error?.sentence).toContain('kiểm tra theo kế hoạch ngày 17/09/2026')
    expect((await separate(planner, mine, 'Khẩn')).status).toBe(403)
    expect((await separate(coordinator, mine, 'Khẩn')).status).toBe(403)
    expect((await separate(standingDeputy, mine, '  ')).error?.code).toBe('unit-visited-once-a-year')
    const unit = unitOf((await separate(leader, mine, 'Theo chỉ đạo của UBND thành phố')).ok())
    expect(unit).toMatchObject({
      state: 'separate',
      exception: { allowedBy: 'Trưởng đoàn', reason: 'Theo chỉ đạo của UBND thành phố' },
    })
    expect(await told(coordinator)).toMatchObject({
      kind: 'thematic.separate',
      body: expect.stringContaining('Ngoại lệ'),
    })
  })

  test('separate where nothing else is needs no exception, and none is kept', async () => {
    const unit = unitOf((await separate(standingDeputy, await register(), 'Không cần')).ok())
    expect(unit).toMatchObject({ state: 'separate', exception: null })
  })

  test('is the database’s last word: no exception, none of another inspection, and none that is changed', async () => {
    const host = await planned()
    const mine = unitOf(await register())
    const set = (values: object) =>
      house.owner.updateTable('inspections').set(values).where('inspectionId', '=', mine.inspectionId).execute()
    await expect(set({ state: 'separate' })).rejects.toThrow('one_planned_inspection_per_unit_and_year')
    const { exceptionId } = await house.owner
      .insertInto('yearExceptions')
      .values({
        inspectionId: host.inspectionId,
        allowedBy: house.personId(leader),
        allowedAt: '2026-07-01T00:00:00Z',
        reason: 'Khác',
      })
      .returning('exceptionId')
      .executeTakeFirstOrThrow()
    await expect(set({ state: 'separate', exceptionId })).rejects.toThrow('exception_of_this_inspection')
    for (const change of [
      () => house.owner.updateTable('yearExceptions').set({ reason: 'Sửa' }).execute(),
      () => house.owner.deleteFrom('yearExceptions').execute(),
      () => house.within(leader, ({ db }) => db.updateTable('yearExceptions').set({ reason: 'Sửa' }).execute()),
      () => house.within(leader, ({ db }) => db.deleteFrom('yearExceptions').execute()),
    ])
      await expect(change()).rejects.toThrow(/append-only|permission denied/)
    await expect(
      house.owner
        .insertInto('yearExceptions')
        .values({
          inspectionId: mine.inspectionId,
          allowedBy: house.personId(leader),
          allowedAt: '2026-07-01T00:00:00Z',
          reason: ' ',
        })
        .execute(),
    ).rejects.toThrow('reason')
  })

  test('twenty decisions on one wish at one time: one stands, one audit row', async () => {
    const host = await planned()
    const mine = await register()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? merge(standingDeputy, mine, host.inspectionId) : separate(leader, mine, 'Khẩn'),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { inspectionId } = unitOf(mine)
    const decided = [
      ...(await events('thematic.merge', inspectionId)),
      ...(await events('thematic.separate', inspectionId)),
    ]
    expect(decided).toHaveLength(1)
  })

  test('two departments wish to be separate at one unit at one time: one stands, the other is told of it', async () => {
    const first = await register()
    const second = await register(otherCoordinator)
    const answers = await Promise.all([separate(standingDeputy, first), separate(leader, second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.error?.code).toBe('unit-visited-once-a-year')
  })
})

describe('a separate inspection', () => {
  test('is visited, gets its result and file, and is closed by its department', async () => {
    const mine = await register()
    const unit = unitOf((await separate(standingDeputy, mine)).ok())
    const params = { inspectionId: unit.inspectionId }
    const as = house.as(coordinator)
    const visit = (visitOn: string) =>
      as.call(contract.recordThematicVisit, { params, body: { revision: unit.revision, visitOn, halfDay: 'morning' } })
    expect((await visit('2026-07-02')).error?.code).toBe('session-times')
    house.clock.set('2026-09-20T02:00:00Z')
    const early = await as.call(contract.saveThematicResult, { params, body: { revision: unit.revision, text: 'Tốt' } })
    expect(early.error?.code).toBe('wrong-state')
    expect(
      (
        await house.as(otherCoordinator).call(contract.recordThematicVisit, {
          params,
          body: { revision: unit.revision, visitOn: '2026-09-18', halfDay: 'morning' },
        })
      ).error?.code,
    ).toBe('no-such-inspection')
    const visited = unitOf((await visit('2026-09-18')).ok())
    expect(visited).toMatchObject({ state: 'visited', visitOn: '2026-09-18', actions: ['result', 'close'] })
    expect((await as.call(contract.closeThematic, { params, body: { revision: visited.revision } })).error?.code).toBe(
      'result-needed',
    )
    const result = unitOf(
      (
        await as.call(contract.saveThematicResult, {
          params,
          body: { revision: visited.revision, text: 'Chấp hành tốt' },
        })
      ).ok(),
    )
    expect(result.result).toMatchObject({ text: 'Chấp hành tốt', by: 'Đầu mối Tư pháp' })
    const file = { name: 'ket-luan.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 kết luận') }
    expect(
      (await as.call(contract.uploadThematicFile, { params, file: { ...file, bytes: Buffer.from('MZ') } })).error?.code,
    ).toBe('file-kind-not-allowed')
    expect(unitOf((await as.call(contract.uploadThematicFile, { params, file })).ok()).result?.file?.name).toBe(
      'ket-luan.pdf',
    )
    expect(Buffer.from((await as.call(contract.downloadThematicFile, { params })).raw).toString()).toContain('kết luận')
    expect((await house.as(otherCoordinator).call(contract.downloadThematicFile, { params })).status).toBe(404)
    const closed = unitOf((await as.call(contract.closeThematic, { params, body: { revision: result.revision } })).ok())
    expect(closed).toMatchObject({ state: 'closed', actions: [] })
  })
})
