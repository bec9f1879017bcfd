import {
  addRecommendation,
  addRemark,
  type ConclusionView,
  draftConclusion,
  editRecommendation,
  getConclusion,
  issueConclusion,
  removeRecommendation,
  returnConclusion,
  saveConclusion,
  settleRemark,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import { approveConclusion } from '@cchc/domain/conclusions/review-contract.ts'
import { downloadInspectionPaper, getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  unitHead,
} from '../../test/people.ts'
import { buildVisited } from './cases/visited-inspection.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  await house.owner.updateTable('conclusions').set({ documentId: null }).execute()
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const draft = async (inspectionId: string) =>
  (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
const submitted = async (inspectionId: string) =>
  (await house.as(planner).call(submitConclusion, { params: await draft(inspectionId) })).ok()
const issue = (view: ConclusionView, number = '103', issuedOn = '2026-07-20', person = standingDeputy) =>
  house.as(person).call(issueConclusion, { params: view, body: { number, issuedOn } })
const approve = async (view: ConclusionView) =>
  (await house.as(standingDeputy).call(approveConclusion, { params: view, body: { exception: '' } })).ok()
const conclusionRow = (inspectionId: string) =>
  house.owner.selectFrom('conclusions').selectAll().where('inspectionId', '=', inspectionId).executeTakeFirst()
const recommendationRows = (inspectionId: string) =>
  house.owner
    .selectFrom('recommendations')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .orderBy('position')
    .execute()
const stateOf = async (inspectionId: string) =>
  (
    await house.owner
      .selectFrom('inspections')
      .select('state')
      .where('inspectionId', '=', inspectionId)
      .executeTakeFirstOrThrow()
  ).state

describe('drafting', () => {
  test('puts together what was recorded and proposes one recommendation per shortcoming', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await draft(inspectionId)
    expect(view).toMatchObject({
      state: 'drafting',
      dueOn: '2026-07-29',
      suggestedRemedyDueOn: '2026-08-25',
      revision: 0,
    })
    expect(view.text.overview).toContain('sáng ngày 15/07/2026 tại Trụ sở đơn vị')
    expect(view.text.overview).toContain('01 người của Đoàn kiểm tra và 01 người của Ủy ban nhân dân phường Lê Chân')
    expect(view.text.overview).toContain(
      '- Số hồ sơ đúng hạn: báo cáo 800 hồ sơ, xác minh 785 hồ sơ (Sổ theo dõi ghi khác).',
    )
    expect(view.text.results.map(({ fieldKey }) => fieldKey)).toEqual(['institutions', 'admin-procedures'])
    expect(view.text.execution).toContain('25/08/2026')
    const kept = await conclusionRow(inspectionId)
    expect(kept).toMatchObject({ state: 'drafting', dueOn: '2026-07-29', content: view.text })
    const recommendations = await recommendationRows(inspectionId)
    expect(recommendations.map(({ fieldKey, dueOn, addressee, state }) => [fieldKey, dueOn, addressee, state])).toEqual(
      [
        ['institutions', '2026-08-25', 'Ủy ban nhân dân phường Lê Chân', 'open'],
        ['admin-procedures', '2026-08-25', 'Ủy ban nhân dân phường Lê Chân', 'open'],
      ],
    )
    expect(recommendations[1]!.text).toBe('Khắc phục tồn tại, hạn chế “Còn 115 hồ sơ đất đai quá hạn”.')
  })

  test('is done once, after the visit, by those who may', async () => {
    const early = await buildInspection(house, { campaign, unitCode: '10525', halfDay: 'afternoon' })
    const refused = await house.as(planner).call(draftConclusion, { params: early })
    expect(refused.error).toMatchObject({ code: 'wrong-state', sentence: expect.stringContaining('Đã thông báo lịch') })
    const { inspectionId } = await buildVisited(house, campaign)
    expect((await house.as(member).call(draftConclusion, { params: { inspectionId } })).status).toBe(403)
    expect((await house.as(member).call(getConclusion, { params: { inspectionId } })).ok()).toEqual({
      conclusion: null,
      mayDraft: false,
    })
    expect((await house.as(planner).call(getConclusion, { params: { inspectionId } })).ok().mayDraft).toBe(true)
    const both = await Promise.all(
      [planner, otherPlanner].map((person) => house.as(person).call(draftConclusion, { params: { inspectionId } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await house.owner.selectFrom('conclusions').selectAll().execute()).toHaveLength(1)
    expect(await recommendationRows(inspectionId)).toHaveLength(2)
  })
})

describe('editing', () => {
  test('two people save the same draft: one stands, the other sees both texts', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const { conclusionId, text } = await draft(inspectionId)
    const save = (person: typeof planner, overview: string) =>
      house
        .as(person)
        .call(saveConclusion, { params: { conclusionId }, body: { revision: 0, text: { ...text, overview } } })
    const answers = await Promise.all([save(planner, 'Bản một'), save(otherPlanner, 'Bản hai')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [kept, lost] = answers[0]!.status === 200 ? ['Bản một', 'Bản hai'] : ['Bản hai', 'Bản một']
    const clash = answers.find(({ status }) => status === 409)!.error!
    expect(clash).toMatchObject({
      code: 'changed-meanwhile',
      sentence: expect.stringContaining(kept === 'Bản một' ? 'Thư ký Đoàn' : 'Thư ký thứ hai'),
      details: { theirs: { revision: 1, text: { overview: kept } }, yours: { overview: lost } },
    })
    expect(await conclusionRow(inspectionId)).toMatchObject({ revision: 1, content: { overview: kept } })
  })

  test('keeps parts in the campaign’s order and refuses a field that is not in it', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const { conclusionId, text } = await draft(inspectionId)
    const save = (results: { fieldKey: string; text: string }[]) =>
      house
        .as(planner)
        .call(saveConclusion, { params: { conclusionId }, body: { revision: 0, text: { ...text, results } } })
    for (const results of [
      [{ fieldKey: 'khong-co', text: 'x' }],
      [
        { fieldKey: 'institutions', text: 'x' },
        { fieldKey: 'institutions', text: 'y' },
      ],
    ])
      expect((await save(results)).error?.code).toBe('bad-input')
    const view = (
      await save([
        { fieldKey: 'public-finance', text: 'Đúng quy chế'.normalize('NFD') },
        { fieldKey: 'apparatus', text: '  ' },
        { fieldKey: 'steering', text: 'Đủ kế hoạch' },
      ])
    ).ok()
    expect(view.text.results).toEqual([
      { fieldKey: 'steering', text: 'Đủ kế hoạch' },
      { fieldKey: 'public-finance', text: 'Đúng quy chế' },
    ])
  })

  test('recommendations are added, changed and removed while it is a draft', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await draft(inspectionId)
    const body = {
      findingId: null,
      fieldKey: 'steering',
      text: 'Ban hành kế hoạch',
      addressee: 'UBND phường',
      dueOn: '2026-08-31',
      proofExpected: '',
    }
    const add = (more: Partial<typeof body> | { findingId: string } = {}) =>
      house.as(planner).call(addRecommendation, { params: view, body: { ...body, ...more } })
    expect((await add({ dueOn: '2026-07-19' })).error?.code).toBe('in-the-past')
    expect((await add({ fieldKey: 'khong-co' })).error?.code).toBe('bad-input')
    expect((await add({ findingId: '00000000-0000-4000-8000-000000000000' })).error?.code).toBe('no-such-finding')
    const added = (await add()).ok()
    expect(added.recommendations.map(({ text }) => text).at(-1)).toBe('Ban hành kế hoạch')
    const { recommendationId } = added.recommendations.at(-1)!
    const edit = (revision: number, text: string) =>
      house.as(planner).call(editRecommendation, { params: { recommendationId }, body: { ...body, text, revision } })
    const answers = await Promise.all([edit(0, 'Một'), edit(0, 'Hai')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const details = answers.find(({ status }) => status === 409)!.error!.details as {
      theirs: { text: string; revision: number }
      yours: { text: string }
    }
    expect(details.theirs.revision).toBe(1)
    expect([details.theirs.text, details.yours.text].sort()).toEqual(['Hai', 'Một'])
    ;(await house.as(planner).call(removeRecommendation, { params: { recommendationId } })).ok()
    expect(await recommendationRows(inspectionId)).toHaveLength(2)
    const gone = await house.as(planner).call(removeRecommendation, { params: { recommendationId } })
    expect(gone.error?.code).toBe('no-such-recommendation')
  })
})

describe('review', () => {
  test('an empty draft cannot go round', async () => {
    const { inspectionId } = await buildVisited(house, campaign, { findings: [] })
    const view = await draft(inspectionId)
    expect(view.actions).toEqual(['edit'])
    const answer = await house.as(planner).call(submitConclusion, { params: view })
    expect(answer.error).toMatchObject({
      code: 'conclusion-incomplete',
      sentence: expect.stringContaining('chưa ghi kết quả'),
    })
    expect((await conclusionRow(inspectionId))!.state).toBe('drafting')
  })

  test('remarks come while it goes round, and must be answered before issue', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const drafted = await draft(inspectionId)
    const remark = () => house.as(leader).call(addRemark, { params: drafted, body: { text: 'Nêu rõ trách nhiệm' } })
    expect((await remark()).error?.code).toBe('wrong-state')
    const view = (await house.as(planner).call(submitConclusion, { params: drafted })).ok()
    expect(view.actions).toEqual(['remark', 'return'])
    const text = { ...view.text, overview: 'Sửa lúc đang góp ý' }
    const edit = await house.as(planner).call(saveConclusion, { params: view, body: { revision: 0, text } })
    expect(edit.error?.code).toBe('wrong-state')
    const remarked = (await remark()).ok()
    expect(remarked.remarks).toMatchObject([{ who: 'Trưởng đoàn', settled: false, reply: '' }])
    expect(remarked.actions).toEqual(['remark'])
    const refused = await issue(view)
    expect(refused.error).toMatchObject({ code: 'remarks-open', sentence: expect.stringContaining('Còn 1 ý kiến') })
    expect(await stateOf(inspectionId)).toBe('visited')
    const { remarkId } = remarked.remarks[0]!
    const settled = (
      await house
        .as(planner)
        .call(settleRemark, { params: { remarkId }, body: { takenOver: true, reply: 'Đã bổ sung' } })
    ).ok()
    expect(settled.actions).not.toContain('issue')
    const seen = (await house.as(standingDeputy).call(getConclusion, { params: { inspectionId } })).ok().conclusion!
    expect(seen.actions).toContain('issue')
    const returned = (await house.as(planner).call(returnConclusion, { params: view })).ok()
    expect(returned).toMatchObject({ state: 'drafting', remarks: [{ settled: true, reply: 'Đã bổ sung' }] })
  })
})

describe('issue', () => {
  test('freezes the notice, concludes the inspection and shows it to the unit', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await submitted(inspectionId)
    const unseen = async (person: typeof unitHead) =>
      (await house.as(person).call(getConclusion, { params: { inspectionId } })).ok()
    expect(await unseen(unitHead)).toEqual({ conclusion: null, mayDraft: false })
    expect(await unseen(cityViewer)).toEqual({ conclusion: null, mayDraft: false })
    const preview = (
      await house.as(planner).call(getInspectionPaper, { params: { inspectionId, kind: 'conclusion-notice' } })
    ).ok()
    expect(preview.documentId).toBeNull()
    expect(preview.paper.printed.number).toBe('Số: …/TB-SNV')

    const issued = (await issue(view, '3')).ok()
    expect(issued).toMatchObject({ state: 'issued', number: '03/TB-SNV', issuedOn: '2026-07-20', actions: [] })
    expect(await stateOf(inspectionId)).toBe('concluded')
    const seen = (await house.as(unitHead).call(getConclusion, { params: { inspectionId } })).ok().conclusion!
    expect(seen).toMatchObject({ number: '03/TB-SNV', findings: [], remarks: [], actions: [] })
    expect(seen.recommendations).toHaveLength(2)
    expect((await house.as(otherUnitHead).call(getConclusion, { params: { inspectionId } })).status).toBe(404)

    const document = await house.owner
      .selectFrom('documents')
      .selectAll()
      .where('inspectionId', '=', inspectionId)
      .executeTakeFirstOrThrow()
    expect(document).toMatchObject({ kind: 'conclusion-notice', number: '03', documentId: issued.documentId })
    const file = await house
      .as(unitHead)
      .call(downloadInspectionPaper, { params: { inspectionId, kind: 'conclusion-notice' } })
    const { value } = await extractRawText({ buffer: file.raw })
    for (const printed of [
      'Số: 03/TB-SNV',
      'ngày 20 tháng 7 năm 2026',
      'Phó Trưởng đoàn TT',
      'Khắc phục tồn tại, hạn chế “Còn 115 hồ sơ đất đai quá hạn”.',
      'báo cáo 800 hồ sơ, xác minh 785 hồ sơ',
      'gửi Báo cáo phục vụ kiểm tra ngày 09/07/2026',
    ])
      expect(value).toContain(printed)
    const edit = await house.as(planner).call(saveConclusion, { params: view, body: { revision: 0, text: view.text } })
    expect(edit.error?.code).toBe('wrong-state')
    const audit = await house.owner
      .selectFrom('auditEvents')
      .select('action')
      .where('inspectionId', '=', inspectionId)
      .orderBy('at')
      .execute()
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'conclusion.approve',
      'conclusion.ask-leads',
      'conclusion.draft',
      'conclusion.issue',
      'conclusion.submit',
      'document.issue',
      'inspection.conclude',
    ])
  })

  test.each([
    ['2026-07-21', 'issued-before-signing'],
    ['2026-07-14', 'issued-before-signing'],
  ])('dated %s is refused and nothing is left behind', async (issuedOn, code) => {
    const { inspectionId } = await buildVisited(house, campaign)
    const answer = await issue(await submitted(inspectionId), '103', issuedOn)
    expect(answer.error?.code).toBe(code)
    expect(await stateOf(inspectionId)).toBe('visited')
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toEqual([])
  })

  test('is refused when a recommendation would be due before it', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await submitted(inspectionId)
    house.clock.set('2026-08-26T02:00:00Z')
    const answer = await issue(view, '103', '2026-08-26')
    expect(answer.error).toMatchObject({ code: 'due-before-issue', sentence: expect.stringContaining('25/08/2026') })
  })

  test('one number for two notices at once: one goes out, the other is told', async () => {
    const first = await buildVisited(house, campaign)
    const second = await buildVisited(house, campaign, { unitCode: '10525', halfDay: 'afternoon' })
    const views = [await submitted(first.inspectionId), await submitted(second.inspectionId)]
    await approve(views[1]!)
    const answers = await Promise.all([issue(views[0]!, '7'), issue(views[1]!, '07', '2026-07-20', planner)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.error?.code).toBe('number-taken')
    expect((await house.owner.selectFrom('documents').select('number').execute()).map((row) => row.number)).toEqual([
      '07',
    ])
    const states = await house.owner.selectFrom('conclusions').select('state').execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['issued', 'under-review'])
  })

  test('twice at once goes out once', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await submitted(inspectionId)
    expect((await issue(view, '11', '2026-07-20', planner)).error?.code).toBe('not-approved')
    await approve(view)
    const answers = await Promise.all([issue(view, '11'), issue(view, '12', '2026-07-20', planner)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.error?.code).toBe('wrong-state')
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toHaveLength(1)
  })

  test('of a notice without recommendations closes the inspection', async () => {
    const { inspectionId } = await buildVisited(house, campaign, {
      findings: [{ kind: 'strength', fieldKey: 'steering', text: 'Đủ kế hoạch' }],
    })
    ;(await issue(await submitted(inspectionId))).ok()
    expect(await stateOf(inspectionId)).toBe('closed')
  })
})
