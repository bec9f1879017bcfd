import type { SitePhoto } from '@cchc/domain/fieldwork/site-contract.ts'
import { describe, expect, it } from 'vitest'
import { sha256Of } from '../sha256.ts'
import { openServer } from './cases/file-server.ts'
import { finding, inspectionId, lan, openStore, place, visit } from './cases/house.ts'
import { filesOf, keepPhoto, keepRemoval } from './file-store.ts'
import { keepDeed, outboxOf, unsentOf } from './outbox-store.ts'
import { pieceBytes } from './send-file.ts'
import { sendAll } from './send-outbox.ts'
import type { DeviceStore } from './store.ts'
import { loadUnsentFile, writeUnsentFile } from './unsent-file.ts'
import { unsentWords } from './unsent-words.ts'
import { withUnsent } from './with-unsent.ts'

const now = new Date('2026-07-15T02:00:00Z')

async function photograph(
  store: DeviceStore,
  fill: number,
  size = 1000,
): Promise<{ sha256: string; recordId: string }> {
  const bytes = new Uint8Array(size).fill(fill)
  const sha256 = await sha256Of(bytes)
  const words = { findingId: null, takenAt: now.toISOString(), caption: '', spot: null }
  const photo: SitePhoto = { topic: 'photo', sha256, size, ...words }
  const picture = { blob: new Blob([bytes]), thumb: null, name: 'anh.jpg' }
  return { sha256, recordId: (await keepPhoto(place, photo, picture, now, store)).recordId }
}
const send = (store: DeviceStore, server: ReturnType<typeof openServer>) =>
  sendAll(lan.personId, server.post, store, server.way)

it('is shown and counted at once, and goes after the words', async () => {
  const { store } = openStore()
  const { sha256 } = await photograph(store, 1)
  const record = 'finding:00000000-0000-4000-8000-000000000001'
  await keepDeed(place, { kind: 'record-finding', record, payload: finding('Một') }, null, now, store)
  const unsent = await unsentOf(lan.personId, store)
  expect(unsent).toMatchObject({ unsent: 2, photos: 1, photoBytes: 1000 })
  expect(unsentWords(unsent, now.toISOString())).toMatch(/^2 điều chưa gửi · 1 ảnh \(1 KB\)/)
  expect(withUnsent(visit, (await outboxOf(lan.personId, inspectionId, store))!, lan).site).toMatchObject([
    { content: { topic: 'photo', sha256 }, mine: true },
  ])
  const server = openServer()
  expect(await send(store, server)).toBeNull()
  expect(server.came).toEqual(['record-finding', sha256, 'keep-site-record'])
  expect(await unsentOf(lan.personId, store)).toMatchObject({ unsent: 0, photos: 0, photoBytes: 0 })
  // Of what has come only the small picture stays.
  expect((await filesOf(place, store)).map(({ isUp, blob }) => [isUp, blob])).toEqual([[true, null]])
})

describe('on a line that is cut', () => {
  const size = pieceBytes * 3 + 10
  it.each([
    ['at its beginning', 1],
    ['in the middle', 3],
    ['when its last answer was lost', 6],
  ])('%s it goes on where it was, and what has come is not sent again', async (_, cutAfter) => {
    const { store } = openStore()
    const { sha256 } = await photograph(store, 2, size)
    const server = openServer()
    server.cutAfter(cutAfter)
    expect(await send(store, server)).toMatch(/Mất kết nối|Phần đã gửi/)
    const before = server.bytes()
    expect(await send(store, server)).toBeNull()
    expect(server.hashes()).toEqual([sha256])
    expect(server.bytes()).toBe(size)
    expect(before).toBeLessThanOrEqual(size)
    expect((await outboxOf(lan.personId, inspectionId, store))!.queue).toEqual([])
  })

  it('what the server has by its hash is not sent at all', async () => {
    const { store } = openStore()
    const { sha256 } = await photograph(store, 3)
    const server = openServer([sha256])
    await send(store, server)
    expect([server.bytes(), server.came]).toEqual([0, ['keep-site-record']])
  })
})

it('removed before it went, it is not sent for nothing; its removal is', async () => {
  const { store } = openStore()
  const { recordId } = await photograph(store, 4)
  const other = await photograph(store, 5)
  await keepRemoval(place, recordId, now, store)
  expect((await filesOf(place, store)).map(({ sha256 }) => sha256)).toEqual([other.sha256])
  const server = openServer()
  await send(store, server)
  expect(server.came).toEqual(['remove-site-record', other.sha256, 'keep-site-record'])
  expect((await outboxOf(lan.personId, inspectionId, store))!.aside).toMatchObject([{ why: 'taken-back' }])
})

it('that the server does not take stays here with its sentence, and the others go', async () => {
  const { store } = openStore()
  await photograph(store, 6)
  const other = await photograph(store, 7)
  const server = openServer()
  server.refuseNext('file-refused', 'Tệp không phải ảnh.')
  expect(await send(store, server)).toBeNull()
  expect(server.hashes()).toEqual([other.sha256])
  expect((await filesOf(place, store)).map(({ problem }) => problem)).toContain('Tệp không phải ảnh.')
  expect(await unsentOf(lan.personId, store)).toMatchObject({ unsent: 1, photos: 1 })
})

it('says when it does not fit, keeps neither half of it, and every word before', async () => {
  const { store, full } = openStore()
  await photograph(store, 8)
  full(true)
  await expect(photograph(store, 9)).rejects.toThrow(/hết chỗ nên ảnh vừa chụp chưa được giữ/)
  full(false)
  expect([(await filesOf(place, store)).length, (await unsentOf(lan.personId, store)).unsent]).toEqual([1, 1])
})

it('goes with the file of what is unsent to another device, and from there once', async () => {
  const { store } = openStore()
  const { sha256 } = await photograph(store, 10, 50_000)
  const text = await writeUnsentFile(lan.personId, now, store)
  const other = openStore().store
  expect([await loadUnsentFile(lan.personId, text, other), await loadUnsentFile(lan.personId, text, other)]).toEqual([
    1, 0,
  ])
  expect(await unsentOf(lan.personId, other)).toMatchObject({ photos: 1, photoBytes: 50_000 })
  const server = openServer()
  await send(other, server)
  await send(store, server)
  expect([server.hashes(), server.bytes()]).toEqual([[sha256], 50_000])
  const spoilt = text.replace(/"base64":"..../, '"base64":"AAAA')
  await expect(loadUnsentFile(lan.personId, spoilt, openStore().store)).rejects.toThrow(/bị hỏng/)
})
