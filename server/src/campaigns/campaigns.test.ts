import { readFile } from 'node:fs/promises'
import {
  addTeamMember,
  discardCampaign,
  getReview,
  getTeam,
  importDecision,
  issueCampaign,
  listCampaigns,
  type ReviewView,
  saveReview,
  startCampaign,
} from '@cchc/domain/campaigns/contract.ts'
import { listInspections } from '@cchc/domain/inspections/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { cityViewer, otherPlanner, planner, unitOfficer } from '../../test/people.ts'

const decision = {
  name: 'quyet-dinh.txt',
  mediaType: 'text/plain',
  bytes: await readFile(new URL('../../seed/decision-2251.txt', import.meta.url)),
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function importReviewed(): Promise<ReviewView> {
  const { campaignId } = (await house.as(planner).call(importDecision, { file: decision })).ok()
  return (await house.as(planner).call(getReview, { params: { campaignId } })).ok()
}

const settled = (review: ReviewView) => ({
  ...review.plan,
  conclusionWorkingDays: 10,
  remedyWorkingDays: 20,
  units: review.plan.units.map((unit) => {
    const [candidate] = review.proposal.units.find(({ line }) => line === unit.line)?.candidates ?? []
    return unit.unitCode ? unit : { ...unit, unitCode: candidate!.code, confirmed: true }
  }),
})

test('the real decision becomes a running campaign once a person has settled what is doubtful', async () => {
  const review = await importReviewed()
  const params = { campaignId: review.campaignId }
  expect(review.missing.map(({ part }) => part)).toEqual(['period', 'period', 'units', 'units', 'doubts', 'doubts'])

  const early = await house.as(planner).call(issueCampaign, { params, body: { revision: review.revision } })
  expect([early.status, early.error?.code]).toEqual([422, 'plan-incomplete'])

  const saved = (
    await house.as(planner).call(saveReview, { params, body: { revision: review.revision, plan: settled(review) } })
  ).ok()
  expect(saved.missing).toEqual([])
  const stale = await house
    .as(otherPlanner)
    .call(saveReview, { params, body: { revision: review.revision, plan: review.plan } })
  expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])

  const hidden = await house.as(cityViewer).call(listCampaigns)
  expect(hidden.ok().campaigns).toEqual([])
  ;(await house.as(planner).call(issueCampaign, { params, body: { revision: saved.revision } })).ok()
  ;(await house.as(planner).call(startCampaign, { params })).ok()

  const { inspections } = (await house.as(planner).call(listInspections, { params })).ok()
  expect(inspections).toHaveLength(27)
  expect(inspections.map(({ unitName }) => unitName)).toEqual(
    expect.arrayContaining(['Phường Thạch Khôi', 'Xã Lạc Phượng', 'Sở Xây dựng']),
  )
  expect(new Set(inspections.map(({ stage }) => stage))).toEqual(new Set(['unscheduled']))
  const { members } = (await house.as(planner).call(getTeam, { params })).ok()
  expect(members.filter(({ role }) => role === 'member').map(({ agencyName }) => agencyName)).toHaveLength(6)

  const again = await house.as(planner).call(importDecision, { file: decision })
  expect([again.status, again.error?.code]).toEqual([409, 'decision-already-imported'])

  const second = await house.as(planner).call(addTeamMember, {
    params,
    body: { role: 'leader', agencyCode: null, personId: null, post: 'Trưởng đoàn', fieldKeys: [] },
  })
  expect([second.status, second.error?.code]).toEqual([409, 'one-leader-only'])
})

test.each([
  ['an empty file', Buffer.from(' ')],
  ['a novel', Buffer.from('Ngày xưa có một người đi câu. '.repeat(200))],
  ['bytes that are no text', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9, 9, 9])],
])('%s leaves nothing behind', async (_, bytes) => {
  const before = await house.owner.selectFrom('files').select('fileId').execute()
  const answer = await house.as(planner).call(importDecision, { file: { ...decision, bytes } })
  expect([answer.status, answer.error?.code]).toEqual([422, 'unreadable-paper'])
  expect(answer.error?.sentence.length).toBeGreaterThan(30)
  expect(await house.owner.selectFrom('files').select('fileId').execute()).toEqual(before)
})

test('a draft can be thrown away, an issued campaign cannot', async () => {
  const text = decision.bytes.toString().replace('Số: 2251', 'Số: 2252')
  const { campaignId } = (
    await house.as(planner).call(importDecision, { file: { ...decision, bytes: Buffer.from(text) } })
  ).ok()
  ;(await house.as(planner).call(discardCampaign, { params: { campaignId } })).ok()
  const { campaignId: issued } = await house.owner
    .selectFrom('campaigns')
    .select('campaignId')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  const answer = await house.as(planner).call(discardCampaign, { params: { campaignId: issued } })
  expect([answer.status, answer.error?.code]).toEqual([409, 'wrong-state'])
})

test('a unit officer cannot import', async () => {
  const answer = await house.as(unitOfficer).call(importDecision, { file: decision })
  expect([answer.status, answer.error?.code]).toEqual([403, 'not-permitted'])
})

test('a second decision of the year cannot inspect a unit again, and is told which', async () => {
  const text = decision.bytes.toString().replaceAll('2251', '2300')
  const { campaignId } = (
    await house.as(planner).call(importDecision, { file: { ...decision, bytes: Buffer.from(text) } })
  ).ok()
  const params = { campaignId }
  const review = (await house.as(planner).call(getReview, { params })).ok()
  const saved = (
    await house.as(planner).call(saveReview, { params, body: { revision: review.revision, plan: settled(review) } })
  ).ok()
  const answer = await house.as(planner).call(issueCampaign, { params, body: { revision: saved.revision } })
  expect([answer.status, answer.error?.code]).toEqual([409, 'unit-visited-once-a-year'])
  expect(answer.error?.sentence).toMatch(/^(Phường|Xã|Sở) .* năm 2026/)
})
