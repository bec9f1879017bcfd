import { randomUUID } from 'node:crypto'
import { removeFinding, saveAttendance, saveMinutes } from '@cchc/domain/fieldwork/contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member, otherMember, planner, type TestPerson, unitHead, unitOfficer } from '../../test/people.ts'
import { received, shortcoming, visitDesk } from '../../test/visit-desk.ts'
import { minutesPaperOf } from './minutes.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof visitDesk>
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = visitDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

describe('the minutes', () => {
  test('a stale save shows both', async () => {
    const inspectionId = await desk.openVisit()
    const words = { chair: 'Người Chủ Trì', secretary: 'Người Ghi', exchange: 'Bản một', unitOpinion: '' }
    const keep = (person: TestPerson, exchange: string, revision: number) =>
      house.as(person).call(saveMinutes, { params: { inspectionId }, body: { ...words, exchange, revision } })
    const saved = (await keep(planner, 'Bản một', 0)).ok()
    expect(saved.session).toMatchObject({ ...words, revision: 1 })
    const stale = await keep(member, 'Bản hai', 0)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ theirs: { exchange: 'Bản một', revision: 1 } })
    expect((await keep(member, 'Bản một', 0)).ok().session.revision).toBe(1)
    const races = await Promise.all([keep(planner, 'Bản ba', 1), keep(member, 'Bản bốn', 1)])
    expect(races.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('are not closed while somebody needed is missing, and say who', async () => {
    const inspectionId = await desk.openVisit()
    const refused = await desk.close(planner, inspectionId)
    expect([refused.status, refused.error?.code]).toEqual([422, 'minutes-incomplete'])
    expect(refused.error?.sentence).toBe(
      'Chưa khóa được biên bản: chưa ghi ai của Đoàn kiểm tra có mặt; chưa ghi ai của đơn vị có mặt; chưa ghi chủ trì.',
    )
    await desk.prepareMinutes(inspectionId)
    expect((await desk.close(planner, inspectionId)).error?.code).toBe('session-times')
    house.clock.set('2026-07-15T04:30:00Z')
    expect((await desk.close(planner, inspectionId, '2026-07-15T05:00:00Z')).error?.code).toBe('session-times')
    expect((await desk.close(planner, inspectionId, '2026-07-15T01:00:00Z')).error?.code).toBe('session-times')
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toEqual([])
  })

  test('closing freezes them as a document without a number and ends the visit', async () => {
    const inspectionId = await desk.openVisit()
    await desk.prepareMinutes(inspectionId)
    ;(
      await desk.verify(member, inspectionId, received, { revision: 0, verified: 118, reason: 'Hai hồ sơ đã rút' })
    ).ok()
    ;(await desk.note(member, inspectionId, randomUUID())).ok()
    house.clock.set('2026-07-15T04:30:00Z')
    const closed = (await desk.close(planner, inspectionId)).ok()
    expect(closed).toMatchObject({ state: 'closed', actions: [], session: { endedAt: '2026-07-15T04:30:00.000Z' } })

    const inspection = await house.owner.selectFrom('inspections').select('state').executeTakeFirstOrThrow()
    expect(inspection.state).toBe('visited')
    const document = await house.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow()
    expect(document).toMatchObject({
      kind: 'minutes',
      number: null,
      symbol: null,
      inspectionId,
      issuedOn: '2026-07-15',
    })
    expect(document.title).toContain('phường Lê Chân')
    const paper = document.paper as unknown as Paper
    expect(paper.signatures).toMatchObject([
      { post: 'THƯ KÝ', name: planner.fullName },
      { post: 'CHỦ TỌA', name: 'Người Chủ Trì' },
      { authority: ['ĐẠI DIỆN ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN'], name: unitHead.fullName },
    ])
    const words = JSON.stringify(paper.blocks)
    for (const part of [
      '08 giờ 05 phút, ngày 15 tháng 7 năm 2026',
      '11 giờ 30 phút, ngày 15 tháng 7 năm 2026',
      'gửi ngày 09/07/2026, đúng hạn',
      'Trao đổi về hồ sơ quá hạn.',
      'Hai hồ sơ đã rút',
      shortcoming.text,
      unitOfficer.fullName,
    ])
      expect(words).toContain(part)
    // The frozen paper is the draft that the screen would show, word for word.
    expect(await house.within(planner, (context) => minutesPaperOf(context, inspectionId))).toEqual(paper)
  })

  test('after the closing nothing changes any more', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    ;(await desk.note(member, inspectionId, findingId)).ok()
    const { session } = await desk.prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    ;(await desk.close(planner, inspectionId)).ok()
    const params = { inspectionId }
    const { startedAt: _, endedAt: __, ...words } = session
    const answers = [
      await house.as(planner).call(saveAttendance, { params, body: { attendance: [] } }),
      await desk.verify(planner, inspectionId, received, { revision: 0, verified: 120 }),
      await desk.note(planner, inspectionId, randomUUID()),
      await house.as(member).call(removeFinding, { params: { findingId } }),
      await house.as(planner).call(saveMinutes, { params, body: { ...words, exchange: 'Khác' } }),
      await desk.close(planner, inspectionId),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(answers.map(() => 'session-not-open'))
    expect((await desk.start(planner, inspectionId)).error?.code).toBe('wrong-state')
  })

  test('closed twice at once: one document', async () => {
    const inspectionId = await desk.openVisit()
    await desk.prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    const answers = await Promise.all([desk.close(planner, inspectionId), desk.close(member, inspectionId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toHaveLength(1)
    expect(await desk.eventsOf(inspectionId, 'visit.close')).toHaveLength(1)
  })

  test('what is recorded while they are being closed stands in them, or is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      await house.owner.deleteFrom('documents').execute()
      await house.owner.deleteFrom('inspections').execute()
      house.clock.set('2026-07-15T01:05:00Z')
      const inspectionId = await desk.openVisit()
      await desk.prepareMinutes(inspectionId)
      house.clock.set('2026-07-15T04:30:00Z')
      const texts = ['Phát hiện một', 'Phát hiện hai', 'Phát hiện ba']
      const [first, closed, ...others] = await Promise.all([
        desk.note(member, inspectionId, randomUUID(), { text: texts[0]! }),
        desk.close(planner, inspectionId),
        desk.note(member, inspectionId, randomUUID(), { text: texts[1]! }),
        desk.note(otherMember, inspectionId, randomUUID(), { text: texts[2]! }),
      ])
      expect(closed.status).toBe(200)
      for (const answer of [first, ...others]) expect([200, 409]).toContain(answer.status)
      const { paper } = await house.owner.selectFrom('documents').select('paper').executeTakeFirstOrThrow()
      const recorded = (await desk.findingsInTable(inspectionId)).map(({ text }) => text).sort()
      expect(texts.filter((text) => JSON.stringify(paper).includes(text)).sort()).toEqual(recorded)
    }
  })
})
