import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { openDevice } from '../../test/own-device.ts'
import { member } from '../../test/people.ts'
import { openSlowLine } from '../../test/slow-line.ts'
import { openSender } from '../../test/upload.ts'
import { shortcoming, visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** A picture of noise, which no program makes smaller. */
const pictureOf = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
const cutCount = 5

test('60 findings and 40 photos over a line cut five times: each is there once, and no finished file is sent again', async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  const desk = visitDesk(house, await buildCampaign(house))
  const inspectionId = await desk.openVisit()
  const sender = await openSender(house)
  const photos = await Promise.all(Array.from({ length: 40 }, () => pictureOf(140)))
  const needed = photos.reduce((sum, { length }) => sum + length, 0)
  const { port } = house.app.server.address() as AddressInfo
  const finished = new Map<string, number>()
  const line = await openSlowLine({
    port,
    bytesPerSecond: 2_000_000,
    latency: 10,
    cutAt: Array.from({ length: cutCount }, (_, nth) => Math.round((needed * (nth + 0.6)) / cutCount)),
  })
  const place = { personId: house.personId(member), inspectionId, unitName: 'Phường minh họa' }
  const device = await openDevice(place, { address: line.address, cookie: await sender.cookieOf(member) })
  const findingIds = Array.from({ length: 60 }, () => randomUUID())
  for (const [nth, findingId] of findingIds.entries()) {
    const payload = { ...shortcoming, registrationId: null, text: `Phát hiện ${nth + 1}` }
    await device.write({ kind: 'record-finding', record: `finding:${findingId}`, payload })
  }
  const hashes: string[] = []
  for (const [nth, bytes] of photos.entries())
    hashes.push(await device.photograph(bytes, findingIds[nth]!, '2026-07-15T02:00:00Z'))

  let rounds = 0
  for (let problem: string | null = ''; problem !== null && rounds < 20; rounds += 1) {
    problem = await device.sendAll()
    if (problem === null && (await device.outbox())!.queue.length > 0) problem = 'not all'
    for (const { uploadId, attachmentId } of await house.owner.selectFrom('uploads').selectAll().execute())
      if (attachmentId && !finished.has(uploadId)) finished.set(uploadId, line.fileBytes.get(uploadId) ?? 0)
  }
  await line.close()

  expect([line.cuts(), (await device.outbox())!.queue]).toEqual([cutCount, []])
  const texts = (await desk.findingsInTable(inspectionId)).map(({ text }) => text)
  expect(texts.sort()).toEqual(findingIds.map((_, nth) => `Phát hiện ${nth + 1}`).sort())
  const files = await house.owner
    .selectFrom('attachments')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .execute()
  expect(files.map(({ sentSha256 }) => sentSha256).sort()).toEqual([...hashes].sort())
  const records = (await desk.read(member, inspectionId)).site
  expect(records.map(({ content }) => content.topic === 'photo' && content.sha256)).toEqual(hashes)
  expect(records.every(({ attachmentId }) => attachmentId !== null)).toBe(true)
  // Of a file that had come whole, not one byte more went over the line.
  for (const [uploadId, then] of finished) expect([uploadId, line.fileBytes.get(uploadId)]).toEqual([uploadId, then])
  expect(line.fileBytes.size).toBe(40)
  const sent = [...line.fileBytes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const largest = Math.max(...photos.map(({ length }) => length))
  expect(sent).toBeGreaterThanOrEqual(needed)
  expect(sent).toBeLessThanOrEqual(needed + cutCount * largest)
}, 300_000)
