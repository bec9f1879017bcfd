import { draftConclusion, getConclusion } from '@cchc/domain/conclusions/contract.ts'
import { listDocuments, suggestNumber } from '@cchc/domain/documents/contract.ts'
import { closeVisit, getVisit, saveAttendance, saveMinutes, startVisit } from '@cchc/domain/fieldwork/contract.ts'
import {
  getHome,
  getInspection,
  listInspections,
  scheduleInspection,
  search,
} from '@cchc/domain/inspections/contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import {
  addPlace,
  cancelUnannounced,
  declineUnannounced,
  editUnannounced,
  getUnannounced,
  getUnannouncedPaper,
  listUnannounced,
  listUnannouncedChoices,
  numberUnannouncedPaper,
  openUnannounced,
  orderUnannounced,
  proposeUnannounced,
  recordPlace,
  tellPerson,
  type UnannouncedPlan,
  untellPerson,
} from '@cchc/domain/unannounced/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  leader,
  member,
  otherMember,
  otherPlanner,
  otherUnitHead,
  planner,
  press,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'

/** A planner who also administers: of the two, administering decides. */
const planningAdministrator: TestPerson = {
  username: 'thu-ky-quan-tri',
  fullName: 'Thư ký kiêm quản trị',
  post: 'Chuyên viên',
  roles: ['planner', 'administrator'],
  unitCode: '31-SNV',
}

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  await house.admit([planningAdministrator])
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-08-14T02:00:00Z')
  for (const table of ['notifications', 'mails', 'documents', 'inspections'] as const)
    await house.owner.deleteFrom(table).execute()
})

const day = '2026-08-18'
const planOf = (more: Partial<UnannouncedPlan> = {}): UnannouncedPlan => ({
  unitCode: '11383',
  reasons: 'Nhiều hồ sơ đất đai quá hạn',
  notes: '',
  visitOn: day,
  halfDay: 'morning',
  places: [
    { kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công', address: 'số 1 đường Mẫu' },
    { kind: 'reception', name: 'Nơi tiếp công dân', address: '' },
  ],
  people: [
    { personId: house.personId(member), fieldKeys: ['institutions'] },
    { personId: house.personId(otherMember), fieldKeys: ['public-finance'] },
  ],
  circle: [house.personId(standingDeputy), house.personId(member)],
  ...more,
})

const propose = async (more: Partial<UnannouncedPlan> = {}, person = planner) =>
  (await house.as(person).call(proposeUnannounced, { params: campaign, body: planOf(more) })).ok()

async function ordered(more: Partial<UnannouncedPlan> = {}) {
  const { inspectionId, revision } = await propose(more)
  return (await house.as(leader).call(orderUnannounced, { params: { inspectionId }, body: { revision } })).ok()
}

const open = (person: TestPerson, view: { inspectionId: string; places: { placeId: string }[] }) =>
  house.as(person).call(openUnannounced, { params: view, body: { placeId: view.places[0]!.placeId } })

const codeOf = (answer: { status: number; error: { code: string } | undefined }) => answer.error?.code ?? answer.status

describe('proposing', () => {
  test('tells the leader, the proposer and those chosen, and nobody else', async () => {
    const view = await propose()
    expect(view).toMatchObject({ state: 'proposed', secret: true, told: 4, unitName: 'Phường Lê Chân' })
    expect(view.circle.map(({ fullName, always }) => [fullName, always]).sort()).toEqual(
      [
        [standingDeputy.fullName, false],
        [member.fullName, false],
        [planner.fullName, true],
        [leader.fullName, true],
      ].sort(),
    )
    expect(view.people.map(({ fullName, told }) => [fullName, told])).toEqual([
      [member.fullName, true],
      [otherMember.fullName, false],
    ])
    const params = { inspectionId: view.inspectionId }
    for (const person of [otherPlanner, otherMember, administrator, cityViewer, press, unitHead, planningAdministrator])
      expect([403, 404]).toContain((await house.as(person).call(getUnannounced, { params })).status)
  })

  test('its messages say nothing, in the product and by mail', async () => {
    await house.owner
      .updateTable('people')
      .set({ email: 'truong-doan@vi-du.invalid' })
      .where('personId', '=', house.personId(leader))
      .execute()
    const { inspectionId } = await propose()
    const told = await house.owner.selectFrom('notifications').selectAll().execute()
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [leader, standingDeputy, member].map(house.personId).sort(),
    )
    expect(new Set(told.map(({ title, body, link }) => [title, body, link].join('|')))).toEqual(
      new Set([`Có việc cần xem||/dot-xuat/${inspectionId}`]),
    )
    const mails = await house.owner
      .selectFrom('mails')
      .select(['address', 'subject', 'body', 'attachments', 'link'])
      .execute()
    expect(mails).toMatchObject([{ address: 'truong-doan@vi-du.invalid', subject: 'Có việc cần xem trong hệ thống' }])
    expect(JSON.stringify(mails)).not.toMatch(/Lê Chân|đột xuất|dot-xuat/)
  })

  test.each([
    ['whoever administers', {}, planningAdministrator, 'administrators-see-no-secrets'],
    ['a member', {}, member, 'not-permitted'],
    ['a day outside the period', { visitOn: '2026-12-01' }, planner, 'outside-period'],
    ['a day that has passed', { visitOn: '2026-08-13' }, planner, 'in-the-past'],
    ['a unit of no catalogue', { unitCode: '99999' }, planner, 'no-such-unit'],
    ['no place', { places: [] }, planner, 'bad-input'],
  ])('is refused for %s', async (_, more, person, code) => {
    expect(codeOf(await house.as(person).call(proposeUnannounced, { params: campaign, body: planOf(more) }))).toBe(code)
    expect(await house.owner.selectFrom('inspections').selectAll().execute()).toEqual([])
  })

  test('nobody outside the team and nobody who administers can be told', async () => {
    for (const person of [administrator, planningAdministrator, cityViewer, press, unitOfficer]) {
      const circle = [house.personId(person)]
      expect(
        codeOf(await house.as(planner).call(proposeUnannounced, { params: campaign, body: planOf({ circle }) })),
      ).toBe('cannot-be-told')
    }
    const { people } = (await house.as(planner).call(listUnannouncedChoices, { params: campaign })).ok()
    expect(people.map(({ fullName }) => fullName)).toEqual([
      leader.fullName,
      standingDeputy.fullName,
      planner.fullName,
      otherMember.fullName,
      member.fullName,
      otherPlanner.fullName,
    ])
  })
})

describe('the leader', () => {
  test('orders, and the order is a paper without a number', async () => {
    const view = await ordered()
    expect(view).toMatchObject({ state: 'ordered', orderedBy: leader.fullName })
    const params = { inspectionId: view.inspectionId, kind: 'unannounced-order' as const }
    const { paper, documentId } = (await house.as(leader).call(getUnannouncedPaper, { params })).ok()
    const lines = paperLines(paper).join('\n')
    expect(documentId).toBeNull()
    for (const words of [
      'Số: …/ĐKT',
      'ngày 14 tháng 8 năm 2026',
      'phường Lê Chân',
      leader.fullName,
      member.fullName,
      'Sở Tư pháp',
    ])
      expect(lines).toContain(words)
    expect(codeOf(await house.as(otherPlanner).call(getUnannouncedPaper, { params }))).toBe('no-such-inspection')
  })

  test('declines with a reason; it stays secret for good', async () => {
    const { inspectionId, revision } = await propose()
    const params = { inspectionId }
    const declined = (
      await house.as(leader).call(declineUnannounced, { params, body: { revision, reason: 'Chờ kỳ họp' } })
    ).ok()
    expect(declined).toMatchObject({ state: 'cancelled', ending: 'declined', endReason: 'Chờ kỳ họp', secret: true })
    expect(codeOf(await house.as(leader).call(orderUnannounced, { params, body: { revision: revision + 1 } }))).toBe(
      'wrong-state',
    )
    expect(codeOf(await house.as(otherPlanner).call(getUnannounced, { params }))).toBe('no-such-inspection')
    expect((await house.as(otherPlanner).call(listUnannounced, { params: campaign })).ok().inspections).toEqual([])
  })

  test('alone orders, and only what they read', async () => {
    const { inspectionId, revision } = await propose()
    const order = (person: TestPerson, at: number) =>
      house.as(person).call(orderUnannounced, { params: { inspectionId }, body: { revision: at } })
    expect(codeOf(await order(planner, revision))).toBe('not-permitted')
    expect(codeOf(await order(leader, revision + 5))).toBe('changed-meanwhile')
    const answers = await Promise.all([order(leader, revision), order(leader, revision)])
    expect(answers.map(codeOf).sort()).toEqual([200, 'wrong-state'].sort())
  })
})

describe('a change', () => {
  test('of the day after the order asks for a new one; of people and places it does not', async () => {
    const view = await ordered()
    const edit = async (revision: number, more: Partial<UnannouncedPlan>, person = planner) =>
      (await house.as(person).call(editUnannounced, { params: view, body: { revision, plan: planOf(more) } })).ok()
    const people = await edit(view.revision, { people: [], places: [{ kind: 'other', name: 'Chợ', address: '' }] })
    expect(people).toMatchObject({ state: 'ordered', people: [], places: [{ name: 'Chợ' }] })
    const byLeader = await edit(people.revision, { visitOn: '2026-08-19' }, leader)
    expect(byLeader.state).toBe('ordered')
    const byPlanner = await edit(byLeader.revision, { visitOn: '2026-08-20' })
    expect(byPlanner).toMatchObject({ state: 'proposed', orderedBy: null, visitOn: '2026-08-20' })
  })

  test('with a stale revision shows what stands, to its circle alone', async () => {
    const { inspectionId } = await propose()
    const body = { revision: 7, plan: planOf() }
    const stale = await house.as(planner).call(editUnannounced, { params: { inspectionId }, body })
    expect([codeOf(stale), stale.error?.details]).toMatchObject(['changed-meanwhile', { inspectionId, revision: 0 }])
    const stranger = await house.as(otherPlanner).call(editUnannounced, { params: { inspectionId }, body })
    expect([codeOf(stranger), stranger.error?.details]).toEqual(['no-such-inspection', null])
  })

  test('by the office before opening can be its end', async () => {
    const { inspectionId, revision } = await ordered()
    const cancelled = (
      await house.as(planner).call(cancelUnannounced, { params: { inspectionId }, body: { revision, reason: 'Lộ' } })
    ).ok()
    expect(cancelled).toMatchObject({ ending: 'cancelled', secret: true, actions: [] })
  })
})

describe('the circle', () => {
  test('grows by telling, which stays on record, and shrinks but for those who must know', async () => {
    const { inspectionId } = await propose()
    const params = { inspectionId }
    const told = (
      await house
        .as(leader)
        .call(tellPerson, { params, body: { personId: house.personId(otherMember), why: 'Đi cùng' } })
    ).ok()
    expect(told.circle.find(({ fullName }) => fullName === otherMember.fullName)).toMatchObject({
      toldBy: leader.fullName,
      why: 'Đi cùng',
    })
    expect((await house.as(otherMember).call(getUnannounced, { params })).status).toBe(200)
    const untell = (person: TestPerson, by = leader) =>
      house.as(by).call(untellPerson, { params: { inspectionId, personId: house.personId(person) } })
    expect(codeOf(await untell(planner))).toBe('always-told')
    expect(codeOf(await untell(leader, planner))).toBe('always-told')
    expect(codeOf(await untell(otherMember, otherPlanner))).toBe('no-such-inspection')
    const after = (await untell(otherMember)).ok()
    expect(after.told).toBe(4)
    expect((await house.as(otherMember).call(getUnannounced, { params })).status).toBe(404)
    expect(after.history.map(({ what, reason }) => [what, reason])).toEqual(
      expect.arrayContaining([
        ['Báo cho người được biết', otherMember.fullName],
        ['Thôi cho xem', otherMember.fullName],
      ]),
    )
  })
})

describe('warnings', () => {
  const schedule = async (person: TestPerson, unitCode: string, roster: TestPerson[]) => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'planned', visitOn: null, unitCode })
    return house.as(person).call(scheduleInspection, {
      params: { inspectionId },
      body: {
        revision: 0,
        visitOn: day,
        halfDay: 'morning',
        place: 'Trụ sở',
        roster: roster.map((one) => ({ teamMemberId: campaign.seatOf(one), fieldKeys: [] })),
        reason: null,
      },
    })
  }
  const unread = () =>
    house.owner
      .selectFrom('notifications')
      .select(['personId', 'title', 'body'])
      .where('kind', '=', 'unannounced.clash')
      .execute()

  test('whoever books over a secret one succeeds; its circle alone is told', async () => {
    const { inspectionId } = await ordered({ visitOn: '2026-08-21' })
    const { revision } = (await house.as(planner).call(getUnannounced, { params: { inspectionId } })).ok()
    house.clock.set('2026-08-03T02:00:00Z')
    ;(
      await house.as(leader).call(editUnannounced, { params: { inspectionId }, body: { revision, plan: planOf() } })
    ).ok()
    expect((await schedule(otherPlanner, '11383', [member])).status).toBe(200)
    expect((await unread()).map(({ personId }) => personId).sort()).toEqual(
      [planner, leader, standingDeputy, member].map(house.personId).sort(),
    )
    expect((await unread())[0]).toMatchObject({ title: 'Có việc cần xem', body: '' })
    const view = (await house.as(leader).call(getUnannounced, { params: { inspectionId } })).ok()
    expect(view.warnings).toEqual([
      {
        tone: 'clash',
        sentence:
          'Cùng ngày, Phường Lê Chân có buổi kiểm tra theo kế hoạch (sáng 18/08/2026). Đơn vị đang chuẩn bị đón Đoàn.',
      },
      { tone: 'clash', sentence: `${member.fullName} được phân công buổi kiểm tra tại Phường Lê Chân cùng buổi.` },
    ])
    const { inspections } = (await house.as(leader).call(listUnannounced, { params: campaign })).ok()
    expect(inspections).toMatchObject([{ clashes: 2 }])
  })

  test('of another unit only where one of its people is taken', async () => {
    await ordered()
    house.clock.set('2026-08-03T02:00:00Z')
    expect((await schedule(otherPlanner, '10525', [planner])).status).toBe(200)
    expect(await unread()).toEqual([])
  })
})

describe('until it is opened', () => {
  test('no ordinary answer shows it, not even to its circle', async () => {
    const { inspectionId } = await ordered()
    for (const person of [planner, leader, standingDeputy, member, otherPlanner, cityViewer, unitHead]) {
      expect((await house.as(person).call(getInspection, { params: { inspectionId } })).status).toBe(404)
      expect((await house.as(person).call(listInspections, { params: campaign })).ok().inspections).toEqual([])
      expect((await house.as(person).call(search, { query: { q: 'le chan' } })).ok().hits).toEqual([])
    }
    expect((await house.as(leader).call(getHome, { params: campaign })).ok().inspections).toEqual([])
    expect((await house.as(member).call(getVisit, { params: { inspectionId } })).status).toBe(404)
    expect(
      (await house.as(member).call(startVisit, { params: { inspectionId }, body: { startedAt: null } })).status,
    ).toBe(404)
  })

  test('it takes no number, and its papers cannot be entered in the book', async () => {
    const { inspectionId } = await ordered()
    const next = async () =>
      (
        await house.as(otherPlanner).call(suggestNumber, { params: campaign, query: { kind: 'unannounced-notice' } })
      ).ok()
    expect(await next()).toEqual({ number: '01', symbol: 'TB-SNV' })
    const enter = await house
      .as(planner)
      .call(numberUnannouncedPaper, { params: { inspectionId, kind: 'unannounced-order' }, body: { number: '7' } })
    expect(codeOf(enter)).toBe('not-opened-yet')
  })
})

describe('opening on site', () => {
  test('is for its circle, on its day, once ordered', async () => {
    const proposed = await propose()
    house.clock.set('2026-08-18T01:05:00Z')
    expect(codeOf(await open(member, proposed))).toBe('wrong-state')
    house.clock.set('2026-08-14T02:00:00Z')
    const view = (
      await house.as(leader).call(orderUnannounced, { params: proposed, body: { revision: proposed.revision } })
    ).ok()
    expect(codeOf(await open(member, view))).toBe('not-the-day')
    house.clock.set('2026-08-18T01:05:00Z')
    expect(codeOf(await open(otherMember, view))).toBe('no-such-inspection')
    expect(codeOf(await open(unitHead, view))).toBe('not-permitted')
    const answers = await Promise.all([open(member, view), open(leader, view)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const events = await house.owner
      .selectFrom('auditEvents')
      .select('eventId')
      .where('inspectionId', '=', view.inspectionId)
      .where('action', '=', 'inspection.open')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('makes it an inspection like any other, for its unit and the readers, never for press and administrators', async () => {
    const view = await ordered()
    house.clock.set('2026-08-18T01:05:00Z')
    const opened = (await open(member, view)).ok()
    expect(opened).toMatchObject({
      state: 'opened',
      secret: false,
      openedBy: member.fullName,
      places: [{ arrivedAt: '2026-08-18T01:05:00.000Z' }, { arrivedAt: null }],
    })
    const params = { inspectionId: view.inspectionId }
    for (const person of [otherPlanner, otherMember, cityViewer, unitHead, unitOfficer, planner])
      expect((await house.as(person).call(getInspection, { params })).ok()).toMatchObject({
        kind: 'unannounced',
        stage: 'visiting',
      })
    for (const person of [administrator, press])
      expect((await house.as(person).call(getInspection, { params })).status).toBe(403)
    expect((await house.as(otherUnitHead).call(getInspection, { params })).status).toBe(404)
    const seen = (await house.as(otherPlanner).call(getUnannounced, { params })).ok()
    expect(seen.history.map(({ what }) => what)).toContain('Công bố tại chỗ')
    const unit = await house.owner
      .selectFrom('notifications')
      .select('title')
      .where('personId', '=', house.personId(unitHead))
      .execute()
    expect(unit).toEqual([{ title: 'Đoàn kiểm tra công bố kiểm tra đột xuất tại đơn vị' }])
  })

  test('is followed by field work without a report, at several places, and by minutes and a conclusion', async () => {
    const view = await ordered()
    house.clock.set('2026-08-18T01:05:00Z')
    ;(await open(member, view)).ok()
    const params = { inspectionId: view.inspectionId }
    const place = (index: number, body: { arrivedAt: string | null; leftAt: string | null }, person = otherMember) =>
      house.as(person).call(recordPlace, { params: { ...params, placeId: view.places[index]!.placeId }, body })
    ;(await house.as(member).call(startVisit, { params, body: { startedAt: null } })).ok()
    house.clock.set('2026-08-18T04:30:00Z')
    ;(await place(0, { arrivedAt: '2026-08-18T01:05:00Z', leftAt: '2026-08-18T02:30:00Z' })).ok()
    ;(await place(1, { arrivedAt: '2026-08-18T02:40:00Z', leftAt: null })).ok()
    expect(codeOf(await place(1, { arrivedAt: '2026-08-18T06:00:00Z', leftAt: null }))).toBe('session-times')
    expect(codeOf(await place(1, { arrivedAt: null, leftAt: null }, cityViewer))).toBe('not-permitted')
    expect(codeOf(await place(1, { arrivedAt: null, leftAt: null }, otherPlanner))).toBe('not-on-roster')
    const added = (
      await house.as(member).call(addPlace, { params, body: { kind: 'office', name: 'Phòng Kinh tế', address: '' } })
    ).ok()
    expect(added.places.map(({ name }) => name)).toEqual([
      'Trung tâm Phục vụ hành chính công',
      'Nơi tiếp công dân',
      'Phòng Kinh tế',
    ])
    const visit = (await house.as(member).call(getVisit, { params })).ok()
    expect(visit.figures.every(({ reported }) => reported === null)).toBe(true)
    expect(visit.reported).toContain('Kiểm tra đột xuất')
    const present = visit.attendance.map((row) => ({ ...row, present: true }))
    ;(await house.as(member).call(saveAttendance, { params, body: { attendance: present } })).ok()
    ;(
      await house.as(member).call(saveMinutes, {
        params,
        body: { revision: visit.session.revision, chair: 'A', secretary: 'B', exchange: '', unitOpinion: '' },
      })
    ).ok()
    ;(await house.as(member).call(closeVisit, { params, body: { endedAt: null } })).ok()
    const minutes = await house.owner
      .selectFrom('documents')
      .select(['paper', 'number'])
      .where('kind', '=', 'minutes')
      .executeTakeFirstOrThrow()
    const words = JSON.stringify(minutes.paper)
    expect(words).toContain('Kiểm tra đột xuất công tác cải cách hành chính')
    expect(words).toContain(
      'Trung tâm Phục vụ hành chính công, số 1 đường Mẫu (08 giờ 05 phút – 09 giờ 30 phút); Nơi tiếp công dân (từ 09 giờ 40 phút)',
    )
    ;(await house.as(otherPlanner).call(draftConclusion, { params })).ok()
    expect((await house.as(planner).call(getConclusion, { params })).ok().conclusion).not.toBeNull()
  })

  test('lets its papers be entered in the book, each once, on the day it was given', async () => {
    const view = await ordered()
    house.clock.set('2026-08-18T01:05:00Z')
    ;(await open(member, view)).ok()
    house.clock.set('2026-08-19T01:05:00Z')
    const enter = (kind: 'unannounced-order' | 'unannounced-notice', number: string) =>
      house
        .as(planner)
        .call(numberUnannouncedPaper, { params: { inspectionId: view.inspectionId, kind }, body: { number } })
    expect((await enter('unannounced-order', '3')).status).toBe(200)
    expect((await enter('unannounced-notice', '215')).status).toBe(200)
    expect(codeOf(await enter('unannounced-notice', '216'))).toBe('wrong-state')
    const { documents } = (await house.as(otherPlanner).call(listDocuments, { params: campaign })).ok()
    expect(documents.map(({ number, issuedOn }) => [number, issuedOn]).sort()).toEqual([
      ['03/ĐKT', '2026-08-14'],
      ['215/TB-SNV', '2026-08-18'],
    ])
  })
})
