import { createHash, randomUUID } from 'node:crypto'
import { listAttachments } from '@cchc/domain/evidence/contract.ts'
import type { Deed } from '@cchc/domain/fieldwork/commands-contract.ts'
import { sendCommands } from '@cchc/domain/fieldwork/commands-contract.ts'
import { getVisit } from '@cchc/domain/fieldwork/contract.ts'
import { listVisitFiles, type SiteContent } from '@cchc/domain/fieldwork/site-contract.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member, otherMember, planner, type TestPerson, unitOfficer } from '../../test/people.ts'
import { openSender } from '../../test/upload.ts'
import { visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof visitDesk>
let sender: Awaited<ReturnType<typeof openSender>>
let picture: Buffer
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = visitDesk(house, campaign)
  sender = await openSender(house)
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const madeAt = '2026-07-15T03:00:00Z'
type More = { base?: number; needs?: string[] }
function device(person: TestPerson, inspectionId: string) {
  const deviceId = randomUUID()
  let order = 0
  const made = (deed: Deed, { base, needs = [] }: More = {}) => ({
    commandId: randomUUID() as string,
    order: ++order,
    madeAt,
    base: base ?? null,
    after: null,
    needs,
    ...deed,
  })
  const keep = (recordId: string, payload: SiteContent, more?: More) =>
    made({ kind: 'keep-site-record', record: `site:${recordId}`, payload }, more)
  const remove = (recordId: string) => made({ kind: 'remove-site-record', record: `site:${recordId}`, payload: {} })
  const send = async (...commands: ReturnType<typeof made>[]) =>
    (await house.as(person).call(sendCommands, { params: { inspectionId }, body: { deviceId, commands } })).ok()
      .outcomes
  return { keep, remove, send }
}
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const photoOf = (bytes: Buffer, more: Partial<Extract<SiteContent, { topic: 'photo' }>> = {}) => ({
  topic: 'photo' as const,
  findingId: null,
  sha256: hashOf(bytes),
  size: bytes.length,
  takenAt: '2026-07-15T02:10:00Z',
  caption: 'Bảng niêm yết',
  spot: null,
  ...more,
})
const note = (text: string): SiteContent => ({ topic: 'note', text, takenAt: madeAt })
const agenda = (title: string, doneAt: string | null = null): SiteContent => ({
  topic: 'agenda',
  title,
  position: 1,
  doneAt,
})
const upload = (person: TestPerson, inspectionId: string, bytes: Buffer) =>
  sender.send(person, { ownerKind: 'finding', ownerId: inspectionId, place: '' }, 'anh.jpg', bytes)
const siteOf = async (person: TestPerson, inspectionId: string) =>
  (await house.as(person).call(getVisit, { params: { inspectionId } })).ok().site
const filesOf = async (person: TestPerson, inspectionId: string) =>
  (await house.as(person).call(listAttachments, { params: { inspectionId } })).ok().attachments

describe('a photo', () => {
  test('waits for its file, then stands with it; asked for again it changes nothing', async () => {
    const inspectionId = await desk.openVisit()
    const { keep, send } = device(member, inspectionId)
    const photo = keep(randomUUID(), photoOf(picture), { needs: [hashOf(picture)] })
    expect(await send(photo)).toMatchObject([{ outcome: 'waiting' }])
    await upload(member, inspectionId, picture)
    const files = (await house.as(member).call(listVisitFiles, { params: { inspectionId } })).ok()
    expect(files.sha256).toEqual([hashOf(picture)])
    const [done, again] = [await send(photo), await send(photo)]
    expect(done).toMatchObject([{ outcome: 'done', revision: 1 }])
    expect(again).toEqual(done)
    const [shown] = await siteOf(otherMember, inspectionId)
    const [file] = await filesOf(otherMember, inspectionId)
    expect(shown).toMatchObject({ content: photoOf(picture), attachmentId: file!.attachmentId, mine: false })
    expect(file!.sentSha256).toBe(hashOf(picture))
  })

  test('is nothing that the unit sees, sends or can tell of', async () => {
    const inspectionId = await desk.openVisit()
    const { keep, send } = device(member, inspectionId)
    const { attachmentId } = (await upload(member, inspectionId, picture)).ok().attachment
    await send(keep(randomUUID(), photoOf(picture), { needs: [hashOf(picture)] }))
    expect(await filesOf(unitOfficer, inspectionId)).toEqual([])
    for (const way of ['file', 'preview']) {
      const { status } = await sender.ask(unitOfficer, 'GET', `/api/attachments/${attachmentId}/${way}`)
      expect([way, status]).toEqual([way, 404])
    }
    const place = { ownerKind: 'finding' as const, ownerId: inspectionId, place: '' }
    expect((await sender.begin(unitOfficer, place, 'anh.jpg', 10)).status).toBe(403)
    expect((await sender.begin(member, { ...place, ownerId: randomUUID() }, 'anh.jpg', 10)).status).toBe(404)
  })

  test('keeps what it shows and when, while its words change; removed it takes its file with it', async () => {
    const inspectionId = await desk.openVisit()
    const { keep, remove, send } = device(member, inspectionId)
    const [id, other] = [randomUUID(), randomUUID()]
    const spot = { latitude: 20.8, longitude: 106.6, accuracy: 12 }
    await upload(member, inspectionId, picture)
    await send(keep(id, photoOf(picture, { spot })), keep(other, photoOf(picture)))
    const changed = photoOf(picture, { caption: 'Kệ hồ sơ', takenAt: '2020-01-01T00:00:00Z', size: 1 })
    expect(await send(keep(id, changed, { base: 1 }))).toMatchObject([{ outcome: 'done', revision: 2 }])
    expect((await siteOf(planner, inspectionId))[0]!.content).toEqual(photoOf(picture, { caption: 'Kệ hồ sơ' }))
    await send(remove(id))
    expect(await filesOf(planner, inspectionId)).toHaveLength(1)
    await send(remove(other))
    expect([await filesOf(planner, inspectionId), await siteOf(planner, inspectionId)]).toEqual([[], []])
  })
})

describe('what is recorded on site', () => {
  test('a removal is final, whichever comes first; a change of what was removed is shown to a person', async () => {
    const inspectionId = await desk.openVisit()
    const { keep, remove, send } = device(member, inspectionId)
    const id = randomUUID()
    const late = keep(id, note('Ghi vội'))
    expect(await send(remove(id), late, keep(id, note('Sửa'), { base: 1 }))).toMatchObject([
      { outcome: 'done', record: { of: 'site', site: null } },
      { outcome: 'done', record: { of: 'site', site: null } },
      { outcome: 'clash', theirs: { of: 'site', site: null } },
    ])
    expect(await siteOf(member, inspectionId)).toEqual([])
  })

  test('the programme is ticked by anybody, a note is changed by its writer and the secretary; nothing is written over unseen', async () => {
    const inspectionId = await desk.openVisit()
    const [mine, theirs] = [device(member, inspectionId), device(otherMember, inspectionId)]
    const [item, words] = [randomUUID(), randomUUID()]
    await mine.send(mine.keep(item, agenda('Nghe báo cáo')), mine.keep(words, note('Riêng')))
    const ticked = agenda('Nghe báo cáo', '2026-07-15T01:40:00Z')
    expect(
      await theirs.send(theirs.keep(item, ticked, { base: 1 }), theirs.keep(words, note('Khác'), { base: 1 })),
    ).toMatchObject([
      { outcome: 'done', revision: 2 },
      { outcome: 'refused', code: 'not-your-record' },
    ])
    expect(await mine.send(mine.keep(item, agenda('Nghe đơn vị báo cáo'), { base: 1 }))).toMatchObject([
      { outcome: 'clash', theirs: { of: 'site', site: { content: ticked, revision: 2 } } },
    ])
    expect(await theirs.send(theirs.keep(words, agenda('Khác loại')))).toMatchObject([{ code: 'site-record-taken' }])
    const events = await desk.eventsOf(inspectionId, 'site-record.keep')
    expect(events).toHaveLength(3)
  })
})
