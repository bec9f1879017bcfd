import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import {
  acceptSelfReport,
  giveBackSelfReport,
  handOverSelfReport,
  returnSelfReport,
  saveExplanation,
} from '@cchc/domain/self-reports/contract.ts'
import { maySend, outstanding } from '@cchc/domain/self-reports/progress.ts'
import {
  answerItemRemark,
  askCorrection,
  checkFingerprint,
  declineCorrection,
  downloadReceipt,
  getEarlierFigures,
  getReceipt,
  getSentVersion,
  listItemRemarks,
  listReportSendings,
  listSentVersions,
  openCorrection,
} from '@cchc/domain/self-reports/sending-contract.ts'
import { getSynthesis } from '@cchc/domain/synthesis/contract.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  member,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { initiatives, received, reportDesk } from '../../test/report-desk.ts'

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
  await house.owner.deleteFrom('notifications').execute()
})

/** A report that the head has sent once. */
async function sentReport() {
  const report = await desk.openReport()
  await desk.write(report.selfReportId)
  ;(await desk.send(report.selfReportId)).ok()
  return report
}
const earlierOf = async (selfReportId: string, person: TestPerson = unitOfficer) =>
  (await house.as(person).call(getEarlierFigures, { params: { selfReportId } })).ok()
const remarksOf = async (selfReportId: string) =>
  (await house.as(planner).call(listItemRemarks, { params: { selfReportId } })).ok().remarks
const returned = (selfReportId: string, items: { itemKey: string; text: string }[] = []) =>
  house.as(planner).call(returnSelfReport, { params: { selfReportId }, body: { remark: 'Cần bổ sung', items } })
const explain = (selfReportId: string, checkKey: string, text = 'Vì sáp nhập') =>
  house.as(unitOfficer).call(saveExplanation, { params: { selfReportId, checkKey }, body: { text } })
/** Who was told of what, by account. */
async function told(kind: string): Promise<string[]> {
  const rows = await house.owner
    .selectFrom('notifications')
    .innerJoin('people', 'people.personId', 'notifications.personId')
    .select('people.accountId')
    .where('kind', '=', kind)
    .orderBy('people.accountId')
    .execute()
  return rows.map(({ accountId }) => accountId!)
}

describe('versions', () => {
  test('each sending is frozen whole and nobody can change or remove it', async () => {
    const { selfReportId } = await sentReport()
    ;(await returned(selfReportId)).ok()
    ;(await desk.save(unitOfficer, selfReportId, received, 130, 1)).ok()
    house.clock.set('2026-07-13T02:00:00Z')
    const view = (await desk.send(selfReportId)).ok()
    expect(view.version).toBe(2)
    const { versions } = (await house.as(planner).call(listSentVersions, { params: { selfReportId } })).ok()
    expect(versions).toMatchObject([
      { version: 2, verdict: 'late', daysLate: 1, reason: 'Bổ sung theo ý kiến của Đoàn kiểm tra' },
      { version: 1, verdict: 'on-time', daysLate: 0, dueOn: '2026-07-10', reason: '', sentBy: unitHead.fullName },
    ])
    const version = async (number: number) =>
      (await house.as(planner).call(getSentVersion, { params: { selfReportId, version: number } })).ok()
    expect([(await version(1)).answers[received], (await version(2)).answers[received]]).toEqual([120, 130])
    expect((await version(1)).computed).toEqual({ 'admin-procedures.on-time-rate': 95 })
    await expect(house.owner.updateTable('sentVersions').set({ fingerprint: 'x' }).execute()).rejects.toThrow()
    await expect(house.owner.deleteFrom('sentVersions').execute()).rejects.toThrow('append-only')
    await expect(
      house.within(unitHead, ({ db }) => db.updateTable('sentVersions').set({ fingerprint: 'x' }).execute()),
    ).rejects.toThrow('permission denied')
    await expect(house.within(unitHead, ({ db }) => db.deleteFrom('itemRemarks').execute())).rejects.toThrow(
      'permission denied',
    )
  })

  test('the fingerprint is worked out again from what is frozen, by anybody who may read the report', async () => {
    const { selfReportId } = await sentReport()
    const check = (person: TestPerson, version = 1) =>
      house.as(person).call(checkFingerprint, { params: { selfReportId, version } })
    for (const person of [unitOfficer, member]) {
      const answer = (await check(person)).ok()
      expect(answer).toEqual({
        kept: answer.recomputed,
        recomputed: (await desk.rowOf(selfReportId)).fingerprint,
        equal: true,
      })
    }
    expect([(await check(planner, 2)).status, (await check(otherUnitHead)).status]).toEqual([404, 404])
    // Somebody with the database in hand takes the guard away and changes what was sent: it shows.
    await house.owner.transaction().execute(async (db) => {
      await sql`alter table sent_versions disable trigger sent_versions_append_only`.execute(db)
      await db
        .updateTable('sentVersions')
        .set({ answers: JSON.stringify({ [received]: 999 }) })
        .execute()
      await sql`alter table sent_versions enable trigger sent_versions_append_only`.execute(db)
    })
    expect((await check(planner)).ok().equal).toBe(false)
  })

  test('the receipt says when, in time by which days, and the fingerprint, on paper too', async () => {
    const { selfReportId } = await sentReport()
    const params = { selfReportId, version: 1 }
    const { paper } = (await house.as(unitHead).call(getReceipt, { params })).ok()
    const text = JSON.stringify(paper.blocks)
    expect(paper.printed.typeName).toBe('PHIẾU TIẾP NHẬN')
    expect(text).toContain('01/07/2026 09:00')
    expect(text).toContain('thứ Sáu 10/07/2026')
    expect(text).toContain('đúng hạn')
    expect(text).toContain((await desk.rowOf(selfReportId)).fingerprint!.slice(0, 8))
    const file = await house.as(unitHead).call(downloadReceipt, { params })
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })
})

describe('remarks on items', () => {
  test('stand in the way of sending until each is mended or answered, and the office sees what was done', async () => {
    const { selfReportId, inspectionId } = await sentReport()
    const wrong = await returned(selfReportId, [{ itemKey: 'no.such-item', text: 'x' }])
    expect([wrong.status, (await desk.rowOf(selfReportId)).state]).toEqual([404, 'sent'])
    ;(
      await returned(selfReportId, [
        { itemKey: received, text: 'Số này khác báo cáo tháng' },
        { itemKey: initiatives, text: 'Nêu ít nhất một sáng kiến' },
      ])
    ).ok()
    expect(await told('self-report.return')).toEqual(['can-bo-le-chan', 'lanh-dao-le-chan'])
    const refused = await desk.send(selfReportId)
    expect(refused.error?.code).toBe('remark-open')
    expect(refused.error?.sentence).toContain('còn 2 ý kiến')
    const idOf = async (itemKey: string) =>
      (await remarksOf(selfReportId)).find((remark) => remark.itemKey === itemKey)!.itemRemarkId
    const answer = async (itemKey: string, reply = '', person: TestPerson = unitOfficer) =>
      house.as(person).call(answerItemRemark, {
        params: { selfReportId, itemRemarkId: await idOf(itemKey) },
        body: { done: true, reply },
      })
    expect((await answer(received)).error?.code).toBe('remark-reply-needed')
    expect((await answer(received, '', planner)).status).toBe(403)
    ;(await answer(received, 'Số này đúng, báo cáo tháng thiếu hồ sơ trực tuyến')).ok()
    ;(await desk.save(unitOfficer, selfReportId, initiatives, 'Một cửa lưu động')).ok()
    ;(await answer(initiatives)).ok()
    expect((await desk.send(selfReportId)).ok().state).toBe('sent')
    expect(await remarksOf(selfReportId)).toMatchObject([
      { itemKey: initiatives, doneBy: unitOfficer.fullName, reply: '', version: 1 },
      { itemKey: received, reply: 'Số này đúng, báo cáo tháng thiếu hồ sơ trực tuyến' },
    ])
    expect((await answer(received, 'Thêm')).error?.code).toBe('wrong-state')
    const { sendings } = (
      await house.as(planner).call(listReportSendings, { params: { campaignId: campaign.campaignId } })
    ).ok()
    expect(sendings).toEqual([
      { inspectionId, versions: 2, correction: null, corrections: 0, openRemarks: 0, extension: null },
    ])
  })
})

describe('earlier figures', () => {
  test('where there are none nothing is said', async () => {
    const { selfReportId } = await desk.openReport()
    expect(await earlierOf(selfReportId)).toEqual({ lastYear: null, lastSent: null })
  })

  test('last year’s accepted report: a jump has to be explained, and the explanation goes with the report', async () => {
    const last = await buildCampaign(house, { year: 2025, state: 'closed', number: '1999' })
    const old = reportDesk(house, last)
    const before = await old.openReport({ campaign: last })
    await old.write(before.selfReportId, {
      [received]: 50,
      'admin-procedures.resolved': 45,
      'admin-procedures.on-time': 45,
      'admin-procedures.satisfaction': 96,
    })
    ;(await old.send(before.selfReportId)).ok()
    await house.owner.updateTable('inspections').set({ year: 2025, state: 'closed', visitOn: '2025-07-16' }).execute()
    const { selfReportId, inspectionId } = await desk.openReport()
    await desk.write(selfReportId)
    // A report that was never accepted is no measure.
    expect((await earlierOf(selfReportId)).lastYear).toBeNull()
    await house.owner
      .updateTable('selfReports')
      .set({ state: 'accepted' })
      .where('selfReportId', '=', before.selfReportId)
      .execute()
    expect((await earlierOf(selfReportId)).lastYear).toMatchObject({
      year: 2025,
      figures: { [received]: 50, 'admin-procedures.on-time-rate': 100 },
    })
    expect(await earlierOf(selfReportId, planner)).toEqual(await earlierOf(selfReportId))
    const refused = await desk.send(selfReportId)
    expect(refused.error?.code).toBe('explanation-needed')
    expect(refused.error?.sentence).toContain('là 120, năm 2025 là 50: gấp hơn 2 lần.')
    expect((refused.error!.details as { points: { key: string }[] }).points.map(({ key }) => key)).toEqual([
      `jump:${received}`,
      'jump:admin-procedures.resolved',
      'jump:admin-procedures.on-time',
    ])
    expect((await explain(selfReportId, 'jump:admin-procedures.on-time-rate')).error?.code).toBe('no-such-check')
    for (const key of [received, 'admin-procedures.resolved', 'admin-procedures.on-time'])
      (await explain(selfReportId, `jump:${key}`)).ok()
    expect((await desk.send(selfReportId)).ok().explanations).toHaveProperty(`jump:${received}`, 'Vì sáp nhập')
    const stranger = await house.as(otherUnitHead).call(getEarlierFigures, { params: { selfReportId } })
    expect([stranger.status, (await desk.read(planner, inspectionId)).state]).toEqual([404, 'sent'])
  })

  test('the version sent before: a jump since then is asked about anew each time', async () => {
    const { selfReportId } = await sentReport()
    const round = async (version: number, value: number) => {
      ;(await returned(selfReportId)).ok()
      ;(await desk.save(unitOfficer, selfReportId, received, value, version)).ok()
      expect((await earlierOf(selfReportId)).lastSent?.version).toBe(version)
      expect((await desk.send(selfReportId)).error?.code).toBe('explanation-needed')
      ;(await explain(selfReportId, `jump-since-${version}:${received}`)).ok()
      return (await desk.send(selfReportId)).ok()
    }
    await round(1, 300)
    // With the office it still stands beside the version before, so that the explanation is seen with what it explains.
    expect((await earlierOf(selfReportId, planner)).lastSent).toMatchObject({
      version: 1,
      figures: { [received]: 120 },
    })
    const last = await round(2, 900)
    expect(Object.keys(last.explanations)).toEqual([`jump-since-2:${received}`])
  })
})

test('of random reports the act refuses just what the page of the unit lists, and takes what it says may go', async () => {
  const last = await buildCampaign(house, { year: 2024, state: 'closed', number: '1888' })
  const before = await reportDesk(house, last).openReport({ campaign: last })
  await desk.write(before.selfReportId)
  await house.owner.updateTable('inspections').set({ year: 2024, state: 'closed', visitOn: '2024-07-16' }).execute()
  await house.owner.updateTable('selfReports').set({ state: 'accepted', sentAt: '2024-07-01T02:00:00Z' }).execute()

  const { selfReportId, inspectionId } = await desk.openReport()
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 90, max: 400 }),
    fc.constantFrom(-1, 0.5, null),
  )
  const round = fc.record({
    answers: fc.record({
      [received]: fc.oneof(fc.constant(400), figure),
      'admin-procedures.resolved': fc.oneof(fc.integer({ min: 100, max: 300 }), figure),
      'admin-procedures.on-time': fc.oneof(fc.integer({ min: 90, max: 200 }), figure),
      'admin-procedures.satisfaction': fc.constantFrom(94.99, 95, 100, 101, null, 80),
      'public-finance.revenue': fc.constantFrom(null, 900_000_000, 100, -5),
    }),
    explained: fc.boolean(),
    answered: fc.boolean(),
    remark: fc.constantFrom(received, initiatives),
  })
  const outcomes = new Map<string, number>()
  for (const { answers, explained, answered, remark } of fc.sample(round, { numRuns: 24, seed: 2251 })) {
    const known = new Map((await desk.read(unitOfficer, inspectionId)).answers.map((one) => [one.itemKey, one]))
    for (const [key, value] of Object.entries(answers))
      if (value !== (known.get(key)?.value ?? null))
        (await desk.save(unitOfficer, selfReportId, key, value, known.get(key)?.revision ?? 0)).ok()
    for (const { itemRemarkId, doneAt } of await remarksOf(selfReportId))
      if (answered && !doneAt)
        (
          await house.as(unitOfficer).call(answerItemRemark, {
            params: { selfReportId, itemRemarkId },
            body: { done: true, reply: 'Giữ nguyên' },
          })
        ).ok()
    const pageSays = async () => {
      const view = await desk.read(unitHead, inspectionId)
      return outstanding(
        view.outline,
        Object.fromEntries(view.answers.map(({ itemKey, value }) => [itemKey, value])),
        view.explanations,
        unitKindOf(view.unitType, view.advisory),
        { earlier: await earlierOf(selfReportId, unitHead), remarks: await remarksOf(selfReportId) },
      )
    }
    if (explained)
      for (const { kind, key } of await pageSays()) if (kind === 'warning') (await explain(selfReportId, key)).ok()
    const points = await pageSays()
    const outcome = await desk.send(selfReportId)
    expect(outcome.status === 200).toBe(maySend(points))
    if (outcome.error) expect([outcome.status, outcome.error.details]).toEqual([422, { points }])
    else (await returned(selfReportId, [{ itemKey: remark, text: 'Xem lại' }])).ok()
    const code = outcome.error?.code ?? 'sent'
    outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
  }
  expect([...outcomes.keys()].sort()).toEqual([
    'explanation-needed',
    'remark-open',
    'report-has-errors',
    'report-incomplete',
    'sent',
  ])
})

describe('a correction after sending', () => {
  const correct = (selfReportId: string, person: TestPerson, reason = '') =>
    house.as(person).call(openCorrection, { params: { selfReportId }, body: { reason } })
  const ask = (selfReportId: string, person: TestPerson = unitOfficer) =>
    house.as(person).call(askCorrection, { params: { selfReportId }, body: { reason: 'Thiếu hồ sơ tháng 6' } })

  test('is asked by an officer, opened by the head; what was sent counts until it is sent', async () => {
    const { selfReportId, inspectionId } = await sentReport()
    ;(await house.as(planner).call(acceptSelfReport, { params: { selfReportId } })).ok()
    expect((await correct(selfReportId, unitHead)).error?.code).toBe('reason-needed')
    expect((await ask(selfReportId)).ok().correction).toMatchObject({ state: 'asked', askedBy: unitOfficer.fullName })
    expect((await ask(selfReportId)).error?.code).toBe('correction-asked-already')
    expect(await told('self-report.ask-correction')).toEqual(['lanh-dao-le-chan'])
    expect((await desk.read(planner, inspectionId)).correction).toBeNull()
    expect((await correct(selfReportId, unitOfficer)).status).toBe(403)
    const open = (await correct(selfReportId, unitHead)).ok()
    expect(open).toMatchObject({ state: 'drafting', correction: { state: 'open', reason: 'Thiếu hồ sơ tháng 6' } })
    expect(await told('self-report.open-correction')).toEqual(['can-bo-le-chan', 'pho-doan', 'thu-ky', 'thu-ky-2'])
    ;(await desk.save(unitOfficer, selfReportId, received, 130, 1)).ok()

    const counted = async () =>
      (await house.as(otherPlanner).call(getSynthesis, { params: { campaignId: campaign.campaignId } }))
        .ok()
        .figures.find(({ itemKey }) => itemKey === received)?.value
    expect(await counted()).toBe(120)
    house.clock.set('2026-07-14T02:00:00Z')
    const sent = (await desk.send(selfReportId)).ok()
    expect(sent).toMatchObject({ state: 'sent', verdict: 'on-time', daysLate: 0, correction: null, version: 2 })
    expect(await counted()).toBe(130)
    expect(
      (await house.as(planner).call(listSentVersions, { params: { selfReportId } })).ok().versions[0],
    ).toMatchObject({ reason: 'Thiếu hồ sơ tháng 6', verdict: 'late' })
    const { sendings } = (
      await house.as(planner).call(listReportSendings, { params: { campaignId: campaign.campaignId } })
    ).ok()
    expect(sendings[0]).toMatchObject({ versions: 2, corrections: 1, correction: null })
  })

  test('declined, or overtaken by a return, changes nothing', async () => {
    const { selfReportId } = await sentReport()
    ;(await ask(selfReportId)).ok()
    const decline = () =>
      house.as(unitHead).call(declineCorrection, { params: { selfReportId }, body: { reason: 'Sẽ trao đổi tại buổi' } })
    expect((await decline()).ok()).toMatchObject({ state: 'sent', correction: null })
    expect((await decline()).error?.code).toBe('no-correction-asked')
    expect(await told('self-report.decline-correction')).toEqual(['can-bo-le-chan'])
    ;(await ask(selfReportId)).ok()
    ;(await returned(selfReportId)).ok()
    const states = await house.owner.selectFrom('reportCorrections').select('state').orderBy('askedAt').execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['declined', 'overtaken'])
  })

  test('is not possible once the inspection is concluded', async () => {
    const { selfReportId } = await sentReport()
    await house.owner.updateTable('inspections').set({ state: 'concluded' }).execute()
    expect((await correct(selfReportId, unitHead, 'Nhầm số')).error?.code).toBe('wrong-state')
  })
})

test('at every turn those whose turn it is are told, and nobody else', async () => {
  const { selfReportId } = await desk.openReport()
  const params = { selfReportId }
  await desk.write(selfReportId)
  ;(await house.as(unitOfficer).call(handOverSelfReport, { params })).ok()
  ;(await house.as(unitHead).call(giveBackSelfReport, { params, body: { remark: 'Xem lại' } })).ok()
  ;(await desk.send(selfReportId)).ok()
  ;(await house.as(standingDeputy).call(acceptSelfReport, { params })).ok()
  expect(await told('self-report.hand-over')).toEqual(['lanh-dao-le-chan'])
  expect(await told('self-report.give-back')).toEqual(['can-bo-le-chan'])
  expect(await told('self-report.send')).toEqual(['pho-doan', 'thu-ky', 'thu-ky-2'])
  expect(await told('self-report.accept')).toEqual(['can-bo-le-chan', 'lanh-dao-le-chan'])
})
