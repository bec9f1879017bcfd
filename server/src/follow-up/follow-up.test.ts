import { createHash } from 'node:crypto'
import { draftConclusion, issueConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import { editAttachment, listAttachments, removeAttachment } from '@cchc/domain/evidence/contract.ts'
import { getRecommendation, listRecommendations, submitRemedy, verifyRemedy } from '@cchc/domain/follow-up/contract.ts'
import { downloadProof } from '@cchc/domain/follow-up/proof-contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  member,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { openSender, type Place, type Sender } from '../../test/upload.ts'
import { buildVisited } from '../conclusions/cases/visited-inspection.ts'
import { makePdf } from '../evidence/cases/make-files.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  await house.owner.updateTable('conclusions').set({ documentId: null }).execute()
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

let number = 200
/** A concluded inspection of Phường Lê Chân (or another unit) with two open recommendations due 17/8/2026. */
async function concluded(unit: { unitCode?: string; halfDay?: 'morning' | 'afternoon' } = {}) {
  const { inspectionId } = await buildVisited(house, campaign, unit)
  const params = (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
  ;(await house.as(planner).call(submitConclusion, { params })).ok()
  const body = { number: String(++number), issuedOn: '2026-07-20' }
  const { recommendations } = (await house.as(standingDeputy).call(issueConclusion, { params, body })).ok()
  return { inspectionId, ids: recommendations.map(({ recommendationId }) => recommendationId) as [string, string] }
}

const remedy = (recommendationId: string, text = 'Đã xong', person = unitHead) =>
  house.as(person).call(submitRemedy, { params: { recommendationId }, body: { text } })
const verify = (
  recommendationId: string,
  verdict: 'adequate' | 'not-adequate' = 'adequate',
  reason = '',
  person = planner,
) => house.as(person).call(verifyRemedy, { params: { recommendationId }, body: { verdict, reason } })
const row = (recommendationId: string) =>
  house.owner
    .selectFrom('recommendations')
    .selectAll()
    .where('recommendationId', '=', recommendationId)
    .executeTakeFirstOrThrow()
const inspectionState = async (inspectionId: string) =>
  (
    await house.owner
      .selectFrom('inspections')
      .select('state')
      .where('inspectionId', '=', inspectionId)
      .executeTakeFirstOrThrow()
  ).state

describe('the list', () => {
  test('has the recommendations of issued conclusions, overdue first, each unit its own', async () => {
    const mine = await concluded()
    await concluded({ unitCode: '10525', halfDay: 'afternoon' })
    await house.owner
      .updateTable('recommendations')
      .set({ dueOn: '2026-07-22' })
      .where('recommendationId', '=', mine.ids[1])
      .execute()
    house.clock.set('2026-07-23T02:00:00Z')
    const list = async (person: typeof planner) =>
      (await house.as(person).call(listRecommendations, { params: campaign })).ok().recommendations
    const all = await list(planner)
    expect(all).toHaveLength(4)
    expect(all[0]).toMatchObject({
      recommendationId: mine.ids[1],
      overdue: true,
      workingDaysLeft: -1,
      fieldName: 'Cải cách thủ tục hành chính',
      unitName: 'Phường Lê Chân',
    })
    expect(all.slice(1).every(({ overdue }) => !overdue)).toBe(true)
    expect((await list(unitOfficer)).map(({ unitCode }) => unitCode)).toEqual(['11383', '11383'])
    expect(await list(cityViewer)).toHaveLength(4)
    await house.owner.updateTable('conclusions').set({ state: 'under-review' }).execute()
    expect(await list(planner)).toEqual([])
    const hidden = await house.as(unitHead).call(getRecommendation, { params: { recommendationId: mine.ids[0] } })
    expect(hidden.error?.code).toBe('no-such-recommendation')
  })
})

describe('the remedy', () => {
  test('goes from the unit to the team and back until it is adequate; the last one closes the inspection', async () => {
    const { inspectionId, ids } = await concluded()
    const [first, second] = ids
    expect((await remedy(first, '  ')).error?.code).toBe('proof-needed')
    expect((await verify(first)).error).toMatchObject({
      code: 'wrong-state',
      sentence: expect.stringContaining('Chưa khắc phục'),
    })
    const sent = (await remedy(first, 'Đã gửi thư xin lỗi')).ok()
    expect(sent).toMatchObject({
      state: 'remedied',
      actions: [],
      remedies: [{ submittedBy: 'Lãnh đạo Lê Chân', verdict: null }],
    })
    expect((await remedy(first)).error).toMatchObject({
      code: 'wrong-state',
      sentence: expect.stringContaining('Chờ xác minh'),
    })
    const waiting = (await house.as(member).call(getRecommendation, { params: { recommendationId: first } })).ok()
    expect(waiting.actions).toEqual(['verify'])

    expect((await verify(first, 'not-adequate')).error?.code).toBe('verdict-reason-needed')
    const back = (await verify(first, 'not-adequate', 'Thiếu danh sách hồ sơ')).ok()
    expect(back).toMatchObject({
      state: 'sent-back',
      remedies: [{ verdict: 'not-adequate', verifiedBy: 'Thư ký Đoàn' }],
    })
    ;(await remedy(first, 'Bổ sung danh sách', unitOfficer)).ok()
    const done = (await verify(first, 'adequate', '', member)).ok()
    expect(done.remedies.map(({ verdict, verdictReason }) => [verdict, verdictReason])).toEqual([
      ['not-adequate', 'Thiếu danh sách hồ sơ'],
      ['adequate', ''],
    ])
    expect(await row(first)).toMatchObject({ state: 'verified', revision: 4 })
    expect(await inspectionState(inspectionId)).toBe('concluded')

    ;(await remedy(second)).ok()
    ;(await verify(second)).ok()
    expect(await inspectionState(inspectionId)).toBe('closed')
    const audit = await house.owner
      .selectFrom('auditEvents')
      .select(['action', 'personId'])
      .where('inspectionId', '=', inspectionId)
      .where('action', 'in', [
        'inspection.close',
        'recommendation.verify',
        'recommendation.send-back',
        'recommendation.remedy',
      ])
      .execute()
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'inspection.close',
      'recommendation.remedy',
      'recommendation.remedy',
      'recommendation.remedy',
      'recommendation.send-back',
      'recommendation.verify',
      'recommendation.verify',
    ])
    const detail = (await house.as(unitHead).call(getRecommendation, { params: { recommendationId: first } })).ok()
    expect(detail.remedies).toHaveLength(2)
  })

  test('is the unit’s own affair', async () => {
    const { ids } = await concluded()
    expect((await remedy(ids[0], 'x', otherUnitHead)).error?.code).toBe('no-such-recommendation')
    expect((await remedy(ids[0], 'x', planner)).status).toBe(403)
    expect((await verify(ids[0], 'adequate', '', unitHead)).status).toBe(403)
    expect((await row(ids[0])).state).toBe('open')
  })

  test('sent twice at once is kept once', async () => {
    const { ids } = await concluded()
    const answers = await Promise.all([remedy(ids[0], 'Một'), remedy(ids[0], 'Hai', unitOfficer)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await house.owner.selectFrom('remedies').selectAll().execute()).toHaveLength(1)
  })

  test('the last two verdicts at once close the inspection once', async () => {
    const { inspectionId, ids } = await concluded()
    for (const id of ids) (await remedy(id)).ok()
    const answers = await Promise.all([verify(ids[0]), verify(ids[1], 'adequate', '', otherPlanner)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await inspectionState(inspectionId)).toBe('closed')
    const closed = await house.owner
      .selectFrom('auditEvents')
      .selectAll()
      .where('action', '=', 'inspection.close')
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect(closed).toHaveLength(1)
  })
})

describe('proof', () => {
  let sender: Sender
  beforeAll(async () => {
    sender = await openSender(house)
  })
  const at = (recommendationId: string, turn = 1): Place => ({
    ownerKind: 'remedy',
    ownerId: recommendationId,
    place: String(turn),
  })
  const listed = async (person: TestPerson, inspectionId: string) =>
    (await house.as(person).call(listAttachments, { params: { inspectionId } }))
      .ok()
      .attachments.map(({ name }) => name)
  const get = (person: TestPerson, recommendationId: string, attachmentId: string) =>
    house.as(person).call(downloadProof, { params: { recommendationId, attachmentId } })

  test('hangs at the turn of its remedy, changed by the unit alone and shown once it is sent', async () => {
    const { inspectionId, ids } = await concluded()
    const pdf = makePdf(3)
    for (const [person, code] of [
      [otherUnitHead, 'no-such-recommendation'],
      [planner, 'not-permitted'],
    ] as const)
      expect((await sender.begin(person, at(ids[0]), 'x.pdf', 9)).error?.code).toBe(code)
    expect((await sender.begin(unitHead, at(ids[0], 2), 'x.pdf', 9)).error?.code).toBe('remedy-sent')
    const refused = await sender.send(unitHead, at(ids[0]), 'virus.pdf', Buffer.from('MZ\x90\x00'))
    expect(refused.error?.code).toBe('file-refused')
    const file = await sender.attach(unitHead, at(ids[0]), 'Danh sách.pdf', pdf)
    const { attachmentId } = file
    expect(await listed(unitOfficer, inspectionId)).toEqual(['Danh sách.pdf'])
    expect(await listed(planner, inspectionId)).toEqual([])
    expect((await get(planner, ids[0], attachmentId)).error?.code).toBe('no-such-attachment')
    const params = { attachmentId }
    const edited = await house
      .as(unitHead)
      .call(editAttachment, { params, body: { revision: 0, caption: '', page: '2' } })
    expect(edited.ok()).toMatchObject({ pageFrom: 2, sha256: createHash('sha256').update(pdf).digest('hex') })

    const sent = (await remedy(ids[0], '')).ok()
    expect(sent.remedies).toMatchObject([
      { turn: 1, files: [{ attachmentId, name: 'Danh sách.pdf', size: pdf.length }] },
    ])
    expect(await listed(planner, inspectionId)).toEqual(['Danh sách.pdf'])
    for (const person of [planner, cityViewer, unitOfficer])
      expect((await get(person, ids[0], attachmentId)).raw.equals(pdf)).toBe(true)
    expect((await get(otherUnitHead, ids[0], attachmentId)).error?.code).toBe('no-such-attachment')
    expect((await get(planner, ids[1], attachmentId)).error?.code).toBe('no-such-attachment')
    const away = await house.as(unitHead).call(removeAttachment, { params, body: { revision: 1 } })
    expect(away.error?.code).toBe('wrong-state')

    ;(await verify(ids[0], 'not-adequate', 'Thiếu trang ký')).ok()
    const late = await house.as(unitHead).call(removeAttachment, { params, body: { revision: 1 } })
    expect(late.error?.code).toBe('remedy-sent')
    expect((await remedy(ids[0], '')).error?.code).toBe('proof-needed')
    await sender.attach(unitHead, at(ids[0], 2), 'Bổ sung.pdf', makePdf(1))
    expect((await remedy(ids[0], '')).ok().remedies.map(({ turn, files }) => [turn, files.length])).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('is what hung there when the remedy was sent, whatever is on its way meanwhile', async () => {
    const { ids } = await concluded()
    const pdf = makePdf(1)
    const begun = await sender.begin(unitHead, at(ids[0]), 'Muộn.pdf', pdf.length)
    const path = begun.headers.get('location')!
    await sender.patch(unitHead, path, pdf)
    const [finished, sent] = await Promise.all([sender.finish(unitHead, path), remedy(ids[0], 'Đã xong')])
    const files = sent.ok().remedies[0]!.files.length
    // Finished first, it goes with the remedy; else it is refused, before its bytes are looked into or after.
    expect([
      [200, 1],
      [409, 0],
      [422, 0],
    ]).toContainEqual([finished.status, files])
  })
})
