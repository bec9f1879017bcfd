import { showDraft } from '@cchc/domain/conclusions/answer-contract.ts'
import {
  addRecommendation,
  type ConclusionView,
  draftConclusion,
  getConclusion,
  issueConclusion,
  removeRecommendation,
  saveConclusion,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import {
  carryAgain,
  closeCarried,
  correctNotice,
  dropReplacement,
  getConclusionHistory,
  noteConclusionSeen,
  previewCorrection,
  startReplacement,
  suggestLetterNumber,
  withdrawNotice,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import { approveConclusion } from '@cchc/domain/conclusions/review-contract.ts'
import { downloadDocument, getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { getRecommendation, submitRemedy, verifyRemedy } from '@cchc/domain/follow-up/contract.ts'
import { askMoreTime, decideMoreTime, listMoreTime } from '@cchc/domain/follow-up/extension-contract.ts'
import { listInspections } from '@cchc/domain/inspections/contract.ts'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  leader,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { concluded } from '../follow-up/cases/concluded.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  await house.owner
    .updateTable('conclusions')
    .set({ documentId: null, withdrawnByDocument: null, state: 'replaced' })
    .execute()
  await house.owner.deleteFrom('noticeCorrections').execute()
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const historyOf = async (inspectionId: string, person = planner) =>
  (await house.as(person).call(getConclusionHistory, { params: { inspectionId } })).ok()
const shownTo = async (inspectionId: string, person = planner) =>
  (await house.as(person).call(getConclusion, { params: { inspectionId } })).ok().conclusion!
const reason = 'Ghi sai số hồ sơ quá hạn'
const replace = (params: { conclusionId: string }, person = planner) =>
  house.as(person).call(startReplacement, { params, body: { reason } })
const submit = (params: ConclusionView) => house.as(planner).call(submitConclusion, { params })
const issue = (params: { conclusionId: string }, number = '910', issuedOn = '2026-07-22', person = standingDeputy) =>
  house.as(person).call(issueConclusion, { params, body: { number, issuedOn } })
const stateOf = async (inspectionId: string) =>
  (
    await house.owner
      .selectFrom('inspections')
      .select('state')
      .where('inspectionId', '=', inspectionId)
      .executeTakeFirstOrThrow()
  ).state
const rowsOf = (inspectionId: string) =>
  house.owner
    .selectFrom('conclusions')
    .select(['conclusionId', 'state', 'replaces'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('draftedAt')
    .execute()

describe('a letter of correction', () => {
  const letter = (wrong: string, right: string) => ({
    kind: 'layout' as const,
    passages: [{ where: 'Mục III', wrong, right }],
    draftingUnit: 'CCHC',
  })
  test('has its own number under the symbol of a dispatch, and leaves the notice as it was', async () => {
    const { inspectionId } = await concluded(house, campaign)
    const notice = await shownTo(inspectionId)
    const before = await house.owner
      .selectFrom('documents')
      .select('paper')
      .where('documentId', '=', notice.documentId)
      .executeTakeFirstOrThrow()
    const params = { conclusionId: notice.conclusionId }
    const preview = (body: ReturnType<typeof letter>, person = standingDeputy) =>
      house.as(person).call(previewCorrection, { params, body })
    expect((await preview(letter('Còn 115', 'Còn 115 '), planner)).status).toBe(403)
    expect((await preview(letter('Không có câu này', 'x'))).error?.code).toBe('passage-not-found')
    expect((await preview(letter('Còn 115 hồ sơ', 'Còn 115 hồ sơ'))).error?.code).toBe('nothing-corrected')
    const { paper } = (await preview(letter('Còn 115 hồ sơ đất đai quá hạn', 'Còn 115 hồ sơ, đất đai, quá hạn'))).ok()
    expect(paper.printed.number).toBe('Số: …/SNV-CCHC')
    expect(paper.printed.dispatchSubject).toContain('V/v đính chính Thông báo số')

    const campaignParams = { campaignId: campaign.campaignId }
    const suggest = (draftingUnit?: string) =>
      house
        .as(standingDeputy)
        .call(suggestLetterNumber, { params: campaignParams, query: draftingUnit ? { draftingUnit } : {} })
    expect((await suggest()).ok()).toEqual({ draftingUnit: null, symbol: null, number: null })
    expect((await suggest('CCHC')).ok().number).toBe('01')
    const body = {
      ...letter('Còn 115 hồ sơ đất đai quá hạn', 'Còn 115 hồ sơ, đất đai, quá hạn'),
      number: '1',
      issuedOn: '2026-07-20',
    }
    const correct = () => house.as(standingDeputy).call(correctNotice, { params, body })
    const both = await Promise.all([correct(), correct()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)!.error?.code).toBe('number-taken')
    expect((await suggest()).ok()).toMatchObject({ draftingUnit: 'CCHC', number: '02' })

    const after = await house.owner
      .selectFrom('documents')
      .select(['paper', 'state'])
      .where('documentId', '=', notice.documentId)
      .executeTakeFirstOrThrow()
    expect(after).toEqual({ paper: before.paper, state: 'issued' })
    const [seen] = (await historyOf(inspectionId, unitHead)).notices
    expect(seen?.corrections).toMatchObject([
      { number: '01/SNV-CCHC', kind: 'layout', passages: [{ where: 'Mục III' }] },
    ])
    const file = await house
      .as(unitHead)
      .call(downloadDocument, { params: { documentId: seen!.corrections[0]!.documentId }, query: {} })
    expect((await extractRawText({ buffer: file.raw })).value).toContain('khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP')
    expect((await house.as(otherUnitHead).call(getConclusionHistory, { params: { inspectionId } })).status).toBe(404)
    const told = await house.owner
      .selectFrom('mails')
      .select('subject')
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect(told.every(({ subject }) => subject.includes('số'))).toBe(true)
  })
})

describe('a notice that replaces another', () => {
  test('carries open recommendations on with what was done about them, and closes others with the reason', async () => {
    const { inspectionId, ids } = await concluded(house, campaign)
    const [first, second] = ids
    const old = await shownTo(inspectionId)
    ;(await house.as(unitHead).call(noteConclusionSeen, { params: old })).ok()
    const started = (await replace(old)).ok()
    expect(started).toMatchObject({ state: 'drafting', replaces: { number: old.number, reason }, text: old.text })
    expect(started.recommendations.map(({ carries }) => carries)).toEqual(ids)
    // The unit reads what stands, the season counts what stands, the team goes on with the draft.
    expect(await shownTo(inspectionId, unitHead)).toMatchObject({ conclusionId: old.conclusionId, state: 'issued' })
    const paper = async (person: typeof planner) =>
      (await house.as(person).call(getInspectionPaper, { params: { inspectionId, kind: 'conclusion-notice' } })).ok()
    expect((await paper(unitHead)).documentId).toBe(old.documentId)
    expect((await paper(planner)).documentId).toBeNull()
    const season = { campaignId: campaign.campaignId }
    const { inspections } = (await house.as(planner).call(listInspections, { params: season })).ok()
    expect(inspections).toMatchObject([{ conclusionState: 'issued', recommendationsOpen: 2 }])

    // Meanwhile the unit remedies the one and is given more time for the other.
    ;(
      await house.as(unitOfficer).call(submitRemedy, { params: { recommendationId: first }, body: { text: 'Đã sửa' } })
    ).ok()
    const time = { recommendationId: second }
    ;(
      await house
        .as(unitHead)
        .call(askMoreTime, { params: time, body: { wishedOn: '2026-09-10', reason: 'Chờ văn bản' } })
    ).ok()
    const [asked] = (await house.as(leader).call(listMoreTime, { params: time })).ok().requests
    ;(
      await house.as(standingDeputy).call(decideMoreTime, {
        params: { ...time, extensionId: asked!.extensionId },
        body: { to: '2026-09-10', reason: 'Đồng ý' },
      })
    ).ok()

    // A line that is carried on leaves the draft with a reason alone; one that is lost otherwise holds the notice back.
    const line = started.recommendations.find(({ carries }) => carries === second)!
    expect((await house.as(planner).call(removeRecommendation, { params: line })).error).toMatchObject({
      code: 'carried-needs-reason',
      sentence: expect.stringContaining(line.text),
    })
    expect((await shownTo(inspectionId)).recommendations).toHaveLength(2)
    await house.owner.deleteFrom('recommendations').where('recommendationId', '=', line.recommendationId).execute()
    expect((await submit(started)).error).toMatchObject({ code: 'carried-or-closed' })
    const closing = { params: started, body: { recommendationId: second, reason: 'Đã có văn bản mới' } }
    ;(await house.as(planner).call(closeCarried, closing)).ok()
    const { replacement } = await historyOf(inspectionId)
    expect(
      replacement?.open.map(({ recommendationId, carriedAs, closedBecause }) => [
        recommendationId,
        carriedAs !== null,
        closedBecause,
      ]),
    ).toEqual([
      [first, true, null],
      [second, false, 'Đã có văn bản mới'],
    ])
    const ended = await house.owner
      .selectFrom('auditEvents')
      .select('details')
      .where('action', '=', 'conclusion.close-carried')
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect(ended).toMatchObject([{ details: { recommendationId: second, reason: 'Đã có văn bản mới' } }])
    const again = { params: { conclusionId: started.conclusionId, recommendationId: second } }
    ;(await house.as(planner).call(carryAgain, again)).ok()
    ;(await submit(started)).ok()
    house.clock.set('2026-07-22T02:00:00Z')
    const issued = (await issue(started)).ok()
    expect(issued).toMatchObject({ state: 'issued', number: '910/TB-SNV', replaces: { number: old.number } })
    expect(
      issued.recommendations.map(({ recommendationId, dueOn, state }) => [recommendationId, dueOn, state]),
    ).toEqual([
      [first, '2026-08-25', 'remedied'],
      [second, '2026-09-10', 'open'],
    ])
    const kept = (await house.as(unitHead).call(getRecommendation, { params: { recommendationId: first } })).ok()
    expect(kept.remedies).toMatchObject([{ text: 'Đã sửa' }])
    expect(await rowsOf(inspectionId)).toMatchObject([
      { state: 'replaced', replaces: null },
      { state: 'issued', replaces: old.conclusionId },
    ])
    const documents = await house.owner
      .selectFrom('documents')
      .select(['documentId', 'state'])
      .where('inspectionId', '=', inspectionId)
      .execute()
    expect(documents.find(({ documentId }) => documentId === old.documentId)?.state).toBe('replaced')
    const { notices } = await historyOf(inspectionId)
    expect(notices.map(({ state, carried, reason: why }) => [state, carried, why])).toEqual([
      ['issued', 2, reason],
      ['replaced', 0, ''],
    ])
    expect(notices[1]?.seen).toMatchObject([{ who: 'Lãnh đạo Lê Chân' }])
    expect((await historyOf(inspectionId, unitHead)).notices[1]?.seen).toEqual([])
    const file = await house
      .as(unitHead)
      .call(downloadDocument, { params: { documentId: issued.documentId! }, query: {} })
    const { value } = await extractRawText({ buffer: file.raw })
    expect(value).toContain(`Thông báo này thay thế Thông báo số ${old.number}`)
    expect(value).toContain(`Lý do thay thế: ${reason}.`)
    const told = await house.owner
      .selectFrom('notifications')
      .select('kind')
      .where('personId', '=', house.personId(unitHead))
      .where('kind', '=', 'conclusion.replace')
      .execute()
    expect(told).toHaveLength(1)
  })

  test('of a closed inspection opens it again when it asks for something, and closes it when nothing is left', async () => {
    const { inspectionId, ids } = await concluded(house, campaign)
    for (const recommendationId of ids) {
      const params = { recommendationId }
      ;(await house.as(unitOfficer).call(submitRemedy, { params, body: { text: 'Xong' } })).ok()
      ;(
        await house
          .as(planner)
          .call(verifyRemedy, { params, body: { verdict: 'adequate', reason: '', visited: null, dueOn: null } })
      ).ok()
    }
    expect(await stateOf(inspectionId)).toBe('closed')
    const started = (await replace(await shownTo(inspectionId))).ok()
    expect(started.recommendations).toEqual([])
    const body = {
      findingId: null,
      fieldKey: 'steering',
      text: 'Ban hành kế hoạch',
      addressee: 'UBND phường',
      dueOn: '2026-08-31',
      proofExpected: '',
    }
    ;(await house.as(planner).call(addRecommendation, { params: started, body })).ok()
    ;(await submit(started)).ok()
    house.clock.set('2026-07-22T02:00:00Z')
    ;(await issue(started)).ok()
    expect(await stateOf(inspectionId)).toBe('concluded')
    // What had been settled stays where it was settled, and is read there.
    expect(
      (await house.as(unitHead).call(getRecommendation, { params: { recommendationId: ids[0] } })).ok().state,
    ).toBe('verified')
    const second = (await replace(await shownTo(inspectionId))).ok()
    const [line] = second.recommendations
    ;(
      await house.as(planner).call(closeCarried, {
        params: second,
        body: { recommendationId: line!.carries!, reason: 'Không thuộc thẩm quyền' },
      })
    ).ok()
    ;(await submit(second)).ok()
    ;(await issue(second, '911')).ok()
    expect(await stateOf(inspectionId)).toBe('closed')
    expect((await historyOf(inspectionId)).notices[0]?.closings).toMatchObject([
      { text: 'Ban hành kế hoạch', reason: 'Không thuộc thẩm quyền' },
    ])
  })

  test('two people begin or issue at once: one does, and never are two notices valid', async () => {
    const { inspectionId } = await concluded(house, campaign)
    const old = await shownTo(inspectionId)
    const begun = await Promise.all([planner, otherPlanner].map((person) => replace(old, person)))
    expect(begun.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(begun.find(({ status }) => status === 409)!.error?.code).toBe('replacement-under-way')
    const started = begun.find(({ status }) => status === 200)!.ok()
    const withdrawal = { number: '77', issuedOn: '2026-07-20', reason }
    expect((await house.as(standingDeputy).call(withdrawNotice, { params: old, body: withdrawal })).error?.code).toBe(
      'replacement-under-way',
    )
    ;(await submit(started)).ok()
    ;(await house.as(leader).call(approveConclusion, { params: started, body: { exception: '' } })).ok()
    house.clock.set('2026-07-22T02:00:00Z')
    const out = await Promise.all([issue(started, '912'), issue(started, '913', '2026-07-22', planner)])
    expect(out.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await rowsOf(inspectionId)).map(({ state }) => state).sort()).toEqual(['issued', 'replaced'])
    expect((await replace(old)).error?.code).toBe('wrong-state')
    // The database has the last word.
    const forced = house.owner
      .updateTable('conclusions')
      .set({ state: 'issued' })
      .where('conclusionId', '=', old.conclusionId)
      .execute()
    await expect(forced).rejects.toThrow('one_valid_notice_per_inspection')
  })

  test('is given up while it is a draft; the notice stands', async () => {
    const { inspectionId } = await concluded(house, campaign)
    const old = await shownTo(inspectionId)
    const started = (await replace(old)).ok()
    const body = { revision: 0, text: { ...started.text, overview: 'Viết lại' } }
    ;(await house.as(planner).call(saveConclusion, { params: started, body })).ok()
    expect((await historyOf(inspectionId)).actions).toEqual(['drop'])
    ;(await house.as(otherPlanner).call(dropReplacement, { params: started })).ok()
    expect(await shownTo(inspectionId)).toMatchObject({ conclusionId: old.conclusionId, state: 'issued' })
    expect((await historyOf(inspectionId)).actions).toEqual(['replace'])
    expect((await house.as(planner).call(dropReplacement, { params: old })).error?.code).toBe('no-such-conclusion')
  })

  test('stays once the unit was shown it', async () => {
    const { inspectionId } = await concluded(house, campaign)
    const started = (await replace(await shownTo(inspectionId))).ok()
    ;(await submit(started)).ok()
    const terms = house.owner.updateTable('conclusionTerms').where('campaignId', '=', campaign.campaignId)
    await terms.set({ shownToUnit: true, unitWorkingDays: 5 }).execute()
    expect((await historyOf(inspectionId)).actions).toEqual(['drop'])
    ;(await house.as(planner).call(showDraft, { params: started })).ok()
    await terms.set({ shownToUnit: false, unitWorkingDays: null }).execute()
    expect((await historyOf(inspectionId)).actions).toEqual([])
    expect((await house.as(planner).call(dropReplacement, { params: started })).error?.code).toBe('draft-was-shown')
  })
})

test('a notice that is withdrawn asks for nothing, and the visit is concluded anew', async () => {
  const { inspectionId, ids } = await concluded(house, campaign)
  const old = await shownTo(inspectionId)
  const body = { number: '920', issuedOn: '2026-07-20', reason: 'Ban hành khi chưa có ý kiến Trưởng đoàn' }
  const withdraw = (person: typeof planner) => house.as(person).call(withdrawNotice, { params: old, body })
  expect((await withdraw(planner)).status).toBe(403)
  ;(await withdraw(standingDeputy)).ok()
  expect((await withdraw(leader)).error?.code).toBe('wrong-state')
  expect(await stateOf(inspectionId)).toBe('visited')
  const [notice] = (await historyOf(inspectionId, unitHead)).notices
  expect(notice).toMatchObject({ state: 'withdrawn', withdrawal: { number: '920/TB-SNV', reason: body.reason } })
  expect((await house.as(unitHead).call(getRecommendation, { params: { recommendationId: ids[0] } })).status).toBe(404)
  expect((await historyOf(inspectionId)).actions).toEqual(['redraft'])
  const anew = (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
  ;(await submit(anew)).ok()
  house.clock.set('2026-07-22T02:00:00Z')
  ;(await issue(anew, '921')).ok()
  expect((await rowsOf(inspectionId)).map(({ state }) => state).sort()).toEqual(['issued', 'withdrawn'])
})
