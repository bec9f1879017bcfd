import { randomUUID } from 'node:crypto'
import { getVisit, saveAttendance, saveMinutes } from '@cchc/domain/fieldwork/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { cityViewer, member, otherMember, planner, unitHead, unitOfficer } from '../../test/people.ts'
import { rate, received, visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof visitDesk>
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = visitDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

describe('before the session', () => {
  test('shows who is expected, what was reported, and who may start', async () => {
    const inspectionId = await desk.announcedVisit()
    const view = await desk.read(member, inspectionId)
    expect(view).toMatchObject({
      state: 'not-started',
      unitName: 'Phường Lê Chân',
      visitOn: '2026-07-15',
      halfDay: 'morning',
      myFields: ['institutions', 'admin-procedures', 'citizen-reception'],
      actions: ['start'],
      findings: [],
      reported: 'Đơn vị báo cáo theo Báo cáo phục vụ kiểm tra gửi ngày 09/07/2026, đúng hạn.',
    })
    expect(view.attendance.map(({ side, fullName, present }) => [side, fullName, present])).toEqual([
      ['team', planner.fullName, false],
      ['team', member.fullName, false],
      ['team', otherMember.fullName, false],
      ['unit', unitHead.fullName, false],
      ['unit', unitOfficer.fullName, false],
    ])
    expect(view.session.secretary).toContain(planner.fullName)
    expect(view.figures.map(({ itemKey, reported, verified }) => [itemKey, reported, verified])).toEqual([
      [received, 120, null],
      ['admin-procedures.resolved', 99, null],
      ['admin-procedures.on-time', 95, null],
      [rate, 95.96, null],
      ['admin-procedures.satisfaction', null, null],
      ['public-finance.revenue', null, null],
    ])
    expect(view.fields.map(({ fieldKey }) => fieldKey)).toContain('citizen-reception')
  })

  test('what a unit has written and not sent is no report', async () => {
    const view = await desk.read(planner, await desk.announcedVisit({ sent: false }))
    expect(view.figures.map(({ reported }) => reported)).toEqual(view.figures.map(() => null))
    expect(view.reported).toContain('chưa gửi')
  })

  test('does not start before its day, in Việt Nam', async () => {
    const inspectionId = await desk.announcedVisit()
    house.clock.set('2026-07-14T16:59:00Z')
    const early = await desk.start(planner, inspectionId)
    expect([early.status, early.error?.code]).toEqual([422, 'visit-not-today'])
    expect(early.error?.sentence).toContain('15/07/2026')
    expect((await desk.read(planner, inspectionId)).actions).toEqual([])
    house.clock.set('2026-07-14T17:01:00Z')
    expect((await desk.start(planner, inspectionId)).ok().state).toBe('open')
  })

  test('nor at an impossible time, nor without a notice, nor by others', async () => {
    const inspectionId = await desk.announcedVisit()
    expect((await desk.start(planner, inspectionId, '2026-07-14T01:00:00Z')).error?.code).toBe('visit-not-today')
    expect((await desk.start(planner, inspectionId, '2026-07-15T02:00:00Z')).error?.code).toBe('session-times')
    await desk.offRoster(otherMember)
    expect((await desk.start(otherMember, inspectionId)).error?.code).toBe('not-on-roster')
    expect((await desk.start(unitHead, inspectionId)).status).toBe(403)
    expect((await house.as(cityViewer).call(getVisit, { params: { inspectionId } })).status).toBe(403)
    const scheduled = await buildInspection(house, {
      campaign,
      state: 'scheduled',
      unitCode: '10525',
      visitOn: '2026-07-15',
      halfDay: 'afternoon',
    })
    expect((await desk.start(planner, scheduled.inspectionId)).error?.code).toBe('wrong-state')
    expect(await house.owner.selectFrom('visits').selectAll().execute()).toEqual([])
  })

  test('nothing is recorded', async () => {
    const inspectionId = await desk.announcedVisit()
    const params = { inspectionId }
    const answers = [
      await house.as(planner).call(saveAttendance, { params, body: { attendance: [] } }),
      await desk.verify(planner, inspectionId, received, { revision: 0, verified: 120 }),
      await desk.note(planner, inspectionId, randomUUID()),
      await house.as(planner).call(saveMinutes, {
        params,
        body: { revision: 0, chair: 'A', secretary: 'B', exchange: '', unitOpinion: '' },
      }),
      await desk.close(planner, inspectionId),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(answers.map(() => 'session-not-open'))
  })

  test('two devices start it at once: one session, both see it', async () => {
    const inspectionId = await desk.announcedVisit()
    const answers = await Promise.all([desk.start(planner, inspectionId), desk.start(member, inspectionId)])
    expect(answers.map((answer) => answer.ok().session.startedAt)).toEqual([
      '2026-07-15T01:05:00.000Z',
      '2026-07-15T01:05:00.000Z',
    ])
    expect(await desk.eventsOf(inspectionId, 'visit.start')).toHaveLength(1)
  })

  test('an unannounced visit is unknown to whoever is not in its circle', async () => {
    const hidden = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' })
    const calls = [planner, member].map((person) => house.as(person).call(getVisit, { params: hidden }))
    for (const answer of await Promise.all(calls))
      expect([answer.status, answer.error?.code]).toEqual([404, 'no-such-inspection'])
    expect((await desk.note(planner, hidden.inspectionId, randomUUID())).status).toBe(404)
  })
})

describe('figures', () => {
  test('verified beside reported; a difference needs its reason', async () => {
    const inspectionId = await desk.openVisit()
    const bare = await desk.verify(member, inspectionId, received, { revision: 0, verified: 118 })
    expect([bare.status, bare.error?.code]).toEqual([422, 'reason-for-difference'])
    expect(bare.error?.sentence).toContain('Tổng số hồ sơ tiếp nhận')
    const reason = 'Tính cả 2 hồ sơ đã rút'
    const figure = (await desk.verify(member, inspectionId, received, { revision: 0, verified: 118, reason })).ok()
    expect(figure).toMatchObject({
      reported: 120,
      verified: 118,
      difference: -2,
      verifiedBy: member.fullName,
      revision: 1,
    })
    expect((await desk.read(planner, inspectionId)).figures[0]).toEqual(figure)
    const row = await house.owner.selectFrom('verifiedFigures').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ inspectionId, itemKey: received, verified: 118, reason, revision: 1 })
  })

  test('a computed rate is checked as the report shows it, and one can take a figure back', async () => {
    const inspectionId = await desk.openVisit()
    expect((await desk.verify(member, inspectionId, rate, { revision: 0, verified: 95.96 })).ok()).toMatchObject({
      difference: 0,
      reported: 95.96,
    })
    expect((await desk.verify(member, inspectionId, rate, { revision: 1, verified: null })).ok()).toMatchObject({
      verified: null,
      difference: null,
      revision: 2,
    })
  })

  test.each([
    [received, 11.5, 422, 'wrong-kind-of-answer'],
    [rate, 101, 422, 'wrong-kind-of-answer'],
    ['admin-procedures.initiatives', 1, 404, 'no-such-item'],
    ['admin-procedures.unknown', 1, 404, 'no-such-item'],
  ])('%s verified as %s is refused', async (itemKey, verified, status, code) => {
    const inspectionId = await desk.openVisit()
    const answer = await desk.verify(member, inspectionId, itemKey, { revision: 0, verified, reason: 'x' })
    expect([answer.status, answer.error?.code]).toEqual([status, code])
  })

  test('two at once: one stands, the other is shown it; the same again does no harm', async () => {
    const inspectionId = await desk.openVisit()
    const answers = await Promise.all([
      desk.verify(member, inspectionId, received, { revision: 0, verified: 118, reason: 'Đếm lại' }),
      desk.verify(otherMember, inspectionId, received, { revision: 0, verified: 119, reason: 'Đếm lại' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const stood = answers.find(({ status }) => status === 200)!.ok()
    expect(answers.find(({ status }) => status === 409)?.error?.details).toEqual({ theirs: stood })
    const again = await desk.verify(planner, inspectionId, received, {
      revision: 0,
      verified: stood.verified,
      reason: stood.reason,
    })
    expect(again.ok()).toEqual(stood)
    expect(await desk.eventsOf(inspectionId, 'figure.verify')).toHaveLength(1)
  })
})

test('attendance is kept as it was ticked; a nameless row is refused', async () => {
  const inspectionId = await desk.openVisit()
  const keep = (fullName: string) =>
    house.as(member).call(saveAttendance, {
      params: { inspectionId },
      body: { attendance: [{ side: 'unit', fullName, post: ' Công chức ', present: true }] },
    })
  const kept = (await keep(' Nguyễn Thị Mẫu '.normalize('NFD'))).ok()
  expect(kept.attendance).toEqual([{ side: 'unit', fullName: 'Nguyễn Thị Mẫu', post: 'Công chức', present: true }])
  expect((await keep('  ')).status).toBe(400)
  const { attendance } = await house.owner.selectFrom('visits').select('attendance').executeTakeFirstOrThrow()
  expect(attendance).toEqual(kept.attendance)
  expect((await desk.read(planner, inspectionId)).attendance).toEqual(kept.attendance)
})
