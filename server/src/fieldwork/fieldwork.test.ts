import { randomUUID } from 'node:crypto'
import {
  closeVisit,
  editFinding,
  getVisit,
  recordFinding,
  removeFinding,
  saveAttendance,
  saveMinutes,
  startVisit,
  type VisitView,
  verifyFigure,
} from '@cchc/domain/fieldwork/contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  member,
  otherMember,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { minutesPaperOf } from './minutes.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const rate = 'admin-procedures.on-time-rate'
const received = 'admin-procedures.received'
const reported = { [received]: 120, 'admin-procedures.resolved': 99, 'admin-procedures.on-time': 95 }

/** The visit at Phường Lê Chân on Wednesday 15/7/2026, 08:05 now; its report came in time unless `sent` says otherwise. */
async function announcedVisit({ sent = true } = {}) {
  const { inspectionId, selfReportId } = await buildInspection(house, { campaign })
  await house.owner
    .insertInto('answers')
    .values(
      Object.entries(reported).map(([itemKey, value]) => ({
        selfReportId: selfReportId!,
        itemKey,
        value: JSON.stringify(value),
        revision: 1,
        savedBy: house.personId(unitOfficer),
        savedAt: '2026-07-09T02:00:00Z',
      })),
    )
    .execute()
  if (sent)
    await house.owner
      .updateTable('selfReports')
      .set({ state: 'sent', sentAt: '2026-07-09T02:00:00Z', verdict: 'on-time', daysLate: 0 })
      .where('selfReportId', '=', selfReportId!)
      .execute()
  return inspectionId
}

async function openVisit(options?: { sent?: boolean }) {
  const inspectionId = await announcedVisit(options)
  ;(await start(planner, inspectionId)).ok()
  return inspectionId
}

const read = async (person: TestPerson, inspectionId: string): Promise<VisitView> =>
  (await house.as(person).call(getVisit, { params: { inspectionId } })).ok()
const start = (person: TestPerson, inspectionId: string, startedAt: string | null = null) =>
  house.as(person).call(startVisit, { params: { inspectionId }, body: { startedAt } })
const close = (person: TestPerson, inspectionId: string, endedAt: string | null = null) =>
  house.as(person).call(closeVisit, { params: { inspectionId }, body: { endedAt } })
const verify = (
  person: TestPerson,
  inspectionId: string,
  itemKey: string,
  body: { revision: number; verified: number | null; reason?: string },
) => house.as(person).call(verifyFigure, { params: { inspectionId, itemKey }, body: { reason: '', ...body } })

const shortcoming = {
  fieldKey: 'admin-procedures',
  kind: 'shortcoming' as const,
  text: 'Còn hồ sơ quá hạn chưa có thư xin lỗi',
  cause: 'Chưa nắm quy trình',
  responsible: 'Trung tâm Phục vụ hành chính công',
}
const note = (person: TestPerson, inspectionId: string, findingId: string, more: Partial<typeof shortcoming> = {}) =>
  house.as(person).call(recordFinding, { params: { inspectionId }, body: { ...shortcoming, ...more, findingId } })

/** Marks everybody present and names the chair. */
async function prepareMinutes(inspectionId: string) {
  const { attendance, session } = await read(planner, inspectionId)
  const all = attendance.map((row) => ({ ...row, present: true }))
  ;(await house.as(planner).call(saveAttendance, { params: { inspectionId }, body: { attendance: all } })).ok()
  const words = {
    chair: 'Người Chủ Trì, Phó Giám đốc Sở Nội vụ',
    secretary: session.secretary,
    exchange: 'Trao đổi về hồ sơ quá hạn.',
    unitOpinion: '',
  }
  return (
    await house
      .as(planner)
      .call(saveMinutes, { params: { inspectionId }, body: { revision: session.revision, ...words } })
  ).ok()
}

const findingsInTable = (inspectionId: string) =>
  house.owner.selectFrom('findings').selectAll().where('inspectionId', '=', inspectionId).execute()
const eventsOf = (inspectionId: string, action: string) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .where('action', '=', action)
    .execute()
const offRoster = (person: TestPerson) =>
  house.owner.deleteFrom('inspectionRoster').where('teamMemberId', '=', campaign.seatOf(person)).execute()

describe('before the session', () => {
  test('shows who is expected, what was reported, and who may start', async () => {
    const inspectionId = await announcedVisit()
    const view = await read(member, inspectionId)
    expect(view).toMatchObject({
      state: 'not-started',
      unitName: 'Phường Lê Chân',
      visitOn: '2026-07-15',
      halfDay: 'morning',
      myFields: ['institutions', 'admin-procedures'],
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
    const view = await read(planner, await announcedVisit({ sent: false }))
    expect(view.figures.map(({ reported }) => reported)).toEqual(view.figures.map(() => null))
    expect(view.reported).toContain('chưa gửi')
  })

  test('does not start before its day, in Việt Nam', async () => {
    const inspectionId = await announcedVisit()
    house.clock.set('2026-07-14T16:59:00Z')
    const early = await start(planner, inspectionId)
    expect([early.status, early.error?.code]).toEqual([422, 'visit-not-today'])
    expect(early.error?.sentence).toContain('15/07/2026')
    expect((await read(planner, inspectionId)).actions).toEqual([])
    house.clock.set('2026-07-14T17:01:00Z')
    expect((await start(planner, inspectionId)).ok().state).toBe('open')
  })

  test('nor at an impossible time, nor without a notice, nor by others', async () => {
    const inspectionId = await announcedVisit()
    expect((await start(planner, inspectionId, '2026-07-14T01:00:00Z')).error?.code).toBe('visit-not-today')
    expect((await start(planner, inspectionId, '2026-07-15T02:00:00Z')).error?.code).toBe('session-times')
    await offRoster(otherMember)
    expect((await start(otherMember, inspectionId)).error?.code).toBe('not-on-roster')
    expect((await start(unitHead, inspectionId)).status).toBe(403)
    expect((await house.as(cityViewer).call(getVisit, { params: { inspectionId } })).status).toBe(403)
    const scheduled = await buildInspection(house, {
      campaign,
      state: 'scheduled',
      unitCode: '10525',
      visitOn: '2026-07-15',
      halfDay: 'afternoon',
    })
    expect((await start(planner, scheduled.inspectionId)).error?.code).toBe('wrong-state')
    expect(await house.owner.selectFrom('visits').selectAll().execute()).toEqual([])
  })

  test('nothing is recorded', async () => {
    const inspectionId = await announcedVisit()
    const params = { inspectionId }
    const answers = [
      await house.as(planner).call(saveAttendance, { params, body: { attendance: [] } }),
      await verify(planner, inspectionId, received, { revision: 0, verified: 120 }),
      await note(planner, inspectionId, randomUUID()),
      await house.as(planner).call(saveMinutes, {
        params,
        body: { revision: 0, chair: 'A', secretary: 'B', exchange: '', unitOpinion: '' },
      }),
      await close(planner, inspectionId),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(answers.map(() => 'session-not-open'))
  })

  test('two devices start it at once: one session, both see it', async () => {
    const inspectionId = await announcedVisit()
    const answers = await Promise.all([start(planner, inspectionId), start(member, inspectionId)])
    expect(answers.map((answer) => answer.ok().session.startedAt)).toEqual([
      '2026-07-15T01:05:00.000Z',
      '2026-07-15T01:05:00.000Z',
    ])
    expect(await eventsOf(inspectionId, 'visit.start')).toHaveLength(1)
  })

  test('an unannounced visit is unknown to whoever is not in its circle', async () => {
    const hidden = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' })
    const calls = [planner, member].map((person) => house.as(person).call(getVisit, { params: hidden }))
    for (const answer of await Promise.all(calls))
      expect([answer.status, answer.error?.code]).toEqual([404, 'no-such-inspection'])
    expect((await note(planner, hidden.inspectionId, randomUUID())).status).toBe(404)
  })
})

describe('figures', () => {
  test('verified beside reported; a difference needs its reason', async () => {
    const inspectionId = await openVisit()
    const bare = await verify(member, inspectionId, received, { revision: 0, verified: 118 })
    expect([bare.status, bare.error?.code]).toEqual([422, 'reason-for-difference'])
    expect(bare.error?.sentence).toContain('Tổng số hồ sơ tiếp nhận')
    const reason = 'Tính cả 2 hồ sơ đã rút'
    const figure = (await verify(member, inspectionId, received, { revision: 0, verified: 118, reason })).ok()
    expect(figure).toMatchObject({
      reported: 120,
      verified: 118,
      difference: -2,
      verifiedBy: member.fullName,
      revision: 1,
    })
    expect((await read(planner, inspectionId)).figures[0]).toEqual(figure)
    const row = await house.owner.selectFrom('verifiedFigures').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ inspectionId, itemKey: received, verified: 118, reason, revision: 1 })
  })

  test('a computed rate is checked as the report shows it, and one can take a figure back', async () => {
    const inspectionId = await openVisit()
    expect((await verify(member, inspectionId, rate, { revision: 0, verified: 95.96 })).ok()).toMatchObject({
      difference: 0,
      reported: 95.96,
    })
    expect((await verify(member, inspectionId, rate, { revision: 1, verified: null })).ok()).toMatchObject({
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
    const inspectionId = await openVisit()
    const answer = await verify(member, inspectionId, itemKey, { revision: 0, verified, reason: 'x' })
    expect([answer.status, answer.error?.code]).toEqual([status, code])
  })

  test('two at once: one stands, the other is shown it; the same again does no harm', async () => {
    const inspectionId = await openVisit()
    const answers = await Promise.all([
      verify(member, inspectionId, received, { revision: 0, verified: 118, reason: 'Đếm lại' }),
      verify(otherMember, inspectionId, received, { revision: 0, verified: 119, reason: 'Đếm lại' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const stood = answers.find(({ status }) => status === 200)!.ok()
    expect(answers.find(({ status }) => status === 409)?.error?.details).toEqual({ theirs: stood })
    const again = await verify(planner, inspectionId, received, {
      revision: 0,
      verified: stood.verified,
      reason: stood.reason,
    })
    expect(again.ok()).toEqual(stood)
    expect(await eventsOf(inspectionId, 'figure.verify')).toHaveLength(1)
  })
})

describe('findings', () => {
  test('recorded under the id of the device; sent again, they stand once and are answered the same', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    const first = (await note(member, inspectionId, findingId)).ok()
    expect(first).toMatchObject({ ...shortcoming, findingId, recordedBy: member.fullName, revision: 0, mine: true })
    house.clock.set('2026-07-15T03:00:00Z')
    expect((await note(member, inspectionId, findingId)).ok()).toEqual(first)
    expect((await read(otherMember, inspectionId)).findings).toEqual([{ ...first, mine: false }])
    expect(await eventsOf(inspectionId, 'finding.record')).toHaveLength(1)
  })

  test('three replays at once stand once', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => note(member, inspectionId, findingId)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await findingsInTable(inspectionId)).toHaveLength(1)
    expect(await eventsOf(inspectionId, 'finding.record')).toHaveLength(1)
  })

  test('another content, or another visit, under the same id is refused and shows what stands', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    ;(await note(member, inspectionId, findingId)).ok()
    const other = await note(member, inspectionId, findingId, { text: 'Nội dung khác' })
    expect([other.status, other.error?.code]).toEqual([409, 'finding-id-taken'])
    expect(other.error?.details).toMatchObject({ theirs: { text: shortcoming.text } })
    const elsewhere = await buildInspection(house, { campaign, unitCode: '10525', halfDay: 'afternoon' })
    ;(await start(planner, elsewhere.inspectionId)).ok()
    expect((await note(member, elsewhere.inspectionId, findingId)).error?.code).toBe('finding-id-taken')
    expect(await findingsInTable(inspectionId)).toMatchObject([{ text: shortcoming.text }])
  })

  test('a replay after an edit is answered with the edited one; after a removal it does not come back', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    const { revision } = (await note(member, inspectionId, findingId)).ok()
    const body = { ...shortcoming, text: 'Sửa lại', revision }
    const edited = (await house.as(member).call(editFinding, { params: { findingId }, body })).ok()
    expect(edited).toMatchObject({ text: 'Sửa lại', revision: 1 })
    expect((await note(member, inspectionId, findingId)).ok()).toEqual(edited)
    ;(await house.as(member).call(removeFinding, { params: { findingId }, query: { revision: 1 } })).ok()
    expect((await note(member, inspectionId, findingId)).error).toMatchObject({
      code: 'finding-id-taken',
      details: { theirs: null },
    })
    expect(await findingsInTable(inspectionId)).toEqual([])
  })

  test('are changed by who recorded them and by the secretary, at the revision that was read', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    ;(await note(member, inspectionId, findingId)).ok()
    const edit = (person: TestPerson, text: string, revision: number) =>
      house.as(person).call(editFinding, { params: { findingId }, body: { ...shortcoming, text, revision } })
    for (const person of [otherMember, standingDeputy]) {
      expect((await edit(person, 'Của người khác', 0)).error?.code).toBe('not-your-finding')
      expect((await house.as(person).call(removeFinding, { params: { findingId } })).error?.code).toBe(
        'not-your-finding',
      )
    }
    expect((await edit(planner, 'Thư ký sửa', 0)).ok()).toMatchObject({ revision: 1, mine: false })
    const stale = await edit(member, 'Bản cũ', 0)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ theirs: { text: 'Thư ký sửa', revision: 1 } })
    expect((await edit(member, 'Thư ký sửa', 0)).ok().revision).toBe(1)
    const staleRemoval = await house.as(member).call(removeFinding, { params: { findingId }, query: { revision: 0 } })
    expect(staleRemoval.error?.code).toBe('changed-meanwhile')
    ;(await house.as(planner).call(removeFinding, { params: { findingId } })).ok()
    expect((await edit(member, 'Sau khi xóa', 1)).error?.code).toBe('no-such-finding')
    expect(await eventsOf(inspectionId, 'finding.remove')).toMatchObject([{ details: { text: 'Thư ký sửa' } }])
  })

  test('two edits at once: one stands', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    ;(await note(member, inspectionId, findingId)).ok()
    const edit = (person: TestPerson, text: string) =>
      house.as(person).call(editFinding, { params: { findingId }, body: { ...shortcoming, text, revision: 0 } })
    const answers = await Promise.all([edit(member, 'Bản một'), edit(planner, 'Bản hai')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('of a field that is not inspected, or by somebody who is not on the roster, are refused', async () => {
    const inspectionId = await openVisit()
    const unknown = await note(member, inspectionId, randomUUID(), { fieldKey: 'weather' })
    expect([unknown.status, unknown.error?.code]).toEqual([422, 'no-such-field'])
    await offRoster(otherMember)
    const outsider = await note(otherMember, inspectionId, randomUUID())
    expect([outsider.status, outsider.error?.code]).toEqual([403, 'not-on-roster'])
    expect((await read(otherMember, inspectionId)).actions).toEqual([])
    expect((await note(standingDeputy, inspectionId, randomUUID())).status).toBe(200)
    expect(await findingsInTable(inspectionId)).toHaveLength(1)
  })
})

describe('the minutes', () => {
  test('a stale save shows both', async () => {
    const inspectionId = await openVisit()
    const words = { chair: 'Người Chủ Trì', secretary: 'Người Ghi', exchange: 'Bản một', unitOpinion: '' }
    const keep = (person: TestPerson, exchange: string, revision: number) =>
      house.as(person).call(saveMinutes, { params: { inspectionId }, body: { ...words, exchange, revision } })
    const saved = (await keep(planner, 'Bản một', 0)).ok()
    expect(saved.session).toMatchObject({ ...words, revision: 1 })
    const stale = await keep(member, 'Bản hai', 0)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ theirs: { exchange: 'Bản một', revision: 1 } })
    expect((await keep(member, 'Bản một', 0)).ok().session.revision).toBe(1)
    const races = await Promise.all([keep(planner, 'Bản ba', 1), keep(member, 'Bản bốn', 1)])
    expect(races.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('are not closed while somebody needed is missing, and say who', async () => {
    const inspectionId = await openVisit()
    const refused = await close(planner, inspectionId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'minutes-incomplete'])
    expect(refused.error?.sentence).toBe(
      'Chưa khóa được biên bản: chưa ghi ai của Đoàn kiểm tra có mặt; chưa ghi ai của đơn vị có mặt; chưa ghi chủ trì.',
    )
    await prepareMinutes(inspectionId)
    expect((await close(planner, inspectionId)).error?.code).toBe('session-times')
    house.clock.set('2026-07-15T04:30:00Z')
    expect((await close(planner, inspectionId, '2026-07-15T05:00:00Z')).error?.code).toBe('session-times')
    expect((await close(planner, inspectionId, '2026-07-15T01:00:00Z')).error?.code).toBe('session-times')
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toEqual([])
  })

  test('closing freezes them as a document without a number and ends the visit', async () => {
    const inspectionId = await openVisit()
    await prepareMinutes(inspectionId)
    ;(await verify(member, inspectionId, received, { revision: 0, verified: 118, reason: 'Hai hồ sơ đã rút' })).ok()
    ;(await note(member, inspectionId, randomUUID())).ok()
    house.clock.set('2026-07-15T04:30:00Z')
    const closed = (await close(planner, inspectionId)).ok()
    expect(closed).toMatchObject({ state: 'closed', actions: [], session: { endedAt: '2026-07-15T04:30:00.000Z' } })

    const inspection = await house.owner.selectFrom('inspections').select('state').executeTakeFirstOrThrow()
    expect(inspection.state).toBe('visited')
    const document = await house.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow()
    expect(document).toMatchObject({
      kind: 'minutes',
      number: null,
      symbol: null,
      inspectionId,
      issuedOn: '2026-07-15',
    })
    expect(document.title).toContain('phường Lê Chân')
    const paper = document.paper as unknown as Paper
    expect(paper.signatures).toMatchObject([
      { post: 'THƯ KÝ', name: planner.fullName },
      { post: 'CHỦ TỌA', name: 'Người Chủ Trì' },
      { authority: ['ĐẠI DIỆN ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN'], name: unitHead.fullName },
    ])
    const words = JSON.stringify(paper.blocks)
    for (const part of [
      '08 giờ 05 phút, ngày 15 tháng 7 năm 2026',
      '11 giờ 30 phút, ngày 15 tháng 7 năm 2026',
      'gửi ngày 09/07/2026, đúng hạn',
      'Trao đổi về hồ sơ quá hạn.',
      'Hai hồ sơ đã rút',
      shortcoming.text,
      unitOfficer.fullName,
    ])
      expect(words).toContain(part)
    // The frozen paper is the draft that the screen would show, word for word.
    expect(await house.within(planner, (context) => minutesPaperOf(context, inspectionId))).toEqual(paper)
  })

  test('after the closing nothing changes any more', async () => {
    const inspectionId = await openVisit()
    const findingId = randomUUID()
    ;(await note(member, inspectionId, findingId)).ok()
    const { session } = await prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    ;(await close(planner, inspectionId)).ok()
    const params = { inspectionId }
    const { startedAt: _, endedAt: __, ...words } = session
    const answers = [
      await house.as(planner).call(saveAttendance, { params, body: { attendance: [] } }),
      await verify(planner, inspectionId, received, { revision: 0, verified: 120 }),
      await note(planner, inspectionId, randomUUID()),
      await house.as(member).call(removeFinding, { params: { findingId } }),
      await house.as(planner).call(saveMinutes, { params, body: { ...words, exchange: 'Khác' } }),
      await close(planner, inspectionId),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(answers.map(() => 'session-not-open'))
    expect((await start(planner, inspectionId)).error?.code).toBe('wrong-state')
  })

  test('closed twice at once: one document', async () => {
    const inspectionId = await openVisit()
    await prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    const answers = await Promise.all([close(planner, inspectionId), close(member, inspectionId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toHaveLength(1)
    expect(await eventsOf(inspectionId, 'visit.close')).toHaveLength(1)
  })

  test('what is recorded while they are being closed stands in them, or is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      await house.owner.deleteFrom('documents').execute()
      await house.owner.deleteFrom('inspections').execute()
      house.clock.set('2026-07-15T01:05:00Z')
      const inspectionId = await openVisit()
      await prepareMinutes(inspectionId)
      house.clock.set('2026-07-15T04:30:00Z')
      const texts = ['Phát hiện một', 'Phát hiện hai', 'Phát hiện ba']
      const [first, closed, ...others] = await Promise.all([
        note(member, inspectionId, randomUUID(), { text: texts[0]! }),
        close(planner, inspectionId),
        note(member, inspectionId, randomUUID(), { text: texts[1]! }),
        note(otherMember, inspectionId, randomUUID(), { text: texts[2]! }),
      ])
      expect(closed.status).toBe(200)
      for (const answer of [first, ...others]) expect([200, 409]).toContain(answer.status)
      const { paper } = await house.owner.selectFrom('documents').select('paper').executeTakeFirstOrThrow()
      const recorded = (await findingsInTable(inspectionId)).map(({ text }) => text).sort()
      expect(texts.filter((text) => JSON.stringify(paper).includes(text)).sort()).toEqual(recorded)
    }
  })
})

test('attendance is kept as it was ticked; a nameless row is refused', async () => {
  const inspectionId = await openVisit()
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
  expect((await read(planner, inspectionId)).attendance).toEqual(kept.attendance)
})
