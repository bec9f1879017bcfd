import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cutCount, findingCount, photoCount, sendDayOverSlowLine } from '../../test/day-over-slow-line.ts'
import { buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member } from '../../test/people.ts'
import { openSender } from '../../test/upload.ts'
import { visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** In real size this is `npm run bench slow-line`, which takes 17 minutes. */
test('60 findings and 40 photos over a line cut five times: each is there once, and no finished file is sent again', async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  const desk = visitDesk(house, await buildCampaign(house))
  const inspectionId = await desk.openVisit()
  const sender = await openSender(house)
  const { findings, hashes, fileBytes, largestFile, line, unsent } = await sendDayOverSlowLine({
    port: (house.app.server.address() as AddressInfo).port,
    cookie: await sender.cookieOf(member),
    personId: house.personId(member),
    inspectionId,
    photoSide: 140,
    bytesPerSecond: 2_000_000,
    latency: 10,
    pause: 0,
  })

  expect([line.cuts(), unsent, findings.length, hashes.length]).toEqual([cutCount, 0, findingCount, photoCount])
  const texts = (await desk.findingsInTable(inspectionId)).map(({ text }) => text)
  expect(texts.sort()).toEqual(findings.map(({ text }) => text).sort())
  const files = await house.owner
    .selectFrom('attachments')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .execute()
  expect(files.map(({ sentSha256 }) => sentSha256).sort()).toEqual([...hashes].sort())
  const records = (await desk.read(member, inspectionId)).site
  expect(records.map(({ content }) => content.topic === 'photo' && content.sha256)).toEqual(hashes)
  expect(records.every(({ attachmentId }) => attachmentId !== null)).toBe(true)
  // Of a file that had gone whole, not one byte more went over the line, under its own upload or another.
  expect([line.sentAgain(), line.fileBytes.size]).toEqual([0, photoCount])
  const sent = [...line.fileBytes.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(sent).toBeGreaterThanOrEqual(fileBytes)
  expect(line.lost()).toBeGreaterThan(0)
  expect(sent + line.lost()).toBeLessThanOrEqual(fileBytes + cutCount * largestFile)
}, 300_000)
