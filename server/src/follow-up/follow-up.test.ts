import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { draftConclusion, issueConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import {
  downloadFile,
  getRecommendation,
  listRecommendations,
  submitRemedy,
  uploadProof,
  verifyRemedy,
} from '@cchc/domain/follow-up/contract.ts'
import { Document, Packer, Paragraph } from 'docx'
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
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { buildVisited } from '../conclusions/cases/visited-inspection.ts'

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
  await house.owner.deleteFrom('files').execute()
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

const remedy = (recommendationId: string, text = 'Đã xong', fileIds: string[] = [], person = unitHead) =>
  house.as(person).call(submitRemedy, { params: { recommendationId }, body: { text, fileIds } })
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
    ;(await remedy(first, 'Bổ sung danh sách', [], unitOfficer)).ok()
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
    expect((await remedy(ids[0], 'x', [], otherUnitHead)).error?.code).toBe('no-such-recommendation')
    expect((await remedy(ids[0], 'x', [], planner)).status).toBe(403)
    expect((await verify(ids[0], 'adequate', '', unitHead)).status).toBe(403)
    expect((await row(ids[0])).state).toBe('open')
  })

  test('sent twice at once is kept once', async () => {
    const { ids } = await concluded()
    const answers = await Promise.all([remedy(ids[0], 'Một'), remedy(ids[0], 'Hai', [], unitOfficer)])
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
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF')
  const upload = (recommendationId: string, name: string, bytes: Uint8Array, person = unitHead) =>
    house.as(person).call(uploadProof, {
      params: { recommendationId },
      file: { name, mediaType: 'application/octet-stream', bytes },
    })

  test('is judged by its content, whatever its name says', async () => {
    const { ids } = await concluded()
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Danh sách')] }] }))
    const sheet = (mainPart: string) =>
      zipOf('[Content_Types].xml', `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainPart}"/></Types>`)
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const taken: [string, Uint8Array, string, string][] = [
      ['Báo cáo.pdf', pdf, 'Báo cáo.pdf', 'application/pdf'],
      ['Báo cáo'.normalize('NFD'), pdf, 'Báo cáo.pdf', 'application/pdf'],
      ['../../ảnh chụp.exe', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'ảnh chụp.exe.jpg', 'image/jpeg'],
      ['ảnh.JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'ảnh.JPEG', 'image/jpeg'],
      ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'a.png', 'image/png'],
      ['a.webp', Buffer.from('RIFF1234WEBPVP8 '), 'a.webp', 'image/webp'],
      ['thư.docx', docx, 'thư.docx', expect.stringContaining('wordprocessingml.document') as never],
      ['bảng.xlsx', sheet(`${xlsx}.main+xml`), 'bảng.xlsx', xlsx],
    ]
    for (const [name, bytes, keptName, mediaType] of taken) {
      const file = (await upload(ids[0], name, bytes)).ok()
      expect(file).toMatchObject({ name: keptName, mediaType, size: bytes.length })
      const kept = await house.owner
        .selectFrom('files')
        .selectAll()
        .where('fileId', '=', file.fileId)
        .executeTakeFirstOrThrow()
      expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
    const refused: [string, Uint8Array][] = [
      ['virus.pdf', Buffer.from('MZ\x90\x00')],
      ['trang.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
      ['macro.docx', sheet('application/vnd.ms-word.document.macroEnabled.main+xml')],
      ['hỏng.docx', docx.subarray(0, 200)],
      ['khác.zip', zipOf('a.txt', 'a')],
      ['x.png', Buffer.from('x')],
    ]
    for (const [name, bytes] of refused)
      expect([name, (await upload(ids[0], name, bytes)).error?.code]).toEqual([name, 'file-kind-not-allowed'])
    expect(await house.owner.selectFrom('files').selectAll().execute()).toHaveLength(taken.length)
  })

  test('is kept for its inspection and read by those who may know it', async () => {
    const { inspectionId, ids } = await concluded()
    const other = await concluded({ unitCode: '10525', halfDay: 'afternoon' })
    const { fileId } = (await upload(ids[0], 'Danh sách.pdf', pdf)).ok()
    const foreign = (await upload(other.ids[0], 'Khác.pdf', pdf, otherUnitHead)).ok()
    expect((await upload(ids[0], 'x.pdf', pdf, otherUnitHead)).error?.code).toBe('no-such-recommendation')
    expect((await upload(ids[0], 'x.pdf', pdf, planner)).status).toBe(403)
    expect((await remedy(ids[0], '', [foreign.fileId])).error?.code).toBe('no-such-file')
    const sent = (await remedy(ids[0], '', [fileId, fileId])).ok()
    expect(sent.remedies[0]!.files).toEqual([
      { fileId, name: 'Danh sách.pdf', size: pdf.length, mediaType: 'application/pdf' },
    ])
    const kept = await house.owner
      .selectFrom('files')
      .selectAll()
      .where('fileId', '=', fileId)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ inspectionId, uploadedBy: house.personId(unitHead) })
    for (const person of [planner, cityViewer, unitOfficer])
      expect((await house.as(person).call(downloadFile, { params: { fileId } })).raw.equals(pdf)).toBe(true)
    expect((await house.as(otherUnitHead).call(downloadFile, { params: { fileId } })).error?.code).toBe('no-such-file')
    await house.owner.updateTable('files').set({ inspectionId: null }).where('fileId', '=', fileId).execute()
    expect((await house.as(unitHead).call(downloadFile, { params: { fileId } })).status).toBe(404)
    expect((await house.as(planner).call(downloadFile, { params: { fileId } })).status).toBe(200)
  })
})

/** A zip with one entry, stored as it is. */
function zipOf(name: string, content: string): Buffer {
  const [nameBytes, data] = [Buffer.from(name), Buffer.from(content)]
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32(data), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(data.length, 18)
  common.writeUInt16LE(nameBytes.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, data])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), nameBytes])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end])
}
