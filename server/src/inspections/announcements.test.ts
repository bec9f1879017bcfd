import { getDocument, getInspectionPaper, listDocuments } from '@cchc/domain/documents/contract.ts'
import {
  type AnnouncementProblems,
  announceVisits,
  listAnnouncements,
  previewAnnouncement,
} from '@cchc/domain/inspections/announcement-contract.ts'
import {
  announceInspection,
  cancelInspection,
  getInspection,
  moveInspection,
} from '@cchc/domain/inspections/contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  member,
  otherPlanner,
  otherUnitOfficer,
  planner,
  standingDeputy,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
let params: { campaignId: string }
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  params = { campaignId: campaign.campaignId }
  await house.owner
    .updateTable('people')
    .set({ email: 'hop-thu@vi-du.invalid' })
    .where('unitCode', 'in', ['11383', '10525'])
    .execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const issuedOn = '2026-07-01'
const leChan = () => buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
const haiDuong = (visitOn = '2026-09-16') =>
  buildInspection(house, { campaign, state: 'scheduled', visitOn, unitCode: '10525' })
const stateOf = async ({ inspectionId }: { inspectionId: string }) =>
  (
    await house.owner
      .selectFrom('inspections')
      .select('state')
      .where('inspectionId', '=', inspectionId)
      .executeTakeFirstOrThrow()
  ).state
const documents = () =>
  house.owner.selectFrom('documents').select(['kind', 'number', 'state', 'inspectionId']).orderBy('number').execute()
const mails = () =>
  house.owner
    .selectFrom('mails')
    .select(['personId', 'inspectionId', 'subject', 'body', 'attachments', 'queuedBy'])
    .execute()
const calendarOf = (mail: { attachments: unknown }) =>
  (mail.attachments as { mediaType: string; content?: string }[]).find(({ mediaType }) =>
    mediaType.startsWith('text/calendar'),
  )!
const move = async (inspectionId: string, visitOn: string, reason = 'Lãnh đạo đi công tác') => {
  const { revision } = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
  const body = { revision, visitOn, halfDay: 'morning' as const, reason }
  ;(await house.as(planner).call(moveInspection, { params: { inspectionId }, body })).ok()
}
const each = (visits: { inspectionId: string; number: string }[], person = planner) =>
  house.as(person).call(announceVisits, { params, body: { way: 'each', issuedOn, visits } })
const one = (way: 'all' | 'change', number: string, visits: { inspectionId: string }[]) =>
  house.as(planner).call(announceVisits, {
    params,
    body: { way, issuedOn, number, visits: visits.map(({ inspectionId }) => ({ inspectionId })) },
  })

describe('a notice each', () => {
  test('announces every chosen visit with its own number, opens the reports and tells each unit alone', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    const { announced } = (
      await each([
        { inspectionId: first.inspectionId, number: '201' },
        { inspectionId: second.inspectionId, number: '202' },
      ])
    ).ok()
    expect(announced.map(({ unitName, number }) => [unitName, number])).toEqual([
      ['Phường Lê Chân', '201/TB-SNV'],
      ['Phường Hải Dương', '202/TB-SNV'],
    ])
    expect([await stateOf(first), await stateOf(second)]).toEqual(['announced', 'announced'])
    expect(await house.owner.selectFrom('selfReports').select('state').execute()).toHaveLength(2)
    const told = await house.owner
      .selectFrom('notifications')
      .select(['personId', 'inspectionId'])
      .where('kind', '=', 'inspection.announce')
      .execute()
    const toldOf = ({ inspectionId }: { inspectionId: string }) =>
      told.filter((one) => one.inspectionId === inspectionId).map(({ personId }) => personId)
    expect(toldOf(first)).toEqual(
      expect.arrayContaining([house.personId(unitOfficer), house.personId(unitHead), house.personId(member)]),
    )
    expect(toldOf(first)).not.toContain(house.personId(otherUnitOfficer))
    expect(toldOf(first)).not.toContain(house.personId(planner))
    const sent = await mails()
    expect(sent).toHaveLength(4)
    expect(sent.every(({ queuedBy }) => queuedBy === house.personId(planner))).toBe(true)
    const [mail] = sent.filter(({ personId }) => personId === house.personId(unitHead))
    expect(mail!.subject).toContain('Ủy ban nhân dân phường Lê Chân')
    expect(mail!.body).toContain('Hạn gửi báo cáo phục vụ kiểm tra: ngày 10/09/2026')
    expect((mail!.attachments as unknown as { name: string }[]).map(({ name }) => name)).toEqual([
      'Thông báo lịch kiểm tra - Phường Lê Chân.docx',
      'lich-kiem-tra.ics',
    ])
  })

  test('is all or nothing: each unit in the way is named with its reason, and nothing is issued', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    ;(await each([{ inspectionId: second.inspectionId, number: '210' }])).ok()
    const refused = await each([
      { inspectionId: first.inspectionId, number: '211' },
      { inspectionId: second.inspectionId, number: '212' },
    ])
    expect([refused.status, refused.error?.code]).toEqual([409, 'announcement-refused'])
    expect(refused.error!.details as AnnouncementProblems).toEqual([
      {
        inspectionId: second.inspectionId,
        unitName: 'Phường Hải Dương',
        code: 'nothing-to-announce',
        sentence: expect.stringContaining('210/TB-SNV'),
      },
    ])
    expect(await stateOf(first)).toBe('scheduled')
    expect((await documents()).map(({ number }) => number)).toEqual(['210'])
    expect(await mails()).toHaveLength(2)
  })

  test('a number that is taken stands in the way of that unit alone, and is named', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    ;(await each([{ inspectionId: first.inspectionId, number: '220' }])).ok()
    await move(first.inspectionId, '2026-09-22')
    const refused = await each([
      { inspectionId: first.inspectionId, number: '221' },
      { inspectionId: second.inspectionId, number: '220' },
    ])
    expect((refused.error!.details as AnnouncementProblems).map(({ unitName, code }) => [unitName, code])).toEqual([
      ['Phường Hải Dương', 'number-taken'],
    ])
  })

  test('the same unit or number twice is refused', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    const { inspectionId } = first
    expect(
      (
        await each([
          { inspectionId, number: '230' },
          { inspectionId, number: '231' },
        ])
      ).error?.code,
    ).toBe('chosen-twice')
    const sameNumber = await each([
      { inspectionId, number: '5' },
      { inspectionId: second.inspectionId, number: '05' },
    ])
    expect(sameNumber.error?.code).toBe('chosen-twice')
  })

  test('two who announce the same visits at once: one stands, the other is told, and nobody is told twice', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    const ids = [first.inspectionId, second.inspectionId]
    const answers = await Promise.all([
      each(ids.map((inspectionId, index) => ({ inspectionId, number: String(240 + index) }))),
      each(
        ids.toReversed().map((inspectionId, index) => ({ inspectionId, number: String(250 + index) })),
        otherPlanner,
      ),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await documents()).toHaveLength(2)
    expect(await mails()).toHaveLength(4)
  })

  test('a visit of another campaign, an unknown one and a past one are refused', async () => {
    const first = await leChan()
    house.clock.set('2026-09-16T02:00:00Z')
    const past = await house.as(planner).call(announceVisits, {
      params,
      body: { way: 'each', issuedOn: '2026-09-16', visits: [{ inspectionId: first.inspectionId, number: '260' }] },
    })
    expect((past.error!.details as AnnouncementProblems)[0]?.code).toBe('in-the-past')
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await each([{ inspectionId: unknown, number: '261' }])).error?.code).toBe('no-such-inspection')
  })
})

describe('one notice for all', () => {
  test('tells every unit by one paper with a table, and each unit may read it', async () => {
    const [first, second] = [await leChan(), await haiDuong('2026-09-10')]
    const { announced } = (await one('all', '301', [first, second])).ok()
    expect(new Set(announced.map(({ documentId }) => documentId)).size).toBe(1)
    expect(await documents()).toEqual([
      { kind: 'schedule-notice-all', number: '301', state: 'issued', inspectionId: null },
    ])
    const { documentId } = announced[0]!
    for (const person of [unitOfficer, otherUnitOfficer, planner]) {
      const { paper } = (await house.as(person).call(getDocument, { params: { documentId } })).ok()
      const lines = paperLines(paper)
      // In the order of the visits, not in that of the choice.
      expect(lines.indexOf('Phường Hải Dương')).toBeLessThan(lines.indexOf('Phường Lê Chân'))
      expect(lines).toEqual(expect.arrayContaining(['Sáng thứ Năm 10/09/2026', 'Sáng thứ Ba 15/09/2026']))
    }
    const own = (await house.as(unitOfficer).call(listDocuments, { params })).ok()
    expect(own.documents.map(({ number }) => number)).toEqual(['301/TB-SNV'])
    const standing = (
      await house
        .as(unitOfficer)
        .call(getInspectionPaper, { params: { inspectionId: first.inspectionId, kind: 'schedule-notice' } })
    ).ok()
    expect(standing.documentId).toBe(documentId)
  })

  test('a unit that it does not tell of does not see it', async () => {
    const first = await leChan()
    const { announced } = (await one('all', '302', [first])).ok()
    const { documentId } = announced[0]!
    expect((await house.as(otherUnitOfficer).call(getDocument, { params: { documentId } })).status).toBe(404)
    expect((await house.as(otherUnitOfficer).call(listDocuments, { params })).ok().documents).toEqual([])
  })

  test('stands until the last of its visits has moved', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    ;(await one('all', '303', [first, second])).ok()
    await move(first.inspectionId, '2026-09-22')
    expect((await documents())[0]?.state).toBe('issued')
    await move(second.inspectionId, '2026-09-23')
    expect((await documents())[0]?.state).toBe('replaced')
  })
})

describe('a change notice', () => {
  test('says what was told and what stands, replaces it, and the calendar entry rises', async () => {
    const first = await leChan()
    const { inspectionId } = first
    ;(await each([{ inspectionId, number: '401' }])).ok()
    await move(inspectionId, '2026-09-22')
    const [row] = (await house.as(planner).call(listAnnouncements, { params })).ok().visits
    expect(row).toMatchObject({
      standing: 'moved',
      reason: 'Lãnh đạo đi công tác',
      notice: { number: '401/TB-SNV', visitOn: '2026-09-15' },
    })
    ;(await one('change', '402', [first])).ok()
    expect(await documents()).toEqual([
      { kind: 'schedule-notice', number: '401', state: 'replaced', inspectionId },
      { kind: 'change-notice', number: '402', state: 'issued', inspectionId },
    ])
    const { paper } = (
      await house.as(unitOfficer).call(getInspectionPaper, { params: { inspectionId, kind: 'schedule-notice' } })
    ).ok()
    expect(paperLines(paper)).toEqual(
      expect.arrayContaining([
        '- Lịch đã thông báo (Thông báo số 401/TB-SNV ngày 01/07/2026): buổi sáng thứ Ba, ngày 15/09/2026, tại Trụ sở đơn vị;',
        '- Hạn gửi báo cáo phục vụ kiểm tra: chậm nhất ngày 17/09/2026 (hạn đã thông báo: ngày 10/09/2026);',
        '- Lý do: lãnh đạo đi công tác.',
      ]),
    )
    const sequences = (await mails())
      .filter(({ personId }) => personId === house.personId(unitOfficer))
      .flatMap((mail) => calendarOf(mail)?.content ?? [])
      .map((text) => [/^UID:(.*)$/m.exec(text)?.[1]?.trim(), Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1])] as const)
    expect(new Set(sequences.map(([uid]) => uid)).size).toBe(1)
    const [[, before], [, after]] = sequences as [readonly [string, number], readonly [string, number]]
    expect(after).toBeGreaterThan(before)
    const view = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
    expect(view.actions).not.toContain('announce')
  })

  test('of several visits is one paper of the campaign, which their units read', async () => {
    const [first, second] = [await leChan(), await haiDuong()]
    ;(await one('all', '410', [first, second])).ok()
    await move(first.inspectionId, '2026-09-22')
    await move(second.inspectionId, '2026-09-23', 'Trùng kỳ họp')
    const { paper } = (
      await house.as(planner).call(previewAnnouncement, {
        params,
        query: { way: 'change', inspectionIds: `${first.inspectionId},${second.inspectionId}` },
      })
    ).ok()
    expect(paper.printed.number).toBe('Số: …/TB-SNV')
    expect(paperLines(paper)).toEqual(
      expect.arrayContaining(['Sáng thứ Ba 15/09/2026 (Thông báo số 410/TB-SNV)', 'Trùng kỳ họp']),
    )
    const { announced } = (await one('change', '411', [first, second])).ok()
    expect((await house.as(otherUnitOfficer).call(getDocument, { params: announced[0]! })).status).toBe(200)
    expect((await documents()).map(({ kind, state }) => [kind, state])).toEqual([
      ['schedule-notice-all', 'replaced'],
      ['change-notice', 'issued'],
    ])
  })

  test('is refused where nothing was told before', async () => {
    const refused = await one('change', '420', [await leChan()])
    expect((refused.error!.details as AnnouncementProblems)[0]?.code).toBe('nothing-changed')
    expect(await documents()).toEqual([])
  })
})

test('announcing again what stands is refused, so that no unit is told twice', async () => {
  const { inspectionId } = await leChan()
  const announce = (number: string) =>
    house.as(planner).call(announceInspection, { params: { inspectionId }, body: { number, issuedOn } })
  expect((await announce('501')).status).toBe(200)
  expect((await announce('502')).error?.code).toBe('nothing-to-announce')
})

test('cancelling an announced visit takes it out of the unit’s calendar', async () => {
  const { inspectionId } = await leChan()
  ;(await each([{ inspectionId, number: '510' }])).ok()
  const { revision } = (await house.as(planner).call(getInspection, { params: { inspectionId } })).ok()
  ;(
    await house
      .as(planner)
      .call(cancelInspection, { params: { inspectionId }, body: { revision, reason: 'Đơn vị sáp nhập' } })
  ).ok()
  const [first, last] = (await mails())
    .filter(({ personId }) => personId === house.personId(unitHead))
    .map((mail) => calendarOf(mail).content!)
  expect(last).toContain('METHOD:CANCEL')
  expect(last).toContain('STATUS:CANCELLED')
  const sequence = (text: string | undefined) => Number(/^SEQUENCE:(\d+)/m.exec(text ?? '')?.[1])
  expect(sequence(last)).toBeGreaterThan(sequence(first))
})

describe('an unannounced inspection', () => {
  const hidden = () =>
    buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered', visitOn: '2026-09-15' })

  test('is never at the notice desk, not even for its circle, and cannot be announced', async () => {
    const { inspectionId } = await hidden()
    await house.owner
      .insertInto('inspectionCircle')
      .values({ inspectionId, personId: house.personId(standingDeputy) })
      .execute()
    for (const person of [planner, standingDeputy])
      expect((await house.as(person).call(listAnnouncements, { params })).ok().visits).toEqual([])
    expect((await each([{ inspectionId, number: '601' }])).error?.code).toBe('no-such-inspection')
    expect((await each([{ inspectionId, number: '601' }], standingDeputy)).error?.code).toBe('no-such-inspection')
    const preview = await house
      .as(standingDeputy)
      .call(previewAnnouncement, { params, query: { way: 'all', inspectionIds: inspectionId } })
    expect(preview.error?.code).toBe('no-such-inspection')
  })
})
