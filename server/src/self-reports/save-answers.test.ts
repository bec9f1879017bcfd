import { listChanges } from '@cchc/domain/self-reports/live-contract.ts'
import { saveAnswers } from '@cchc/domain/self-reports/save-contract.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { otherUnitOfficer, planner, type TestPerson, unitHead, unitOfficer } from '../../test/people.ts'
import { initiatives, received, reportDesk, soundAnswers } from '../../test/report-desk.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof reportDesk>
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = reportDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('inspections').execute()
})

type Sent = { itemKey: string; revision: number; value: string | number | null }
const saveAll = (person: TestPerson, selfReportId: string, answers: Sent[]) =>
  house.as(person).call(saveAnswers, { params: { selfReportId }, body: { answers } })
const whole: Sent[] = Object.entries(soundAnswers).map(([itemKey, value]) => ({
  itemKey,
  revision: 0,
  value: value as number,
}))

test('a whole report is kept in one go: every item, its history, its progress and one event', async () => {
  const { selfReportId, inspectionId } = await desk.openReport()
  const reply = (await saveAll(unitOfficer, selfReportId, whole)).ok()
  expect(reply).toMatchObject({ savedBy: unitOfficer.fullName, savedAt: '2026-07-01T02:00:00.000Z' })
  expect(reply.outcomes).toEqual(whole.map(({ itemKey }) => ({ outcome: 'saved', itemKey, revision: 1 })))
  expect(
    (await desk.versionsOf(selfReportId)).map(({ itemKey, value, revision }) => [itemKey, value, revision]),
  ).toEqual(expect.arrayContaining(whole.map(({ itemKey, value }) => [itemKey, value, 1])))
  expect(await desk.rowOf(selfReportId)).toMatchObject({ state: 'drafting', progress: Math.floor((4 * 100) / 6) })
  expect(await desk.eventsOf(selfReportId, 'self-report.save-many')).toMatchObject([{ inspectionId }])
})

test('each item has an outcome of its own, and none keeps another back', async () => {
  const { selfReportId } = await desk.openReport()
  ;(await desk.save(unitHead, selfReportId, received, 100)).ok()
  ;(await desk.save(unitHead, selfReportId, initiatives, 'Của lãnh đạo')).ok()
  ;(await desk.save(unitHead, selfReportId, initiatives, 'Của lãnh đạo, sửa', 1)).ok()
  const { outcomes } = (
    await saveAll(unitOfficer, selfReportId, [
      { itemKey: initiatives, revision: 1, value: 'Của công chức' },
      { itemKey: received, revision: 0, value: 100 },
      { itemKey: 'admin-procedures.resolved', revision: 0, value: 'tám mươi' },
      { itemKey: 'admin-procedures.on-time-rate', revision: 0, value: 3 },
      { itemKey: 'no.such', revision: 0, value: 3 },
      { itemKey: 'admin-procedures.on-time', revision: 0, value: 80 },
      { itemKey: 'admin-procedures.satisfaction', revision: 7, value: 96 },
    ])
  ).ok()
  expect(outcomes).toMatchObject([
    { outcome: 'clash', theirs: { value: 'Của lãnh đạo, sửa', revision: 2, savedBy: unitHead.fullName } },
    { outcome: 'unchanged', answer: { value: 100, revision: 1 } },
    { outcome: 'refused', code: 'wrong-kind-of-answer' },
    { outcome: 'refused', code: 'computed-item' },
    { outcome: 'refused', code: 'no-such-item' },
    { outcome: 'saved', itemKey: 'admin-procedures.on-time', revision: 1 },
    // Nothing stands there, so nothing of anybody's can be overwritten.
    { outcome: 'saved', itemKey: 'admin-procedures.satisfaction', revision: 1 },
  ])
  const first = outcomes[0] as { sentence: string }
  expect(first.sentence).toContain(unitHead.fullName)
  expect((await desk.versionsOf(selfReportId)).filter(({ itemKey }) => itemKey === initiatives)).toHaveLength(2)
})

test('what is tidied is given back, a repeated request changes nothing, and clearing takes the progress back', async () => {
  const { selfReportId } = await desk.openReport()
  const text = [{ itemKey: initiatives, revision: 0, value: `  ${'Tiếp nhận'.normalize('NFD')} ` }]
  expect((await saveAll(unitOfficer, selfReportId, text)).ok().outcomes).toEqual([
    { outcome: 'saved', itemKey: initiatives, revision: 1, tidied: 'Tiếp nhận' },
  ])
  expect((await saveAll(unitOfficer, selfReportId, text)).ok().outcomes).toMatchObject([{ outcome: 'unchanged' }])
  expect(await desk.eventsOf(selfReportId, 'self-report.save-many')).toHaveLength(1)
  expect((await desk.rowOf(selfReportId)).progress).toBe(Math.floor(100 / 6))
  const cleared = [{ itemKey: initiatives, revision: 1, value: '  ' }]
  expect((await saveAll(unitOfficer, selfReportId, cleared)).ok().outcomes).toMatchObject([
    { outcome: 'saved', revision: 2, tidied: null },
  ])
  expect((await desk.rowOf(selfReportId)).progress).toBe(0)
})

test('an item sent twice, none at all, a report that was sent and another unit’s are refused whole', async () => {
  const { selfReportId } = await desk.openReport()
  const one = { itemKey: received, revision: 0, value: 5 }
  expect((await saveAll(unitOfficer, selfReportId, [one, one])).error?.code).toBe('bad-input')
  expect((await saveAll(unitOfficer, selfReportId, [])).error?.code).toBe('bad-input')
  expect((await saveAll(otherUnitOfficer, selfReportId, [one])).status).toBe(404)
  expect((await saveAll(planner, selfReportId, [one])).status).toBe(403)
  ;(await saveAll(unitOfficer, selfReportId, whole)).ok()
  ;(await desk.send(selfReportId)).ok()
  const late = await saveAll(unitHead, selfReportId, [{ itemKey: initiatives, revision: 0, value: 'muộn' }])
  expect(late.error?.code).toBe('wrong-state')
  expect((await desk.versionsOf(selfReportId)).filter(({ itemKey }) => itemKey === initiatives)).toEqual([])
})

test('two who save the same whole report at once: each item is one’s, and the other is told of it', async () => {
  const { selfReportId } = await desk.openReport()
  const other = whole.map((answer) => ({ ...answer, value: (answer.value as number) + 1 })).reverse()
  const replies = await Promise.all([
    saveAll(unitOfficer, selfReportId, whole),
    saveAll(unitHead, selfReportId, other),
    saveAll(unitOfficer, selfReportId, whole),
    saveAll(unitHead, selfReportId, other),
  ])
  const outcomes = replies.flatMap((reply) => reply.ok().outcomes)
  for (const { itemKey } of whole) {
    const of = outcomes.filter((outcome) => outcome.itemKey === itemKey).map(({ outcome }) => outcome)
    expect(of.sort()).toEqual(['clash', 'clash', 'saved', 'unchanged'])
  }
  expect(await desk.versionsOf(selfReportId)).toHaveLength(whole.length)
})

test('what is newer than what is in hand is given, and nothing else', async () => {
  const { selfReportId } = await desk.openReport()
  ;(await saveAll(unitOfficer, selfReportId, whole)).ok()
  ;(await desk.save(unitHead, selfReportId, received, 121, 1)).ok()
  const known = Object.fromEntries(whole.map(({ itemKey }) => [itemKey, 1]))
  const changes = async (body: { known: Record<string, number>; only?: string[] }) =>
    (await house.as(unitOfficer).call(listChanges, { params: { selfReportId }, body })).ok().answers
  expect(await changes({ known })).toMatchObject([{ itemKey: received, revision: 2, savedBy: unitHead.fullName }])
  expect(await changes({ known: {} })).toHaveLength(whole.length)
  expect(await changes({ known: {}, only: [received] })).toHaveLength(1)
  expect(await changes({ known: {}, only: [] })).toEqual([])
})
