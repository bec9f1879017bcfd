import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import {
  downloadAttachment,
  editAttachment,
  finishUpload,
  listAttachments,
  previewAttachment,
  removeAttachment,
  restoreAttachment,
} from '@cchc/domain/evidence/contract.ts'
import { returnSelfReport } from '@cchc/domain/self-reports/contract.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherUnitOfficer,
  planner,
  press,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { initiatives, received, reportDesk } from '../../test/report-desk.ts'
import { openSender, type Place, type Sender } from '../../test/upload.ts'
import { startWorker } from '../platform/worker.ts'
import { tasks } from '../tasks.ts'
import { makePdf, makeZip, officeParts } from './cases/make-files.ts'

let house: TestHouse
let campaign: BuiltCampaign
let sender: Sender
let desk: ReturnType<typeof reportDesk>
let inspectionId: string
let selfReportId: string
let place: Place

beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  sender = await openSender(house)
  desk = reportDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.deleteFrom('inspections').execute()
  await house.owner.deleteFrom('notifications').execute()
  ;({ inspectionId, selfReportId } = await desk.openReport())
  place = { ownerKind: 'self-report', ownerId: selfReportId, place: received }
})

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const list = async (person: TestPerson) =>
  (await house.as(person).call(listAttachments, { params: { inspectionId } })).ok().attachments
const events = (action: string) =>
  house.owner
    .selectFrom('auditEvents')
    .selectAll()
    .where('action', '=', action)
    .where('inspectionId', '=', inspectionId)
    .execute()

describe('an upload', () => {
  test('cut in the middle goes on where it was, and is kept whole', async () => {
    const bytes = Buffer.concat([
      makePdf(3).subarray(0, -6),
      Buffer.from(`% ${randomBytes(3_000_000).toString('hex')}\n%%EOF\n`),
    ])
    const begun = await sender.begin(unitOfficer, place, 'Báo cáo quý III.pdf', bytes.length)
    expect(begun.status).toBe(201)
    const path = begun.headers.get('location')!
    await sender.cut(unitOfficer, path, bytes, 2_000_000)
    const early = await sender.finish(unitOfficer, path)
    expect([early.status, early.error?.code]).toEqual([409, 'upload-incomplete'])
    const seen = await sender.ask(unitOfficer, 'HEAD', path)
    const offset = Number(seen.headers.get('upload-offset'))
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThan(bytes.length)
    expect((await sender.patch(unitOfficer, path, bytes.subarray(0, 10), 0)).status).toBe(409)
    expect((await sender.patch(unitOfficer, path, bytes.subarray(offset), offset)).status).toBe(204)
    const { attachment, already } = (await sender.finish(unitOfficer, path)).ok()
    expect(attachment).toMatchObject({
      name: 'Báo cáo quý III.pdf',
      kind: 'pdf',
      pages: 3,
      size: bytes.length,
      state: 'unscanned',
    })
    expect([attachment.sha256, attachment.sentSha256, already]).toEqual([hashOf(bytes), hashOf(bytes), false])
    // The answer may have been lost on its way: asked again it is the same.
    expect((await sender.finish(unitOfficer, path)).ok().attachment.attachmentId).toBe(attachment.attachmentId)
    const file = await house.as(planner).call(downloadAttachment, { params: attachment })
    expect(hashOf(file.raw)).toBe(hashOf(bytes))
    expect(await events('attachment.add')).toHaveLength(1)
    expect((await desk.rowOf(selfReportId)).state).toBe('drafting')
  })

  test('is nobody else’s: not a colleague’s, not a stranger’s, not without an account', async () => {
    const path = (await sender.begin(unitOfficer, place, 'a.pdf', 100)).headers.get('location')!
    for (const person of [unitHead, otherUnitOfficer, planner]) {
      expect((await sender.ask(person, 'HEAD', path)).status).toBe(404)
      expect((await sender.patch(person, path, Buffer.from('x'))).error?.code).toBe('no-such-upload')
      expect((await sender.ask(person, 'DELETE', path)).status).toBe(404)
      expect((await sender.finish(person, path)).status).toBe(404)
    }
    expect((await sender.ask(null, 'HEAD', path)).status).toBe(401)
    expect((await sender.ask(unitOfficer, 'PATCH', path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await sender.ask(unitOfficer, 'HEAD', path)).headers.get('upload-offset')).toBe('0')
  })

  test.each([
    ['another unit’s officer', otherUnitOfficer, {}, [404, 'no-such-self-report']],
    ['the team', planner, {}, [403, 'not-permitted']],
    ['the press', press, {}, [403, 'not-permitted']],
    ['nobody', null, {}, [401, 'not-signed-in']],
    ['an item that is not asked', unitOfficer, { place: 'no.such' }, [404, 'no-such-item']],
    ['an owner that is not', unitOfficer, { ownerKind: 'nobody' }, [400, 'bad-input']],
    ['a name of nothing', unitOfficer, { name: ' ' }, [400, 'bad-input']],
  ] as const)('is not begun by or for %s', async (_, person, more, expected) => {
    const { status, error } = await sender.begin(person, place, 'a.pdf', 100, more)
    expect([status, error?.code]).toEqual(expected)
  })

  test('larger than 50 MB is refused before a byte is sent, with a sentence', async () => {
    const { status, error } = await sender.begin(unitOfficer, place, 'a.pdf', 50 * 1024 * 1024 + 1)
    expect([status, error?.code]).toEqual([413, 'file-too-large'])
    expect(error?.sentence).toContain('50 MB')
    expect((await sender.begin(unitOfficer, place, 'a.pdf', 0)).status).toBe(400)
  })

  test('that is given up is gone, and so is one whose day is over', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => sender.begin(unitOfficer, place, 'a.pdf', 100)))
    const [given, late] = [first!.headers.get('location')!, second!.headers.get('location')!]
    expect((await sender.ask(unitOfficer, 'DELETE', given)).status).toBe(204)
    expect((await sender.ask(unitOfficer, 'HEAD', given)).status).toBe(404)
    const uploadId = late.split('/').at(-1)!
    const worker = await startWorker(house.ground, house.databaseUrl, tasks, () => undefined)
    await house.within(unitOfficer, ({ enqueue }) => enqueue('evidence.end-upload', { uploadId }))
    await expect.poll(() => house.owner.selectFrom('uploads').selectAll().execute()).toEqual([])
    await worker.stop()
    expect(existsSync(house.ground.files.uploads.pathOf(uploadId))).toBe(false)
    expect((await sender.patch(unitOfficer, late, Buffer.from('x'))).status).toBe(404)
  })

  test('too many at once are refused, and so are too many files at one item', async () => {
    await house.within(unitOfficer, async ({ db, viewer, now }) => {
      const row = { ...place, inspectionId, name: 'a', size: 1, begunBy: viewer.personId, begunAt: now }
      await db
        .insertInto('uploads')
        .values(Array.from({ length: 40 }, () => ({ ...row, uploadId: crypto.randomUUID() })))
        .execute()
    })
    // Rows of refused files, whose bytes are gone, hold nobody up.
    expect((await sender.begin(unitOfficer, place, 'a.pdf', 1)).status).toBe(201)
    const { folder, pathOf } = house.ground.files.uploads
    const rows = await house.owner.selectFrom('uploads').select('uploadId').execute()
    await mkdir(folder, { recursive: true })
    for (const { uploadId } of rows) await writeFile(pathOf(uploadId), 'x')
    expect((await sender.begin(unitOfficer, place, 'a.pdf', 1)).error?.code).toBe('too-many-uploads')
    await house.owner.deleteFrom('uploads').execute()
    const kept = await sender.attach(unitOfficer, place, 'a.pdf', makePdf())
    const { addedOrder, ...row } = await house.owner.selectFrom('attachments').selectAll().executeTakeFirstOrThrow()
    const copies = Array.from({ length: 19 }, () => ({ ...row, attachmentId: crypto.randomUUID() }))
    await house.owner.insertInto('attachments').values(copies).execute()
    expect((await sender.begin(unitOfficer, place, 'a.pdf', 1)).error?.code).toBe('place-full')
    await house.owner
      .updateTable('attachments')
      .set({ size: 2 ** 30 })
      .where('attachmentId', '=', kept.attachmentId)
      .execute()
    const full = await sender.begin(unitOfficer, { ...place, place: initiatives }, 'a.pdf', 1)
    expect([full.status, full.error?.code]).toEqual([413, 'owner-full'])
  })
})

describe('a file', () => {
  test('that is refused says why and how to mend it, and leaves nothing behind', async () => {
    const hostile = makeZip(officeParts('docx', { name: 'word/vbaProject.bin', content: 'a' }))
    const begun = await sender.begin(unitOfficer, place, 'mau.docx', hostile.length)
    const path = begun.headers.get('location')!
    await sender.patch(unitOfficer, path, hostile)
    const refused = await sender.finish(unitOfficer, path)
    expect([refused.status, refused.error?.code]).toEqual([422, 'file-refused'])
    expect(refused.error?.sentence).toBe(
      'Tệp “mau.docx” không được nhận: có mã lệnh (macro) bên trong. Lưu lại dạng không có macro (.docx, .xlsx) hoặc xuất PDF rồi tải lên.',
    )
    expect(existsSync(house.ground.files.uploads.pathOf(path.split('/').at(-1)!))).toBe(false)
    expect(await list(unitOfficer)).toEqual([])
  })

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\system32\\bao-cao.PDF', 'bao-cao.pdf'],
    ['báo\u202Efdp.exe', 'báofdp.exe.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie b.pdf'],
    [`${'dài '.repeat(200)}.pdf`, `${'dài '.repeat(30).trim()}.pdf`],
    ['Quyết định 12.docx', 'Quyết định 12.docx.pdf'],
  ])('named %j is kept as %j', async (name, kept) => {
    const attachment = await sender.attach(unitOfficer, place, name, makePdf())
    expect(attachment.name).toBe(kept)
    const answer = await fetch(`${sender.address}/api/attachments/${attachment.attachmentId}/file`, {
      headers: { cookie: await sender.cookieOf(unitOfficer) },
    })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(decodeURIComponent(answer.headers.get('content-disposition')!.split("''")[1]!)).toBe(kept)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  test('sent twice at one place hangs there once; elsewhere it hangs again and is stored once', async () => {
    const bytes = makePdf(2)
    const first = (await sender.send(unitOfficer, place, 'a.pdf', bytes)).ok()
    const again = (await sender.send(unitHead, place, 'b.pdf', bytes)).ok()
    expect([again.already, again.attachment.attachmentId]).toEqual([true, first.attachment.attachmentId])
    const elsewhere = (await sender.send(unitHead, { ...place, place: initiatives }, 'b.pdf', bytes)).ok()
    expect([elsewhere.already, elsewhere.attachment.sha256]).toEqual([false, first.attachment.sha256])
    expect(await list(unitOfficer)).toHaveLength(2)
  })

  test('two that are finished at once hang once', async () => {
    const bytes = makePdf()
    const path = (await sender.begin(unitOfficer, place, 'a.pdf', bytes.length)).headers.get('location')!
    await sender.patch(unitOfficer, path, bytes)
    const answers = await Promise.all([sender.finish(unitOfficer, path), sender.finish(unitOfficer, path)])
    expect(new Set(answers.map((answer) => answer.ok().attachment.attachmentId)).size).toBe(1)
    expect(await list(unitOfficer)).toHaveLength(1)
  })

  test('that is a picture loses its place, keeps both hashes, and is shown small', async () => {
    const picture = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#16a' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 51/1 0/1' } })
      .jpeg()
      .toBuffer()
    const attachment = await sender.attach(unitOfficer, place, 'IMG_1.HEIC.jpg', picture)
    expect([attachment.sentSha256 === attachment.sha256, attachment.sentSha256]).toEqual([false, hashOf(picture)])
    const { raw } = await house.as(planner).call(downloadAttachment, { params: attachment })
    expect([hashOf(raw), (await sharp(raw).metadata()).exif]).toEqual([attachment.sha256, undefined])
    const small = await house.as(planner).call(previewAttachment, { params: attachment })
    expect(await sharp(small.raw).metadata()).toMatchObject({ format: 'webp', width: 1600 })
    const kept = (
      await sender.send(unitOfficer, { ...place, place: initiatives }, 'b.jpg', picture, { keepLocation: '1' })
    ).ok()
    expect(kept.attachment.locationKept).toBe(true)
    const withPlace = await house.as(planner).call(downloadAttachment, { params: kept.attachment })
    expect((await sharp(withPlace.raw).metadata()).exif).toBeDefined()
  })

  test('of no picture and no PDF has no preview; a PDF is shown without the rights of the page', async () => {
    const word = await sender.attach(unitOfficer, place, 'a.docx', makeZip(officeParts('docx')))
    expect((await house.as(planner).call(previewAttachment, { params: word })).error?.code).toBe('no-preview')
    const pdf = await sender.attach(unitOfficer, place, 'a.pdf', makePdf())
    const answer = await fetch(`${sender.address}/api/attachments/${pdf.attachmentId}/preview`, {
      headers: { cookie: await sender.cookieOf(planner) },
    })
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('what is said of a file', () => {
  const edit = (attachmentId: string, revision: number, page: string, caption = 'Số liệu ở bảng 2') =>
    house.as(unitOfficer).call(editAttachment, { params: { attachmentId }, body: { revision, caption, page } })

  test('a page that it has is kept, one that it has not is refused', async () => {
    const { attachmentId } = await sender.attach(unitOfficer, place, 'a.pdf', makePdf(5))
    expect((await edit(attachmentId, 0, 'tr. 3')).ok()).toMatchObject({
      pageFrom: 3,
      pageTo: 3,
      caption: 'Số liệu ở bảng 2',
      revision: 1,
    })
    expect((await edit(attachmentId, 1, '2–5')).ok()).toMatchObject({ pageFrom: 2, pageTo: 5 })
    const beyond = await edit(attachmentId, 2, '6')
    expect([beyond.status, beyond.error?.sentence]).toEqual([422, expect.stringContaining('chỉ có 5 trang')])
    expect((await edit(attachmentId, 2, 'bìa')).error?.code).toBe('page-unreadable')
    const stale = await edit(attachmentId, 0, '1')
    expect([stale.status, stale.error?.details]).toEqual([
      409,
      { theirs: expect.objectContaining({ pageTo: 5, revision: 2 }) },
    ])
    expect(await events('attachment.edit')).toHaveLength(2)
  })

  test('it is taken away and put back, with its history, until the report is sent', async () => {
    await desk.write(selfReportId)
    const { attachmentId } = await sender.attach(unitOfficer, place, 'a.pdf', makePdf())
    const act = (entry: typeof removeAttachment | typeof restoreAttachment, revision: number, person = unitOfficer) =>
      house.as(person).call(entry, { params: { attachmentId }, body: { revision } })
    expect((await act(removeAttachment, 0, planner)).status).toBe(403)
    expect((await act(removeAttachment, 0, otherUnitOfficer)).status).toBe(404)
    expect((await act(removeAttachment, 0)).ok()).toMatchObject({ removed: true, actions: ['restore'] })
    expect(await list(unitOfficer)).toEqual([])
    expect((await house.as(planner).call(downloadAttachment, { params: { attachmentId } })).status).toBe(404)
    expect((await act(restoreAttachment, 1)).ok()).toMatchObject({ removed: false, actions: ['edit', 'remove'] })
    ;(await desk.send(selfReportId)).ok()
    const late = await act(removeAttachment, 2)
    expect([late.status, late.error?.code]).toEqual([409, 'wrong-state'])
    expect((await sender.begin(unitOfficer, place, 'a.pdf', 1)).error?.code).toBe('wrong-state')
    expect((await list(unitOfficer))[0]!.actions).toEqual([])
    ;(await house.as(planner).call(returnSelfReport, { params: { selfReportId }, body: { remark: 'Bổ sung' } })).ok()
    expect((await act(removeAttachment, 2)).ok().removed).toBe(true)
    expect([await events('attachment.remove'), await events('attachment.restore')].map(({ length }) => length)).toEqual(
      [2, 1],
    )
  })
})

describe('who may see a file', () => {
  test('the unit and the team; nobody else, by list or by id', async () => {
    const { attachmentId } = await sender.attach(unitOfficer, place, 'a.pdf', makePdf())
    for (const person of [unitOfficer, unitHead, planner, member, leader]) expect(await list(person)).toHaveLength(1)
    for (const person of [otherUnitOfficer, cityViewer, press]) {
      const status = person === otherUnitOfficer ? 404 : 403
      expect((await house.as(person).call(listAttachments, { params: { inspectionId } })).status).toBe(status)
      expect((await house.as(person).call(downloadAttachment, { params: { attachmentId } })).status).toBe(status)
      expect((await house.as(person).call(previewAttachment, { params: { attachmentId } })).status).toBe(status)
    }
  })

  test('one of a secret inspection is unknown outside its circle, and having the same file changes no answer', async () => {
    const secret = await buildInspection(house, {
      campaign,
      kind: 'unannounced',
      state: 'ordered',
      visitOn: '2026-09-10',
    })
    await tellCircle(house, secret.inspectionId, leader)
    const shared = makePdf(7)
    const before = (await sender.send(unitOfficer, place, 'a.pdf', shared)).ok()
    const { addedOrder, ...row } = await house.owner.selectFrom('attachments').selectAll().executeTakeFirstOrThrow()
    const attachmentId = crypto.randomUUID()
    await house.owner
      .insertInto('attachments')
      .values({ ...row, attachmentId, inspectionId: secret.inspectionId })
      .execute()
    const after = (await sender.send(unitOfficer, { ...place, place: initiatives }, 'a.pdf', shared)).ok()
    expect(after).toEqual({
      already: before.already,
      attachment: { ...before.attachment, attachmentId: after.attachment.attachmentId, place: initiatives },
    })
    for (const person of [unitOfficer, planner, member])
      expect((await house.as(person).call(downloadAttachment, { params: { attachmentId } })).status).toBe(404)
    const seen = await house.within(planner, ({ db }) =>
      db.selectFrom('attachments').select('attachmentId').where('sha256', '=', row.sha256).execute(),
    )
    expect(seen.map((one) => one.attachmentId)).not.toContain(attachmentId)
  })

  test('an upload of an inspection that is no longer known cannot be finished', async () => {
    const bytes = makePdf()
    const path = (await sender.begin(unitOfficer, place, 'a.pdf', bytes.length)).headers.get('location')!
    await sender.patch(unitOfficer, path, bytes)
    await house.owner
      .updateTable('inspections')
      .set({ state: 'cancelled' })
      .where('inspectionId', '=', inspectionId)
      .execute()
    const answer = await house.as(unitOfficer).call(finishUpload, { params: { uploadId: path.split('/').at(-1)! } })
    expect(answer.status).toBe(404)
  })
})
