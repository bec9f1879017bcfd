import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { outlineItems } from '@cchc/domain/outlines/outline.ts'
import {
  getSelfReport,
  giveBackSelfReport,
  handOverSelfReport,
  listAnswerHistory,
  saveAnswer,
  saveExplanation,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  member,
  otherUnitHead,
  otherUnitOfficer,
  planner,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { initiatives, received, reportDesk, soundAnswers } from '../../test/report-desk.ts'

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
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('inspections').execute()
})

describe('reading a report', () => {
  test('the unit finds its outline, its deadline with the days counted, and what it may do', async () => {
    const { inspectionId } = await desk.openReport()
    const view = await desk.read(unitOfficer, inspectionId)
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
    const commune = await desk.openReport()
    const department = await desk.openReport({ unitCode: '31-SXD', visitOn: '2026-07-16' })
    const keys = async (inspectionId: string) =>
      outlineItems((await desk.read(planner, inspectionId)).outline).map(({ item }) => item.key)
    expect(await keys(commune.inspectionId)).toContain('public-finance.revenue')
    expect(await keys(department.inspectionId)).not.toContain('public-finance.revenue')
    const refused = await desk.save(unitOfficer, department.selfReportId, 'public-finance.revenue', 5)
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
    const { inspectionId, selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    const before = await desk.rowOf(selfReportId)
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
    expect(await desk.rowOf(selfReportId)).toEqual(before)
    expect(await desk.versionsOf(selfReportId)).toHaveLength(Object.keys(soundAnswers).length)
  })

  test('the office and the team read and do not write; other roles do not read', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    for (const person of [planner, member]) {
      expect((await desk.read(person, inspectionId)).actions).toEqual([])
      expect((await desk.save(person, selfReportId, received, 1)).status).toBe(403)
    }
    expect((await house.as(cityViewer).call(getSelfReport, { params: { inspectionId } })).status).toBe(403)
  })
})

describe('saving an answer', () => {
  test('keeps a formatted text with its lists and tables, and plain text as a string', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const cell = (text: string) => ({ runs: [{ text }] })
    const rich: AnswerValue = {
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Kết quả ' }, { text: 'tốt', bold: true, underline: true }] },
        { kind: 'list', ordered: true, items: [{ level: 0, runs: [{ text: 'Một' }] }] },
        { kind: 'table', rows: [{ cells: [cell('a'), cell('b')] }] },
      ],
    }
    expect((await desk.save(unitOfficer, selfReportId, initiatives, rich)).ok()).toMatchObject({ value: rich })
    const { answers } = await desk.read(unitHead, inspectionId)
    expect(answers.find(({ itemKey }) => itemKey === initiatives)?.value).toEqual(rich)
    // The same again, with its members in the order of the database: nothing new, and no clash.
    const again = answers.find(({ itemKey }) => itemKey === initiatives)!.value
    expect((await desk.save(unitOfficer, selfReportId, initiatives, again, 0)).ok().revision).toBe(1)
    const plain = { blocks: [{ kind: 'paragraph' as const, runs: [{ text: 'Chỉ chữ' }] }] }
    expect((await desk.save(unitOfficer, selfReportId, initiatives, plain, 1)).ok().value).toBe('Chỉ chữ')
    const hostile = { blocks: [{ kind: 'paragraph', runs: [{ text: 'x', href: 'javascript:alert(1)' }] }] }
    expect((await desk.save(unitOfficer, selfReportId, initiatives, hostile as AnswerValue, 2)).status).toBe(400)
  })

  test('keeps it with its revision, its writer and its history; the first makes the report a draft', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const first = (await desk.save(unitOfficer, selfReportId, received, 120)).ok()
    expect(first).toEqual({
      itemKey: received,
      value: 120,
      revision: 1,
      savedBy: unitOfficer.fullName,
      savedAt: '2026-07-01T02:00:00.000Z',
    })
    house.clock.set('2026-07-02T02:00:00Z')
    expect((await desk.save(unitHead, selfReportId, received, 130, 1)).ok()).toMatchObject({ value: 130, revision: 2 })
    const history = (
      await house.as(unitOfficer).call(listAnswerHistory, { params: { selfReportId, itemKey: received } })
    ).ok()
    expect(history.versions.map(({ value, revision, savedBy }) => [value, revision, savedBy])).toEqual([
      [130, 2, unitHead.fullName],
      [120, 1, unitOfficer.fullName],
    ])
    expect(await desk.rowOf(selfReportId)).toMatchObject({ state: 'drafting', progress: Math.floor(100 / 6) })
    expect(await desk.eventsOf(selfReportId, 'self-report.write')).toMatchObject([{ inspectionId }])
    expect((await desk.read(unitOfficer, inspectionId)).answers).toMatchObject([{ itemKey: received, value: 130 }])
  })

  test('text is kept in one form, without what no database holds; blank clears it', async () => {
    const { selfReportId } = await desk.openReport()
    const typed = `  ${'Tiếp nhận'.normalize('NFD')}\u0000 một cửa\r\nđủ `
    expect((await desk.save(unitOfficer, selfReportId, initiatives, typed)).ok().value).toBe('Tiếp nhận một cửa\nđủ')
    expect((await desk.save(unitOfficer, selfReportId, initiatives, '   ', 1)).ok()).toMatchObject({
      value: null,
      revision: 2,
    })
    expect((await desk.rowOf(selfReportId)).progress).toBe(0)
  })

  test('the same again, also with an old revision, changes nothing', async () => {
    const { selfReportId } = await desk.openReport()
    const first = (await desk.save(unitOfficer, selfReportId, received, 120)).ok()
    expect((await desk.save(unitOfficer, selfReportId, received, 120, 0)).ok()).toEqual(first)
    expect((await desk.save(unitHead, selfReportId, received, 120, 1)).ok()).toEqual(first)
    expect(await desk.versionsOf(selfReportId)).toHaveLength(1)
  })

  test('a stale one is refused and shows both; nothing is overwritten', async () => {
    const { selfReportId } = await desk.openReport()
    ;(await desk.save(unitOfficer, selfReportId, initiatives, 'Bản của công chức')).ok()
    const stale = await desk.save(unitHead, selfReportId, initiatives, 'Bản của lãnh đạo', 0)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.sentence).toContain(unitOfficer.fullName)
    expect(stale.error?.sentence).toContain('Sáng kiến')
    expect(stale.error?.details).toMatchObject({
      theirs: { value: 'Bản của công chức', revision: 1, savedBy: unitOfficer.fullName },
    })
    expect((await desk.versionsOf(selfReportId)).map(({ value }) => value)).toEqual(['Bản của công chức'])
  })

  test.each([
    ['a computed item', 'admin-procedures.on-time-rate', 95, 422, 'computed-item'],
    ['words for a number', received, 'một trăm', 422, 'wrong-kind-of-answer'],
    ['an unknown item', 'admin-procedures.unknown', 1, 404, 'no-such-item'],
  ])('%s is refused and leaves nothing behind', async (_, itemKey, value, status, code) => {
    const { selfReportId } = await desk.openReport()
    const answer = await desk.save(unitOfficer, selfReportId, itemKey, value)
    expect([answer.status, answer.error?.code]).toEqual([status, code])
    expect(await desk.versionsOf(selfReportId)).toEqual([])
    expect((await desk.rowOf(selfReportId)).state).toBe('not-started')
  })

  test('two at once on one item: one stands, the other is shown it', async () => {
    const { selfReportId } = await desk.openReport()
    for (const revision of [0, 1, 2]) {
      const answers = await Promise.all([
        desk.save(unitOfficer, selfReportId, received, 100 + revision, revision),
        desk.save(unitHead, selfReportId, received, 200 + revision, revision),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const stood = answers.find(({ status }) => status === 200)?.ok()
      expect(answers.find(({ status }) => status === 409)?.error?.details).toEqual({ theirs: stood })
    }
    expect(await desk.versionsOf(selfReportId)).toHaveLength(3)
  })

  test('the same value twice at once: both are told it stands, once', async () => {
    const { selfReportId } = await desk.openReport()
    const answers = await Promise.all([1, 2, 3].map(() => desk.save(unitOfficer, selfReportId, received, 120)))
    expect(answers.map((answer) => answer.ok().revision)).toEqual([1, 1, 1])
    expect(await desk.versionsOf(selfReportId)).toHaveLength(1)
  })

  test('many at once on different items all stand, the report becomes a draft once, and its progress is right', async () => {
    for (let round = 0; round < 3; round += 1) {
      await house.owner.deleteFrom('inspections').execute()
      const { selfReportId } = await desk.openReport()
      const entries = [
        ...Object.entries(soundAnswers),
        [initiatives, 'Một cửa lưu động'],
        ['public-finance.revenue', 9],
      ]
      const answers = await Promise.all(
        entries.map(([itemKey, value], index) =>
          desk.save(index % 2 ? unitHead : unitOfficer, selfReportId, String(itemKey), value as AnswerValue),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(entries.map(() => 200))
      expect(await desk.rowOf(selfReportId)).toMatchObject({ state: 'drafting', progress: 100 })
      expect(await desk.eventsOf(selfReportId, 'self-report.write')).toHaveLength(1)
    }
  })
})
