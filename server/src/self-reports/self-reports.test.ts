import { createHash } from 'node:crypto'
import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { outlineItems } from '@cchc/domain/outlines/outline.ts'
import {
  acceptSelfReport,
  getSelfReport,
  giveBackSelfReport,
  handOverSelfReport,
  listAnswerHistory,
  returnSelfReport,
  saveAnswer,
  saveExplanation,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import { fingerprintText } from '@cchc/domain/self-reports/fingerprint.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  member,
  otherUnitHead,
  otherUnitOfficer,
  planner,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('inspections').execute()
})

/** Phường Lê Chân's report for the visit of Wednesday 15/7/2026, due on Friday 10/7. */
async function openReport(overrides: Parameters<typeof buildInspection>[1] = {}) {
  const { inspectionId, selfReportId } = await buildInspection(house, { campaign, ...overrides })
  return { inspectionId, selfReportId: selfReportId! }
}

const received = 'admin-procedures.received'
const initiatives = 'admin-procedures.initiatives'
const soundAnswers: Record<string, AnswerValue> = {
  [received]: 120,
  'admin-procedures.resolved': 100,
  'admin-procedures.on-time': 95,
  'admin-procedures.satisfaction': 96.5,
}

const save = (person: TestPerson, selfReportId: string, itemKey: string, value: AnswerValue | null, revision = 0) =>
  house.as(person).call(saveAnswer, { params: { selfReportId, itemKey }, body: { revision, value } })
const read = async (person: TestPerson, inspectionId: string) =>
  (await house.as(person).call(getSelfReport, { params: { inspectionId } })).ok()
const send = (selfReportId: string) => house.as(unitHead).call(sendSelfReport, { params: { selfReportId } })

async function write(selfReportId: string, answers: Record<string, AnswerValue> = soundAnswers) {
  for (const [itemKey, value] of Object.entries(answers)) (await save(unitOfficer, selfReportId, itemKey, value)).ok()
}

const rowOf = (selfReportId: string) =>
  house.owner.selectFrom('selfReports').selectAll().where('selfReportId', '=', selfReportId).executeTakeFirstOrThrow()
const versionsOf = (selfReportId: string) =>
  house.owner.selectFrom('answerVersions').selectAll().where('selfReportId', '=', selfReportId).execute()
const eventsOf = (selfReportId: string, action: string) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('subjectId', '=', selfReportId)
    .where('action', '=', action)
    .orderBy('at')
    .execute()

describe('reading a report', () => {
  test('the unit finds its outline, its deadline with the days counted, and what it may do', async () => {
    const { inspectionId } = await openReport()
    const view = await read(unitOfficer, inspectionId)
    expect(view).toMatchObject({
      state: 'not-started',
      unitName: 'Phường Lê Chân',
      advisory: false,
      visitOn: '2026-07-15',
      dataFrom: '2025-12-15',
      dueOn: '2026-07-10',
      workingDaysLeft: 7,
      sentAt: null,
      verdict: null,
      answers: [],
      actions: ['write'],
    })
    expect(view.counted.filter(({ working }) => working).map(({ date }) => date)).toEqual([
      '2026-07-10',
      '2026-07-13',
      '2026-07-14',
    ])
    expect(view.why).toContain('10/07/2026')
  })

  test('the outline holds only what applies to the unit', async () => {
    const commune = await openReport()
    const department = await openReport({ unitCode: '31-SXD', visitOn: '2026-07-16' })
    const keys = async (inspectionId: string) =>
      outlineItems((await read(planner, inspectionId)).outline).map(({ item }) => item.key)
    expect(await keys(commune.inspectionId)).toContain('public-finance.revenue')
    expect(await keys(department.inspectionId)).not.toContain('public-finance.revenue')
    const refused = await save(unitOfficer, department.selfReportId, 'public-finance.revenue', 5)
    expect(refused.status).toBe(404)
  })

  test('it exists from the notice on', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled' })
    const asUnit = await house.as(unitHead).call(getSelfReport, { params: { inspectionId } })
    expect([asUnit.status, asUnit.error?.code]).toEqual([404, 'no-such-inspection'])
    const asOffice = await house.as(planner).call(getSelfReport, { params: { inspectionId } })
    expect([asOffice.status, asOffice.error?.code]).toEqual([404, 'no-such-self-report'])
  })

  test('another unit finds nothing, by any way, and changes nothing', async () => {
    const { inspectionId, selfReportId } = await openReport()
    await write(selfReportId)
    const before = await rowOf(selfReportId)
    const params = { selfReportId, itemKey: received }
    const [officer, head] = [house.as(otherUnitOfficer), house.as(otherUnitHead)]
    const answers = [
      await officer.call(getSelfReport, { params: { inspectionId } }),
      await officer.call(saveAnswer, { params, body: { revision: 1, value: 1 } }),
      await officer.call(listAnswerHistory, { params }),
      await officer.call(saveExplanation, {
        params: { selfReportId, checkKey: 'received-not-tiny' },
        body: { text: 'x' },
      }),
      await officer.call(handOverSelfReport, { params }),
      await head.call(giveBackSelfReport, { params, body: { remark: 'x' } }),
      await head.call(sendSelfReport, { params }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
    const unknown = '00000000-0000-4000-8000-000000000000'
    const ofNobody = await officer.call(saveAnswer, {
      params: { selfReportId: unknown, itemKey: received },
      body: { revision: 0, value: 1 },
    })
    expect(answers[1]?.error).toEqual(ofNobody.error)
    expect(await rowOf(selfReportId)).toEqual(before)
    expect(await versionsOf(selfReportId)).toHaveLength(Object.keys(soundAnswers).length)
  })

  test('the office and the team read and do not write; other roles do not read', async () => {
    const { inspectionId, selfReportId } = await openReport()
    for (const person of [planner, member]) {
      expect((await read(person, inspectionId)).actions).toEqual([])
      expect((await save(person, selfReportId, received, 1)).status).toBe(403)
    }
    expect((await house.as(cityViewer).call(getSelfReport, { params: { inspectionId } })).status).toBe(403)
  })
})

describe('saving an answer', () => {
  test('keeps it with its revision, its writer and its history; the first makes the report a draft', async () => {
    const { inspectionId, selfReportId } = await openReport()
    const first = (await save(unitOfficer, selfReportId, received, 120)).ok()
    expect(first).toEqual({
      itemKey: received,
      value: 120,
      revision: 1,
      savedBy: unitOfficer.fullName,
      savedAt: '2026-07-01T02:00:00.000Z',
    })
    house.clock.set('2026-07-02T02:00:00Z')
    expect((await save(unitHead, selfReportId, received, 130, 1)).ok()).toMatchObject({ value: 130, revision: 2 })
    const history = (
      await house.as(unitOfficer).call(listAnswerHistory, { params: { selfReportId, itemKey: received } })
    ).ok()
    expect(history.versions.map(({ value, revision, savedBy }) => [value, revision, savedBy])).toEqual([
      [130, 2, unitHead.fullName],
      [120, 1, unitOfficer.fullName],
    ])
    expect(await rowOf(selfReportId)).toMatchObject({ state: 'drafting', progress: Math.floor(100 / 6) })
    expect(await eventsOf(selfReportId, 'self-report.write')).toMatchObject([{ inspectionId }])
    expect((await read(unitOfficer, inspectionId)).answers).toMatchObject([{ itemKey: received, value: 130 }])
  })

  test('text is kept in one form, without what no database holds; blank clears it', async () => {
    const { selfReportId } = await openReport()
    const typed = `  ${'Tiếp nhận'.normalize('NFD')}\u0000 một cửa\r\nđủ `
    expect((await save(unitOfficer, selfReportId, initiatives, typed)).ok().value).toBe('Tiếp nhận một cửa\nđủ')
    expect((await save(unitOfficer, selfReportId, initiatives, '   ', 1)).ok()).toMatchObject({
      value: null,
      revision: 2,
    })
    expect((await rowOf(selfReportId)).progress).toBe(0)
  })

  test('the same again, also with an old revision, changes nothing', async () => {
    const { selfReportId } = await openReport()
    const first = (await save(unitOfficer, selfReportId, received, 120)).ok()
    expect((await save(unitOfficer, selfReportId, received, 120, 0)).ok()).toEqual(first)
    expect((await save(unitHead, selfReportId, received, 120, 1)).ok()).toEqual(first)
    expect(await versionsOf(selfReportId)).toHaveLength(1)
  })

  test('a stale one is refused and shows both; nothing is overwritten', async () => {
    const { selfReportId } = await openReport()
    ;(await save(unitOfficer, selfReportId, initiatives, 'Bản của công chức')).ok()
    const stale = await save(unitHead, selfReportId, initiatives, 'Bản của lãnh đạo', 0)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.sentence).toContain(unitOfficer.fullName)
    expect(stale.error?.sentence).toContain('Sáng kiến')
    expect(stale.error?.details).toMatchObject({
      theirs: { value: 'Bản của công chức', revision: 1, savedBy: unitOfficer.fullName },
    })
    expect((await versionsOf(selfReportId)).map(({ value }) => value)).toEqual(['Bản của công chức'])
  })

  test.each([
    ['a computed item', 'admin-procedures.on-time-rate', 95, 422, 'computed-item'],
    ['words for a number', received, 'một trăm', 422, 'wrong-kind-of-answer'],
    ['an unknown item', 'admin-procedures.unknown', 1, 404, 'no-such-item'],
  ])('%s is refused and leaves nothing behind', async (_, itemKey, value, status, code) => {
    const { selfReportId } = await openReport()
    const answer = await save(unitOfficer, selfReportId, itemKey, value)
    expect([answer.status, answer.error?.code]).toEqual([status, code])
    expect(await versionsOf(selfReportId)).toEqual([])
    expect((await rowOf(selfReportId)).state).toBe('not-started')
  })

  test('two at once on one item: one stands, the other is shown it', async () => {
    const { selfReportId } = await openReport()
    for (const revision of [0, 1, 2]) {
      const answers = await Promise.all([
        save(unitOfficer, selfReportId, received, 100 + revision, revision),
        save(unitHead, selfReportId, received, 200 + revision, revision),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const stood = answers.find(({ status }) => status === 200)?.ok()
      expect(answers.find(({ status }) => status === 409)?.error?.details).toEqual({ theirs: stood })
    }
    expect(await versionsOf(selfReportId)).toHaveLength(3)
  })

  test('the same value twice at once: both are told it stands, once', async () => {
    const { selfReportId } = await openReport()
    const answers = await Promise.all([1, 2, 3].map(() => save(unitOfficer, selfReportId, received, 120)))
    expect(answers.map((answer) => answer.ok().revision)).toEqual([1, 1, 1])
    expect(await versionsOf(selfReportId)).toHaveLength(1)
  })

  test('many at once on different items all stand, the report becomes a draft once, and its progress is right', async () => {
    for (let round = 0; round < 3; round += 1) {
      await house.owner.deleteFrom('inspections').execute()
      const { selfReportId } = await openReport()
      const entries = [
        ...Object.entries(soundAnswers),
        [initiatives, 'Một cửa lưu động'],
        ['public-finance.revenue', 9],
      ]
      const answers = await Promise.all(
        entries.map(([itemKey, value], index) =>
          save(index % 2 ? unitHead : unitOfficer, selfReportId, String(itemKey), value as AnswerValue),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(entries.map(() => 200))
      expect(await rowOf(selfReportId)).toMatchObject({ state: 'drafting', progress: 100 })
      expect(await eventsOf(selfReportId, 'self-report.write')).toHaveLength(1)
    }
  })
})

describe('sending', () => {
  test.each([
    ['any time on the due date', '2026-07-10T16:59:59Z', 'on-time', 0],
    ['long before', '2026-07-02T02:00:00Z', 'on-time', 0],
    ['a minute past midnight in Việt Nam', '2026-07-10T17:01:00Z', 'late', 1],
    ['on the first working day after', '2026-07-13T09:00:00Z', 'late', 1],
    ['on the second', '2026-07-14T09:00:00Z', 'late', 2],
  ] as const)('%s', async (_, instant, verdict, daysLate) => {
    const { inspectionId, selfReportId } = await openReport()
    await write(selfReportId)
    house.clock.set(instant)
    const view = (await send(selfReportId)).ok()
    expect(view).toMatchObject({ state: 'sent', verdict, daysLate, dueOn: '2026-07-10', workingDaysLeft: null })
    expect(view.actions).toEqual([])
    const row = await rowOf(selfReportId)
    expect(row).toMatchObject({
      sentAt: new Date(instant).toISOString(),
      dueOnWhenSent: '2026-07-10',
      verdict,
      daysLate,
      outlineAsAsked: view.outline,
    })
    expect(await eventsOf(selfReportId, 'self-report.send')).toMatchObject([
      { inspectionId, details: { verdict, daysLate, dueOnWhenSent: '2026-07-10', fingerprint: row.fingerprint } },
    ])
  })

  test('an error blocks it and says where and how to mend it', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId, { ...soundAnswers, 'admin-procedures.resolved': 130 })
    const refused = await send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'report-has-errors'])
    expect(refused.error?.sentence).toContain('Đã giải quyết (130) lớn hơn tiếp nhận (120)')
    expect(refused.error?.details).toMatchObject({
      points: [{ kind: 'error', itemKeys: ['admin-procedures.resolved', received] }],
    })
    expect(await rowOf(selfReportId)).toMatchObject({ state: 'drafting', sentAt: null, fingerprint: null })
  })

  test('so does a required item without an answer', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId, { [received]: 120 })
    const refused = await send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'report-incomplete'])
    expect(refused.error?.sentence).toContain('còn 3 mục')
  })

  test('a warning wants its explanation, which goes with the report', async () => {
    const { inspectionId, selfReportId } = await openReport()
    const few = { [received]: 5, 'admin-procedures.resolved': 5, 'admin-procedures.on-time': 5 }
    await write(selfReportId, { ...soundAnswers, ...few })
    const explain = (checkKey: string, text: string) =>
      house.as(unitOfficer).call(saveExplanation, { params: { selfReportId, checkKey }, body: { text } })
    const refused = await send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'explanation-needed'])
    expect(refused.error?.sentence).toContain('Chỉ tiếp nhận 5 hồ sơ')
    ;(await explain('received-not-tiny', 'Mới thành lập từ tháng 6')).ok()
    ;(await explain('received-not-tiny', '')).ok()
    expect((await send(selfReportId)).error?.code).toBe('explanation-needed')
    ;(await explain('received-not-tiny', 'Mới thành lập từ tháng 6')).ok()
    expect((await send(selfReportId)).ok().explanations).toEqual({ 'received-not-tiny': 'Mới thành lập từ tháng 6' })
    expect((await read(planner, inspectionId)).explanations).toHaveProperty('received-not-tiny')
    expect(await eventsOf(selfReportId, 'self-report.explain')).toHaveLength(3)
  })

  test('a figure below target may be explained and never blocks; an error cannot be explained', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId, { ...soundAnswers, 'admin-procedures.satisfaction': 80 })
    const explain = (checkKey: string) =>
      house.as(unitOfficer).call(saveExplanation, { params: { selfReportId, checkKey }, body: { text: 'Lý do' } })
    expect((await explain('resolved-within-received')).error?.code).toBe('no-such-check')
    expect((await explain('below-target:admin-procedures.received')).error?.code).toBe('no-such-check')
    ;(await explain('below-target:admin-procedures.satisfaction')).ok()
    expect((await send(selfReportId)).ok().state).toBe('sent')
  })

  test('the fingerprint is of what was sent', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId)
    const { fingerprint } = (await send(selfReportId)).ok()
    const content = `${campaign.outlineVersionId}\n${fingerprintText(soundAnswers)}`
    expect(fingerprint).toBe(createHash('sha256').update(content).digest('hex'))
  })

  test('only the head sends, and nobody writes in a report that was sent', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId)
    expect((await house.as(unitOfficer).call(sendSelfReport, { params: { selfReportId } })).status).toBe(403)
    ;(await send(selfReportId)).ok()
    const late = await save(unitHead, selfReportId, received, 121, 1)
    expect([late.status, late.error?.code]).toEqual([409, 'wrong-state'])
    expect(late.error?.sentence).toContain('Đã gửi')
  })

  test('twice at once sends once', async () => {
    const { selfReportId } = await openReport()
    await write(selfReportId)
    const answers = await Promise.all([send(selfReportId), send(selfReportId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await eventsOf(selfReportId, 'self-report.send')).toHaveLength(1)
  })

  test('an answer saved while the report is being sent is in it, or is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      await house.owner.deleteFrom('inspections').execute()
      const { selfReportId } = await openReport()
      await write(selfReportId)
      const [sent, ...saves] = await Promise.all([
        send(selfReportId),
        save(unitOfficer, selfReportId, received, 125, 1),
        save(unitOfficer, selfReportId, initiatives, 'Viết vội'),
      ])
      expect(sent.status).toBe(200)
      for (const answer of saves) expect([200, 409]).toContain(answer.status)
      const rows = await house.owner
        .selectFrom('answers')
        .select(['itemKey', 'value'])
        .where('selfReportId', '=', selfReportId)
        .execute()
      const stored = Object.fromEntries(rows.map(({ itemKey, value }) => [itemKey, value as AnswerValue]))
      const content = `${campaign.outlineVersionId}\n${fingerprintText(stored)}`
      expect((await rowOf(selfReportId)).fingerprint).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })
})

describe('from the writers to the head to the office and back', () => {
  test('each step by whom it belongs to, and no other', async () => {
    const { inspectionId, selfReportId } = await openReport()
    const params = { selfReportId }
    const early = await house.as(unitOfficer).call(handOverSelfReport, { params })
    expect([early.status, early.error?.code]).toEqual([409, 'wrong-state'])
    await write(selfReportId)

    const handed = (await house.as(unitOfficer).call(handOverSelfReport, { params })).ok()
    expect([handed.state, handed.actions]).toEqual(['with-head', []])
    expect((await save(unitOfficer, selfReportId, received, 121, 1)).error?.code).toBe('wrong-state')
    expect((await save(unitHead, selfReportId, received, 121, 1)).ok().value).toBe(121)
    expect((await rowOf(selfReportId)).state).toBe('with-head')
    expect((await house.as(planner).call(acceptSelfReport, { params })).error?.code).toBe('wrong-state')

    const given = (
      await house.as(unitHead).call(giveBackSelfReport, { params, body: { remark: 'Xem lại số hồ sơ' } })
    ).ok()
    expect(given).toMatchObject({ state: 'drafting', remarks: [{ who: unitHead.fullName, text: 'Xem lại số hồ sơ' }] })
    expect((await read(planner, inspectionId)).remarks).toEqual([])

    ;(await send(selfReportId)).ok()
    expect((await read(planner, inspectionId)).actions).toEqual(['return', 'accept'])
    expect((await house.as(member).call(acceptSelfReport, { params })).status).toBe(403)
    expect((await house.as(unitHead).call(acceptSelfReport, { params })).status).toBe(403)
    expect((await house.as(planner).call(acceptSelfReport, { params })).ok()).toMatchObject({
      state: 'accepted',
      actions: [],
    })
    expect((await save(unitHead, selfReportId, received, 122, 2)).error?.code).toBe('wrong-state')
  })

  test('a report returned for supplement keeps the verdict of its first sending; both sendings are on record', async () => {
    const { inspectionId, selfReportId } = await openReport()
    const params = { selfReportId }
    await write(selfReportId)
    house.clock.set('2026-07-09T02:00:00Z')
    const first = (await send(selfReportId)).ok()
    house.clock.set('2026-07-13T02:00:00Z')
    const returned = (
      await house.as(planner).call(returnSelfReport, { params, body: { remark: 'Bổ sung sáng kiến' } })
    ).ok()
    expect(returned).toMatchObject({ state: 'returned', verdict: 'on-time' })
    expect((await read(unitOfficer, inspectionId)).remarks).toMatchObject([{ text: 'Bổ sung sáng kiến' }])
    ;(await save(unitOfficer, selfReportId, initiatives, 'Một cửa lưu động')).ok()
    expect((await rowOf(selfReportId)).state).toBe('drafting')
    house.clock.set('2026-07-14T02:00:00Z')
    const second = (await send(selfReportId)).ok()
    expect(second).toMatchObject({ state: 'sent', verdict: 'on-time', daysLate: 0, sentAt: first.sentAt })
    expect(second.fingerprint).not.toBe(first.fingerprint)
    const sendings = await eventsOf(selfReportId, 'self-report.send')
    expect(sendings.map(({ at, details }) => [at, (details as { verdict: string }).verdict])).toEqual([
      ['2026-07-09T02:00:00.000Z', 'on-time'],
      ['2026-07-14T02:00:00.000Z', 'late'],
    ])
  })

  test('a returned report may be sent again as it is', async () => {
    const { selfReportId } = await openReport()
    const params = { selfReportId }
    await write(selfReportId)
    ;(await send(selfReportId)).ok()
    ;(await house.as(planner).call(returnSelfReport, { params, body: { remark: 'Nhầm' } })).ok()
    expect((await send(selfReportId)).ok().state).toBe('sent')
  })

  test('a visit that moves after the sending does not judge it anew', async () => {
    const { inspectionId, selfReportId } = await openReport()
    await write(selfReportId)
    house.clock.set('2026-07-10T03:00:00Z')
    ;(await send(selfReportId)).ok()
    await house.owner
      .updateTable('inspections')
      .set({ visitOn: '2026-07-14', reportDueOn: '2026-07-09' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    const view = await read(planner, inspectionId)
    expect(view).toMatchObject({ dueOn: '2026-07-10', verdict: 'on-time', counted: [] })
    expect(view.why).toContain('09/07/2026')
  })

  test('after the conclusion nothing moves any more', async () => {
    const { selfReportId, inspectionId } = await openReport()
    await write(selfReportId)
    await house.owner
      .updateTable('inspections')
      .set({ state: 'concluded' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect((await send(selfReportId)).error?.sentence).toContain('Đã kết luận')
    expect((await read(unitHead, inspectionId)).actions).toEqual([])
  })
})
