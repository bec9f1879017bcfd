import { randomUUID } from 'node:crypto'
import { editFinding, removeFinding } from '@cchc/domain/fieldwork/contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { member, otherMember, planner, standingDeputy, type TestPerson } from '../../test/people.ts'
import { shortcoming, visitDesk } from '../../test/visit-desk.ts'

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

describe('findings', () => {
  test('recorded under the id of the device; sent again, they stand once and are answered the same', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    const first = (await desk.note(member, inspectionId, findingId)).ok()
    expect(first).toMatchObject({ ...shortcoming, findingId, recordedBy: member.fullName, revision: 1, mine: true })
    house.clock.set('2026-07-15T03:00:00Z')
    expect((await desk.note(member, inspectionId, findingId)).ok()).toEqual(first)
    expect((await desk.read(otherMember, inspectionId)).findings).toEqual([{ ...first, mine: false }])
    expect(await desk.eventsOf(inspectionId, 'finding.record')).toHaveLength(1)
  })

  test('three replays at once stand once', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => desk.note(member, inspectionId, findingId)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await desk.findingsInTable(inspectionId)).toHaveLength(1)
    expect(await desk.eventsOf(inspectionId, 'finding.record')).toHaveLength(1)
  })

  test('another content, or another visit, under the same id is refused and shows what stands', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    ;(await desk.note(member, inspectionId, findingId)).ok()
    const other = await desk.note(member, inspectionId, findingId, { text: 'Nội dung khác' })
    expect([other.status, other.error?.code]).toEqual([409, 'finding-id-taken'])
    expect(other.error?.details).toMatchObject({ theirs: { text: shortcoming.text } })
    const elsewhere = await buildInspection(house, { campaign, unitCode: '10525', halfDay: 'afternoon' })
    ;(await desk.start(planner, elsewhere.inspectionId)).ok()
    expect((await desk.note(member, elsewhere.inspectionId, findingId)).error?.code).toBe('finding-id-taken')
    expect(await desk.findingsInTable(inspectionId)).toMatchObject([{ text: shortcoming.text }])
  })

  test('a replay after an edit is answered with the edited one; after a removal it does not come back', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    const { revision } = (await desk.note(member, inspectionId, findingId)).ok()
    const body = { ...shortcoming, text: 'Sửa lại', revision }
    const edited = (await house.as(member).call(editFinding, { params: { findingId }, body })).ok()
    expect(edited).toMatchObject({ text: 'Sửa lại', revision: 2 })
    expect((await desk.note(member, inspectionId, findingId)).ok()).toEqual(edited)
    ;(await house.as(member).call(removeFinding, { params: { findingId }, query: { revision: 2 } })).ok()
    expect((await desk.note(member, inspectionId, findingId)).error).toMatchObject({
      code: 'finding-id-taken',
      details: { theirs: null },
    })
    expect(await desk.findingsInTable(inspectionId)).toEqual([])
  })

  test('are changed by who recorded them and by the secretary, at the revision that was read', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    ;(await desk.note(member, inspectionId, findingId)).ok()
    const edit = (person: TestPerson, text: string, revision: number) =>
      house.as(person).call(editFinding, { params: { findingId }, body: { ...shortcoming, text, revision } })
    for (const person of [otherMember, standingDeputy]) {
      expect((await edit(person, 'Của người khác', 0)).error?.code).toBe('not-your-finding')
      expect((await house.as(person).call(removeFinding, { params: { findingId } })).error?.code).toBe(
        'not-your-finding',
      )
    }
    expect((await edit(planner, 'Thư ký sửa', 1)).ok()).toMatchObject({ revision: 2, mine: false })
    const stale = await edit(member, 'Bản cũ', 1)
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.error?.details).toMatchObject({ theirs: { text: 'Thư ký sửa', revision: 2 } })
    expect((await edit(member, 'Thư ký sửa', 1)).ok().revision).toBe(2)
    const staleRemoval = await house.as(member).call(removeFinding, { params: { findingId }, query: { revision: 1 } })
    expect(staleRemoval.error?.code).toBe('changed-meanwhile')
    ;(await house.as(planner).call(removeFinding, { params: { findingId } })).ok()
    expect((await edit(member, 'Sau khi xóa', 2)).error?.code).toBe('no-such-finding')
    expect(await desk.eventsOf(inspectionId, 'finding.remove')).toMatchObject([{ details: { text: 'Thư ký sửa' } }])
  })

  test('two edits at once: one stands', async () => {
    const inspectionId = await desk.openVisit()
    const findingId = randomUUID()
    ;(await desk.note(member, inspectionId, findingId)).ok()
    const edit = (person: TestPerson, text: string) =>
      house.as(person).call(editFinding, { params: { findingId }, body: { ...shortcoming, text, revision: 1 } })
    const answers = await Promise.all([edit(member, 'Bản một'), edit(planner, 'Bản hai')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('of a field that is not inspected, or by somebody who is not on the roster, are refused', async () => {
    const inspectionId = await desk.openVisit()
    const unknown = await desk.note(member, inspectionId, randomUUID(), { fieldKey: 'weather' })
    expect([unknown.status, unknown.error?.code]).toEqual([422, 'no-such-field'])
    await desk.offRoster(otherMember)
    const outsider = await desk.note(otherMember, inspectionId, randomUUID())
    expect([outsider.status, outsider.error?.code]).toEqual([403, 'not-on-roster'])
    expect((await desk.read(otherMember, inspectionId)).actions).toEqual([])
    expect((await desk.note(standingDeputy, inspectionId, randomUUID())).status).toBe(200)
    expect(await desk.findingsInTable(inspectionId)).toHaveLength(1)
  })
})
