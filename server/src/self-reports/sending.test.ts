import { createHash } from 'node:crypto'
import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import {
  acceptSelfReport,
  giveBackSelfReport,
  handOverSelfReport,
  returnSelfReport,
  saveExplanation,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import { fingerprintText } from '@cchc/domain/self-reports/fingerprint.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member, planner, unitHead, unitOfficer } from '../../test/people.ts'
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

describe('sending', () => {
  test.each([
    ['any time on the due date', '2026-07-10T16:59:59Z', 'on-time', 0],
    ['long before', '2026-07-02T02:00:00Z', 'on-time', 0],
    ['a minute past midnight in Việt Nam', '2026-07-10T17:01:00Z', 'late', 1],
    ['on the first working day after', '2026-07-13T09:00:00Z', 'late', 1],
    ['on the second', '2026-07-14T09:00:00Z', 'late', 2],
  ] as const)('%s', async (_, instant, verdict, daysLate) => {
    const { inspectionId, selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    house.clock.set(instant)
    const view = (await desk.send(selfReportId)).ok()
    expect(view).toMatchObject({ state: 'sent', verdict, daysLate, dueOn: '2026-07-10', workingDaysLeft: null })
    expect(view.actions).toEqual(['ask-correction', 'open-correction'])
    const row = await desk.rowOf(selfReportId)
    expect(row).toMatchObject({
      sentAt: new Date(instant).toISOString(),
      dueOnWhenSent: '2026-07-10',
      verdict,
      daysLate,
      outlineAsAsked: view.outline,
    })
    expect(await desk.eventsOf(selfReportId, 'self-report.send')).toMatchObject([
      { inspectionId, details: { verdict, daysLate, dueOnWhenSent: '2026-07-10', fingerprint: row.fingerprint } },
    ])
  })

  test('an error blocks it and says where and how to mend it', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId, { ...soundAnswers, 'admin-procedures.resolved': 130 })
    const refused = await desk.send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'report-has-errors'])
    expect(refused.error?.sentence).toContain('Đã giải quyết (130) lớn hơn tiếp nhận (120)')
    expect(refused.error?.details).toMatchObject({
      points: [{ kind: 'error', itemKeys: ['admin-procedures.resolved', received] }],
    })
    expect(await desk.rowOf(selfReportId)).toMatchObject({ state: 'drafting', sentAt: null, fingerprint: null })
  })

  test('so does a required item without an answer', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId, { [received]: 120 })
    const refused = await desk.send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'report-incomplete'])
    expect(refused.error?.sentence).toContain('còn 3 mục')
  })

  test('a warning wants its explanation, which goes with the report', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const few = { [received]: 5, 'admin-procedures.resolved': 5, 'admin-procedures.on-time': 5 }
    await desk.write(selfReportId, { ...soundAnswers, ...few })
    const explain = (checkKey: string, text: string) =>
      house.as(unitOfficer).call(saveExplanation, { params: { selfReportId, checkKey }, body: { text } })
    const refused = await desk.send(selfReportId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'explanation-needed'])
    expect(refused.error?.sentence).toContain('Chỉ tiếp nhận 5 hồ sơ')
    ;(await explain('received-not-tiny', 'Mới thành lập từ tháng 6')).ok()
    ;(await explain('received-not-tiny', '')).ok()
    expect((await desk.send(selfReportId)).error?.code).toBe('explanation-needed')
    ;(await explain('received-not-tiny', 'Mới thành lập từ tháng 6')).ok()
    expect((await desk.send(selfReportId)).ok().explanations).toEqual({
      'received-not-tiny': 'Mới thành lập từ tháng 6',
    })
    expect((await desk.read(planner, inspectionId)).explanations).toHaveProperty('received-not-tiny')
    expect(await desk.eventsOf(selfReportId, 'self-report.explain')).toHaveLength(3)
  })

  test('a figure below target may be explained and never blocks; an error cannot be explained', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId, { ...soundAnswers, 'admin-procedures.satisfaction': 80 })
    const explain = (checkKey: string) =>
      house.as(unitOfficer).call(saveExplanation, { params: { selfReportId, checkKey }, body: { text: 'Lý do' } })
    expect((await explain('resolved-within-received')).error?.code).toBe('no-such-check')
    expect((await explain('below-target:admin-procedures.received')).error?.code).toBe('no-such-check')
    ;(await explain('below-target:admin-procedures.satisfaction')).ok()
    expect((await desk.send(selfReportId)).ok().state).toBe('sent')
  })

  test('the fingerprint is of what was sent', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    const { fingerprint } = (await desk.send(selfReportId)).ok()
    const content = `${campaign.outlineVersionId}\n${fingerprintText(soundAnswers)}`
    expect(fingerprint).toBe(createHash('sha256').update(content).digest('hex'))
  })

  test('only the head sends, and nobody writes in a report that was sent', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    expect((await house.as(unitOfficer).call(sendSelfReport, { params: { selfReportId } })).status).toBe(403)
    ;(await desk.send(selfReportId)).ok()
    const late = await desk.save(unitHead, selfReportId, received, 121, 1)
    expect([late.status, late.error?.code]).toEqual([409, 'wrong-state'])
    expect(late.error?.sentence).toContain('Đã gửi')
  })

  test('twice at once sends once', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    const answers = await Promise.all([desk.send(selfReportId), desk.send(selfReportId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await desk.eventsOf(selfReportId, 'self-report.send')).toHaveLength(1)
  })

  test('an answer saved while the report is being sent is in it, or is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      await house.owner.deleteFrom('inspections').execute()
      const { selfReportId } = await desk.openReport()
      await desk.write(selfReportId)
      const [sent, ...saves] = await Promise.all([
        desk.send(selfReportId),
        desk.save(unitOfficer, selfReportId, received, 125, 1),
        desk.save(unitOfficer, selfReportId, initiatives, 'Viết vội'),
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
      expect((await desk.rowOf(selfReportId)).fingerprint).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })
})

describe('from the writers to the head to the office and back', () => {
  test('each step by whom it belongs to, and no other', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const params = { selfReportId }
    const early = await house.as(unitOfficer).call(handOverSelfReport, { params })
    expect([early.status, early.error?.code]).toEqual([409, 'wrong-state'])
    await desk.write(selfReportId)

    const handed = (await house.as(unitOfficer).call(handOverSelfReport, { params })).ok()
    expect([handed.state, handed.actions]).toEqual(['with-head', []])
    expect((await desk.save(unitOfficer, selfReportId, received, 121, 1)).error?.code).toBe('wrong-state')
    expect((await desk.save(unitHead, selfReportId, received, 121, 1)).ok().value).toBe(121)
    expect((await desk.rowOf(selfReportId)).state).toBe('with-head')
    expect((await house.as(planner).call(acceptSelfReport, { params })).error?.code).toBe('wrong-state')

    const given = (
      await house.as(unitHead).call(giveBackSelfReport, { params, body: { remark: 'Xem lại số hồ sơ' } })
    ).ok()
    expect(given).toMatchObject({ state: 'drafting', remarks: [{ who: unitHead.fullName, text: 'Xem lại số hồ sơ' }] })
    expect((await desk.read(planner, inspectionId)).remarks).toEqual([])

    ;(await desk.send(selfReportId)).ok()
    expect((await desk.read(planner, inspectionId)).actions).toEqual(['return', 'accept'])
    expect((await house.as(member).call(acceptSelfReport, { params })).status).toBe(403)
    expect((await house.as(unitHead).call(acceptSelfReport, { params })).status).toBe(403)
    expect((await house.as(planner).call(acceptSelfReport, { params })).ok()).toMatchObject({
      state: 'accepted',
      actions: [],
    })
    expect((await desk.save(unitHead, selfReportId, received, 122, 2)).error?.code).toBe('wrong-state')
  })

  test('a report returned for supplement keeps the verdict of its first sending; both sendings are on record', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    const params = { selfReportId }
    await desk.write(selfReportId)
    house.clock.set('2026-07-09T02:00:00Z')
    const first = (await desk.send(selfReportId)).ok()
    house.clock.set('2026-07-13T02:00:00Z')
    const returned = (
      await house.as(planner).call(returnSelfReport, { params, body: { remark: 'Bổ sung sáng kiến' } })
    ).ok()
    expect(returned).toMatchObject({ state: 'returned', verdict: 'on-time' })
    expect((await desk.read(unitOfficer, inspectionId)).remarks).toMatchObject([{ text: 'Bổ sung sáng kiến' }])
    ;(await desk.save(unitOfficer, selfReportId, initiatives, 'Một cửa lưu động')).ok()
    expect((await desk.rowOf(selfReportId)).state).toBe('drafting')
    house.clock.set('2026-07-14T02:00:00Z')
    const second = (await desk.send(selfReportId)).ok()
    expect(second).toMatchObject({ state: 'sent', verdict: 'on-time', daysLate: 0, sentAt: first.sentAt })
    expect(second.fingerprint).not.toBe(first.fingerprint)
    const sendings = await desk.eventsOf(selfReportId, 'self-report.send')
    expect(sendings.map(({ at, details }) => [at, (details as { verdict: string }).verdict])).toEqual([
      ['2026-07-09T02:00:00.000Z', 'on-time'],
      ['2026-07-14T02:00:00.000Z', 'late'],
    ])
  })

  test('a returned report may be sent again as it is', async () => {
    const { selfReportId } = await desk.openReport()
    const params = { selfReportId }
    await desk.write(selfReportId)
    ;(await desk.send(selfReportId)).ok()
    ;(await house.as(planner).call(returnSelfReport, { params, body: { remark: 'Nhầm' } })).ok()
    expect((await desk.send(selfReportId)).ok().state).toBe('sent')
  })

  test('a visit that moves after the sending does not judge it anew', async () => {
    const { inspectionId, selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    house.clock.set('2026-07-10T03:00:00Z')
    ;(await desk.send(selfReportId)).ok()
    await house.owner
      .updateTable('inspections')
      .set({ visitOn: '2026-07-14', reportDueOn: '2026-07-09' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    const view = await desk.read(planner, inspectionId)
    expect(view).toMatchObject({ dueOn: '2026-07-10', verdict: 'on-time', counted: [] })
    expect(view.why).toContain('09/07/2026')
  })

  test('after the conclusion nothing moves any more', async () => {
    const { selfReportId, inspectionId } = await desk.openReport()
    await desk.write(selfReportId)
    await house.owner
      .updateTable('inspections')
      .set({ state: 'concluded' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect((await desk.send(selfReportId)).error?.sentence).toContain('Đã kết luận')
    expect((await desk.read(unitHead, inspectionId)).actions).toEqual([])
  })
})
