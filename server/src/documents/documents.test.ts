import { createHash } from 'node:crypto'
import {
  downloadDocument,
  downloadInspectionPaper,
  getDocument,
  getInspectionPaper,
  listDocuments,
  suggestNumber,
} from '@cchc/domain/documents/contract.ts'
import { announceInspection } from '@cchc/domain/inspections/contract.ts'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  member,
  otherPlanner,
  otherUnitHead,
  planner,
  press,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { scheduleNoticePaperOf } from '../inspections/papers.ts'
import { startWorker } from '../platform/worker.ts'
import { tasks } from '../tasks.ts'
import { downloadInspectionPaper as downloadPaper } from './download-inspection-paper.ts'
import { issueDocument } from './queries.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const issue = (number: string, issuedOn = '2026-07-01') => ({ number, issuedOn })
const scheduled = (unitCode = '11383', halfDay: 'morning' | 'afternoon' = 'morning') =>
  buildInspection(house, { campaign, state: 'scheduled', unitCode, halfDay })
const announce = (inspectionId: string, body = issue('118'), person = planner) =>
  house.as(person).call(announceInspection, { params: { inspectionId }, body })
const documents = () => house.owner.selectFrom('documents').selectAll().orderBy('issuedAt').execute()

describe('an issued paper', () => {
  test('is frozen with its number, date and signature, and listed', async () => {
    const { inspectionId } = await scheduled()
    ;(await announce(inspectionId)).ok()
    const [row] = await documents()
    expect(row).toMatchObject({ number: '118', symbol: 'TB-SNV', year: 2026, state: 'issued', sha256: null })
    const list = (await house.as(planner).call(listDocuments, { params: campaign })).ok()
    expect(list.documents).toMatchObject([
      { number: '118/TB-SNV', unitName: 'Phường Lê Chân', issuedBy: 'Thư ký Đoàn', issuedOn: '2026-07-01' },
    ])
    await house.owner.updateTable('inspections').set({ place: 'Nơi khác' }).execute()
    const { paper } = (
      await house.as(planner).call(getInspectionPaper, { params: { inspectionId, kind: 'schedule-notice' } })
    ).ok()
    expect(paper).toEqual(row!.paper)
    expect(JSON.stringify(paper)).toContain('Trụ sở đơn vị')
    expect(paper.printed).toMatchObject({
      number: 'Số: 118/TB-SNV',
      placeAndDate: 'Hải Phòng, ngày 01 tháng 7 năm 2026',
    })
    const one = (
      await house.as(planner).call(getDocument, { params: { documentId: list.documents[0]!.documentId } })
    ).ok()
    expect(one.paper).toEqual(paper)
    const audit = await house.owner
      .selectFrom('auditEvents')
      .selectAll()
      .where('subjectId', '=', row!.documentId)
      .execute()
    expect(audit).toMatchObject([{ action: 'document.issue', inspectionId, personId: house.personId(planner) }])
  })

  test('is made into a file by a job, the very file that could be downloaded before', async () => {
    const { inspectionId } = await scheduled()
    ;(await announce(inspectionId)).ok()
    const { documentId } = (await documents())[0]!
    const before = await house.as(unitHead).call(downloadDocument, { params: { documentId } })
    before.ok()
    const { value } = await extractRawText({ buffer: before.raw })
    expect(value).toContain('Số: 118/TB-SNV')
    const worker = await startWorker(house.ground, house.databaseUrl, tasks, () => undefined)
    try {
      await expect
        .poll(async () => (await documents())[0]!.sha256)
        .toBe(createHash('sha256').update(before.raw).digest('hex'))
    } finally {
      await worker.stop()
    }
    const after = await house.as(unitHead).call(downloadDocument, { params: { documentId } })
    expect(after.raw.equals(before.raw)).toBe(true)
  })

  test('has a Vietnamese file name; a draft says that it is one', async () => {
    const { inspectionId } = await scheduled()
    const params = { inspectionId, kind: 'schedule-notice' as const }
    const nameOf = async () => {
      const { name } = await house.within(member, (context) =>
        downloadPaper(context, { params, query: { format: 'docx' }, body: undefined, file: undefined }),
      )
      return name
    }
    expect(await nameOf()).toBe('Thông báo lịch kiểm tra - Phường Lê Chân (dự thảo).docx')
    ;(await announce(inspectionId)).ok()
    expect(await nameOf()).toBe('Thông báo lịch kiểm tra - Phường Lê Chân.docx')
  })
})

describe('who sees a paper', () => {
  test('drafts are the team’s; issued papers are also their unit’s and the city’s', async () => {
    const { inspectionId } = await scheduled()
    const params = { inspectionId, kind: 'schedule-notice' as const }
    const seen = async () =>
      Object.fromEntries(
        await Promise.all(
          [planner, member, cityViewer, unitOfficer, otherUnitHead, administrator, press].map(async (person) => [
            person.username,
            [
              (await house.as(person).call(getInspectionPaper, { params })).status,
              (await house.as(person).call(downloadInspectionPaper, { params })).status,
            ],
          ]),
        ),
      )
    const outsiders = { 'quan-tri': [403, 403], 'bao-chi': [403, 403], 'lanh-dao-hai-duong': [404, 404] }
    expect(await seen()).toEqual({
      ...outsiders,
      'thu-ky': [200, 200],
      'thanh-vien': [200, 200],
      ubnd: [404, 404],
      'can-bo-le-chan': [404, 404],
    })
    ;(await announce(inspectionId)).ok()
    expect(await seen()).toEqual({
      ...outsiders,
      'thu-ky': [200, 200],
      'thanh-vien': [200, 200],
      ubnd: [200, 200],
      'can-bo-le-chan': [200, 200],
    })
    const listed = async (person: typeof planner) =>
      (await house.as(person).call(listDocuments, { params: campaign })).ok().documents.length
    expect([await listed(unitOfficer), await listed(otherUnitHead), await listed(cityViewer)]).toEqual([1, 0, 1])
    const { documentId } = (await documents())[0]!
    expect((await house.as(otherUnitHead).call(downloadDocument, { params: { documentId } })).error?.code).toBe(
      'no-such-document',
    )
  })

  test('a paper of the whole campaign is not for inspected units', async () => {
    const { inspectionId } = await scheduled()
    const documentId = await house.within(planner, async (context) =>
      issueDocument(context, {
        campaignId: campaign.campaignId,
        inspectionId: null,
        kind: 'synthesis-report',
        title: 'Tổng hợp',
        number: '01',
        symbol: 'BC-SNV',
        issuedOn: '2026-07-01',
        paper: await scheduleNoticePaperOf(context, inspectionId, issue('01')),
      }),
    )
    expect((await house.as(cityViewer).call(getDocument, { params: { documentId } })).status).toBe(200)
    expect((await house.as(unitHead).call(getDocument, { params: { documentId } })).status).toBe(404)
    expect((await house.as(unitHead).call(listDocuments, { params: campaign })).ok().documents).toEqual([])
  })
})

test('each paper of a visit can be seen before it is issued', async () => {
  const { inspectionId } = await buildInspection(house, { campaign })
  for (const [kind, status] of [
    ['schedule-notice', 200],
    ['minutes', 200],
    ['conclusion-notice', 404],
  ] as const) {
    const answer = await house.as(planner).call(getInspectionPaper, { params: { inspectionId, kind } })
    expect([kind, answer.status]).toEqual([kind, status])
  }
})

describe('numbers', () => {
  test('two clerks issue with one number at once: one stands, the other is told which', async () => {
    const [first, second] = [await scheduled(), await scheduled('10525', 'afternoon')]
    const answers = await Promise.all([
      announce(first.inspectionId, issue('5')),
      announce(second.inspectionId, issue('05'), otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(refused.error).toMatchObject({ code: 'number-taken', sentence: expect.stringContaining('05/TB-SNV') })
    expect(await documents()).toHaveLength(1)
    const states = await house.owner.selectFrom('inspections').select('state').execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['announced', 'scheduled'])
  })

  test('the next one is proposed by series and year, and begins anew on 1/1', async () => {
    const next = async (kind: 'schedule-notice' | 'conclusion-notice' | 'synthesis-report') =>
      (await house.as(planner).call(suggestNumber, { params: campaign, query: { kind } })).ok()
    expect(await next('schedule-notice')).toEqual({ number: '01', symbol: 'TB-SNV' })
    const { inspectionId } = await scheduled()
    ;(await announce(inspectionId, issue('119a'))).ok()
    expect(await next('conclusion-notice')).toEqual({ number: '120', symbol: 'TB-SNV' })
    expect(await next('synthesis-report')).toEqual({ number: '01', symbol: 'BC-SNV' })
    house.clock.set('2027-01-04T02:00:00Z')
    expect(await next('schedule-notice')).toEqual({ number: '01', symbol: 'TB-SNV' })
    const minutes = await house.as(planner).call(suggestNumber, { params: campaign, query: { kind: 'minutes' } })
    expect(minutes.status).toBe(400)
  })
})

test.each([
  ['2026-07-02', 'ngày này chưa tới (hôm nay là 01/07/2026)'],
  ['2026-06-15', 'ngày này trước ngày ban hành văn bản 2251/QĐ-UBND (16/06/2026)'],
])('a paper dated %s is refused', async (issuedOn, why) => {
  const { inspectionId } = await scheduled()
  const answer = await announce(inspectionId, issue('118', issuedOn))
  expect(answer.error).toMatchObject({ code: 'issued-before-signing', sentence: expect.stringContaining(why) })
  expect(await documents()).toEqual([])
})
