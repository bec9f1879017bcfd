import {
  acceptRequest,
  answerRequest,
  askForDocument,
  listDocumentRequests,
  listInspectionRequests,
  returnRequest,
  withdrawRequest,
} from '@cchc/domain/document-requests/contract.ts'
import { downloadAttachment, listAttachments } from '@cchc/domain/evidence/contract.ts'
import { getHome } from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  member,
  otherMember,
  otherUnitOfficer,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { openSender, type Sender } from '../../test/upload.ts'
import { makePdf } from '../evidence/cases/make-files.ts'

let house: TestHouse
let campaign: BuiltCampaign
let sender: Sender
let inspectionId: string

beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  sender = await openSender(house)
  await house.owner
    .updateTable('people')
    .set({ email: 'can-bo@vi-du.invalid' })
    .where('accountId', '=', unitOfficer.username)
    .execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['mails', 'notifications', 'inspections'] as const) await house.owner.deleteFrom(table).execute()
  house.clock.set('2026-07-13T02:00:00Z')
  ;({ inspectionId } = await buildInspection(house, { campaign }))
})

const ask = (person: TestPerson = member, workingDays = 3) =>
  house.as(person).call(askForDocument, {
    params: { inspectionId },
    body: { kind: 'document', title: 'Sổ theo dõi hồ sơ trễ hạn', detail: 'Từ 15/12/2025', workingDays },
  })
const answer = (requestId: string, revision: number, text = 'Xin gửi', person: TestPerson = unitOfficer) =>
  house.as(person).call(answerRequest, { params: { requestId }, body: { revision, text } })
const told = async (person: TestPerson) =>
  (
    await house.owner
      .selectFrom('notifications')
      .select('title')
      .where('personId', '=', house.personId(person))
      .orderBy('at')
      .execute()
  ).map(({ title }) => title)
const placeOf = (requestId: string, round = 1) => ({
  ownerKind: 'document-request' as const,
  ownerId: requestId,
  place: String(round),
})

test('a request is asked, answered with a file, asked again and found enough; each side is told', async () => {
  const asked = (await ask()).ok()
  expect(asked).toMatchObject({
    state: 'asked',
    dueOn: '2026-07-16',
    workingDaysLeft: 3,
    round: 1,
    askedBy: member.fullName,
  })
  expect(asked.why).toContain('3 ngày làm việc')
  expect(await told(unitHead)).toEqual(['Đoàn kiểm tra yêu cầu tài liệu: Sổ theo dõi hồ sơ trễ hạn'])
  const mails = await house.owner.selectFrom('mails').select(['address', 'body']).execute()
  expect(mails).toEqual([
    { address: 'can-bo@vi-du.invalid', body: 'Từ 15/12/2025\n\nHạn trả lời: hết ngày 16/07/2026.' },
  ])

  const { requestId } = asked
  expect((await answer(requestId, 0, '')).error?.code).toBe('answer-empty')
  const file = await sender.attach(unitOfficer, placeOf(requestId), 'so-theo-doi.pdf', makePdf(4))
  // Until it is answered the team does not look over the unit's shoulder.
  const seenBy = async (person: TestPerson) =>
    (await house.as(person).call(listAttachments, { params: { inspectionId } }))
      .ok()
      .attachments.map(({ name }) => name)
  expect([await seenBy(unitHead), await seenBy(member)]).toEqual([['so-theo-doi.pdf'], []])
  expect((await house.as(member).call(downloadAttachment, { params: file })).status).toBe(404)

  house.clock.set('2026-07-16T16:59:00Z')
  const answered = (await answer(requestId, 0, '')).ok()
  expect(answered).toMatchObject({ state: 'answered', verdict: 'on-time', daysLate: 0, workingDaysLeft: null })
  expect(await seenBy(member)).toEqual(['so-theo-doi.pdf'])
  expect((await sender.begin(unitOfficer, placeOf(requestId), 'b.pdf', 10)).status).toBe(409)
  expect(await told(member)).toEqual(
    ['UBND phường Lê Chân đã trả lời: Sổ theo dõi hồ sơ trễ hạn'].map((title) =>
      expect.stringContaining(title.slice(-20)),
    ),
  )

  house.clock.set('2026-07-17T02:00:00Z')
  const returned = (
    await house
      .as(planner)
      .call(returnRequest, { params: { requestId }, body: { revision: 1, reason: 'Thiếu quý I', workingDays: 1 } })
  ).ok()
  expect(returned).toMatchObject({ state: 'returned', round: 2, dueOn: '2026-07-20', verdict: null })
  house.clock.set('2026-07-22T02:00:00Z')
  expect((await sender.begin(unitOfficer, placeOf(requestId, 1), 'b.pdf', 10)).status).toBe(404)
  await sender.attach(unitHead, placeOf(requestId, 2), 'quy-1.pdf', makePdf())
  expect((await answer(requestId, 2, 'Đã bổ sung')).ok()).toMatchObject({ verdict: 'late', daysLate: 2 })
  expect((await told(planner)).at(-1)).toContain('muộn 2 ngày làm việc')

  const accepted = (
    await house.as(otherMember).call(acceptRequest, { params: { requestId }, body: { revision: 3 } })
  ).ok()
  expect(accepted.turns.map(({ act, round, who }) => `${act} ${round} ${who}`)).toEqual([
    `ask 1 ${member.fullName}`,
    `answer 1 ${unitOfficer.fullName}`,
    `return 2 ${planner.fullName}`,
    `answer 2 ${unitOfficer.fullName}`,
    `accept 2 ${otherMember.fullName}`,
  ])
  const events = await house.owner
    .selectFrom('auditEvents')
    .select(['action', 'inspectionId'])
    .where('subjectId', '=', requestId)
    .execute()
  expect(events.map(({ action }) => action).sort()).toEqual(
    ['accept', 'answer', 'answer', 'ask', 'return'].map((act) => `document-request.${act}`),
  )
  expect(events.every((event) => event.inspectionId === inspectionId)).toBe(true)
})

describe('refused', () => {
  test('is asking before the unit knows of the visit, after the conclusion, and by who may not', async () => {
    for (const person of [unitOfficer, leader]) expect((await ask(person)).status).toBe(403)
    for (const state of ['scheduled', 'concluded']) {
      await house.owner.updateTable('inspections').set({ state }).where('inspectionId', '=', inspectionId).execute()
      expect((await ask()).error?.code).toBe('wrong-state')
    }
  })

  test('is what another unit, a stale page or the wrong person does', async () => {
    const { requestId } = (await ask()).ok()
    expect((await answer(requestId, 0, 'a', otherUnitOfficer)).status).toBe(404)
    expect((await answer(requestId, 7)).status).toBe(409)
    const withdraw = (person: TestPerson, revision = 0) =>
      house
        .as(person)
        .call(withdrawRequest, { params: { requestId }, body: { revision, reason: 'Đã có trong báo cáo' } })
    expect((await withdraw(otherMember)).status).toBe(403)
    expect((await withdraw(member)).ok().state).toBe('withdrawn')
    expect((await answer(requestId, 1)).error?.code).toBe('wrong-state')
    expect((await told(unitOfficer)).at(-1)).toContain('rút yêu cầu')
  })

  test('is one of two answers at once', async () => {
    const { requestId } = (await ask()).ok()
    const answers = await Promise.all([answer(requestId, 0, 'a'), answer(requestId, 0, 'b', unitHead)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('the list shows what is overdue first, to each what they may know', async () => {
  const first = (await ask(member, 10)).ok()
  const second = (await ask(member, 1)).ok()
  house.clock.set('2026-07-16T02:00:00Z')
  const list = async (person: TestPerson) =>
    (await house.as(person).call(listDocumentRequests, { params: { campaignId: campaign.campaignId } })).ok().requests
  expect((await list(standingDeputy)).map(({ requestId, workingDaysLeft }) => [requestId, workingDaysLeft])).toEqual([
    [second.requestId, -2],
    [first.requestId, 7],
  ])
  expect(await list(unitHead)).toHaveLength(2)
  expect(await list(otherUnitOfficer)).toEqual([])
  const { tasks } = (await house.as(planner).call(getHome, { params: { campaignId: campaign.campaignId } })).ok()
  expect(tasks.map(({ title }) => title).filter((title) => title.includes('Sổ theo dõi'))).toHaveLength(1)
})

test('those of an unannounced inspection are known to nobody before it is opened, and then to its unit and the team', async () => {
  const secret = await buildInspection(house, { campaign, kind: 'unannounced', state: 'opened', visitOn: '2026-07-14' })
  await tellCircle(house, secret.inspectionId, leader, member)
  inspectionId = secret.inspectionId
  const { requestId } = (await ask(member)).ok()
  const list = (person: TestPerson) => house.as(person).call(listInspectionRequests, { params: { inspectionId } })
  expect((await list(unitOfficer)).ok().requests).toHaveLength(1)
  await house.owner
    .updateTable('inspections')
    .set({ state: 'ordered' })
    .where('inspectionId', '=', inspectionId)
    .execute()
  for (const person of [unitOfficer, planner, otherMember]) {
    expect((await list(person)).status).toBe(404)
    const seen = await house.within(person, ({ db }) => db.selectFrom('documentRequests').selectAll().execute())
    expect(seen.map((row) => row.requestId)).not.toContain(requestId)
  }
})
