import {
  addTeamMember,
  downloadTeamDecision,
  getTeamDecision,
  recordTeamDecision,
} from '@cchc/domain/campaigns/contract.ts'
import { getDocument, listDocuments, suggestNumber } from '@cchc/domain/documents/contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { cityViewer, leader, member, planner, press, standingDeputy, unitOfficer } from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())

test('the decision is drafted from the team, recorded as signed, and says when the team differs from it', async () => {
  const params = { campaignId: campaign.campaignId }
  const draft = (await house.as(member).call(getTeamDecision, { params })).ok()
  expect(draft).toMatchObject({ issued: null, differences: [], paper: { type: 'decision', number: null } })
  const lines = paperLines(draft.paper)
  expect(lines).toEqual(
    expect.arrayContaining(['CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG', 'QUYẾT ĐỊNH:', leader.fullName]),
  )
  const file = await house.as(planner).call(downloadTeamDecision, { params })
  expect(file.raw.subarray(0, 2).toString()).toBe('PK')

  const body = { number: '2300', issuedOn: '2026-06-30' }
  expect((await house.as(standingDeputy).call(recordTeamDecision, { params, body })).error?.code).toBe('not-permitted')
  const early = await house.as(planner).call(recordTeamDecision, { params, body: { ...body, issuedOn: '2026-06-01' } })
  expect(early.error?.code).toBe('issued-before-signing')
  const recorded = (await house.as(planner).call(recordTeamDecision, { params, body })).ok()
  expect(recorded).toMatchObject({ issued: { number: '2300/QĐ-UBND', issuedOn: '2026-06-30' }, differences: [] })

  const seat = { role: 'member', agencyCode: null, personId: null, post: 'Chuyên viên Sở Tư pháp', fieldKeys: [] }
  ;(await house.as(planner).call(addTeamMember, { params, body: seat as never })).ok()
  const differing = (await house.as(planner).call(getTeamDecision, { params })).ok()
  expect(differing.differences).toEqual(['Thành viên Chuyên viên Sở Tư pháp mới vào Đoàn, chưa có trong quyết định.'])
  const frozen = (
    await house.as(cityViewer).call(getDocument, { params: { documentId: recorded.issued!.documentId } })
  ).ok()
  expect(paperLines(frozen.paper)).not.toContain('Chuyên viên Sở Tư pháp')

  const again = await house.as(planner).call(recordTeamDecision, { params, body: { ...body, number: '2301' } })
  expect(again.ok().differences).toEqual([])
  const { documents } = (await house.as(planner).call(listDocuments, { params })).ok()
  expect(documents.map(({ number, state }) => `${number} ${state}`).sort()).toEqual([
    '2300/QĐ-UBND replaced',
    '2301/QĐ-UBND issued',
  ])
  const taken = await house.as(planner).call(recordTeamDecision, { params, body })
  expect([taken.status, taken.error?.code]).toEqual([409, 'number-taken'])
  const proposed = await house.as(planner).call(suggestNumber, { params, query: { kind: 'team-decision' } })
  expect(proposed.error?.code).toBe('bad-input')
})

test('its draft is the team’s own', async () => {
  const params = { campaignId: campaign.campaignId }
  for (const stranger of [unitOfficer, cityViewer, press])
    expect((await house.as(stranger).call(getTeamDecision, { params })).error?.code).toBe('not-permitted')
})
