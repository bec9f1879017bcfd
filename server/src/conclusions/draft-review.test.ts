import {
  downloadDraftPaper,
  getDraftPaper,
  getDraftShowing,
  noteDraftSeen,
  saveDraftAnswer,
  sendDraftAnswer,
  settleDraftAnswer,
  showDraft,
} from '@cchc/domain/conclusions/answer-contract.ts'
import {
  addRemark,
  draftConclusion,
  getConclusion,
  issueConclusion,
  returnConclusion,
  saveConclusion,
  settleRemark,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import {
  answerReview,
  approveConclusion,
  getConclusionTerms,
  getDraftReview,
  saveConclusionTerms,
} from '@cchc/domain/conclusions/review-contract.ts'
import { listAttachments } from '@cchc/domain/evidence/contract.ts'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  coordinator,
  leader,
  member,
  otherMember,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { remindToday } from '../reminders/remind-today.ts'
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

const setTerms = async (unitWorkingDays: number | null) => {
  const params = { campaignId: campaign.campaignId }
  const { revision } = (await house.as(planner).call(getConclusionTerms, { params })).ok()
  const body = { reviewWorkingDays: 3, unitWorkingDays, revision }
  return house.as(planner).call(saveConclusionTerms, { params, body })
}
const draft = async (inspectionId: string) =>
  (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
async function submitted() {
  const { inspectionId } = await buildVisited(house, campaign)
  return (await house.as(planner).call(submitConclusion, { params: await draft(inspectionId) })).ok()
}
type Draft = Awaited<ReturnType<typeof submitted>>
const reviewOf = async (view: Draft) => (await house.as(planner).call(getDraftReview, { params: view })).ok()
const agree = (person: TestPerson, view: Draft, fieldKeys: string[], remarks: { about: string; text: string }[] = []) =>
  house.as(person).call(answerReview, { params: view, body: { fieldKeys, remarks } })
const approve = (view: Draft, exception = '', person = standingDeputy) =>
  house.as(person).call(approveConclusion, { params: view, body: { exception } })
const issue = (view: Draft, person = standingDeputy) =>
  house.as(person).call(issueConclusion, { params: view, body: { number: '103', issuedOn: '2026-07-20' } })
const actionsOf = (inspectionId: string) =>
  house.owner.selectFrom('auditEvents').select('action').where('inspectionId', '=', inspectionId).execute()

describe('terms', () => {
  test('nothing goes round before they are set, and two people do not overwrite each other', async () => {
    await house.owner.deleteFrom('conclusionTerms').execute()
    const { inspectionId } = await buildVisited(house, campaign)
    const view = await draft(inspectionId)
    const refused = await house.as(planner).call(submitConclusion, { params: view })
    expect(refused.error?.code).toBe('conclusion-terms-unset')
    const params = { campaignId: campaign.campaignId }
    const body = { reviewWorkingDays: 2, unitWorkingDays: 4, revision: 0 }
    const both = await Promise.all(
      [planner, otherPlanner].map((person) => house.as(person).call(saveConclusionTerms, { params, body })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await house.as(member).call(saveConclusionTerms, { params, body })).status).toBe(403)
    expect((await house.as(member).call(getConclusionTerms, { params })).ok()).toMatchObject({
      terms: { reviewWorkingDays: 2, unitWorkingDays: 4 },
      mayEdit: false,
    })
    ;(await setTerms(null)).ok()
  })
})

describe('the leads of the fields', () => {
  test('are asked once each with a day, and their word is kept; a change after it is seen', async () => {
    const view = await submitted()
    const { leads } = await reviewOf(view)
    expect(leads.map(({ fieldKey, who, dueOn, answer }) => [fieldKey, who, dueOn, answer])).toEqual([
      ['steering', 'Thư ký Đoàn', '2026-07-23', null],
      ['institutions', 'Thành viên Tư pháp', '2026-07-23', null],
      ['admin-procedures', 'Thành viên Tư pháp', '2026-07-23', null],
      ['apparatus', 'Thư ký Đoàn', '2026-07-23', null],
      ['civil-service', 'Thư ký Đoàn', '2026-07-23', null],
      ['public-finance', 'Thành viên Tài chính', '2026-07-23', null],
      ['digital-government', 'Thành viên Tài chính', '2026-07-23', null],
      ['citizen-reception', 'Thành viên Tư pháp', '2026-07-23', null],
    ])
    const told = await house.owner
      .selectFrom('notifications')
      .select('personId')
      .where('kind', '=', 'conclusion.ask-leads')
      .where('inspectionId', '=', view.inspectionId)
      .execute()
    expect(told.map(({ personId }) => personId).sort()).toEqual([member, otherMember].map(house.personId).sort())
    expect((await agree(otherMember, view, ['institutions'])).error?.code).toBe('not-your-field')
    ;(await agree(member, view, ['institutions', 'citizen-reception'])).ok()
    expect((await agree(member, view, ['institutions'])).error?.code).toBe('not-your-field')
    const said = (
      await agree(otherMember, view, ['public-finance'], [{ about: 'causes', text: 'Nêu rõ nguyên nhân chủ quan' }])
    ).ok()
    expect(said.remarks).toMatchObject([{ about: 'causes', aboutName: 'Nguyên nhân', who: 'Thành viên Tài chính' }])
    const stray = await agree(member, view, ['admin-procedures'], [{ about: 'results.khong-co', text: 'x' }])
    expect(stray.error?.code).toBe('no-such-draft-point')

    ;(await house.as(planner).call(returnConclusion, { params: view })).ok()
    const { text } = view
    const results = text.results.map((part) =>
      part.fieldKey === 'institutions' ? { ...part, text: 'Viết lại' } : part,
    )
    const body = { revision: view.revision, text: { ...text, results } }
    ;(await house.as(planner).call(saveConclusion, { params: view, body })).ok()
    const changed = await reviewOf(view)
    expect(changed.leads.filter(({ changedSince }) => changedSince).map(({ fieldKey }) => fieldKey)).toEqual([
      'institutions',
    ])
    house.clock.set('2026-07-21T02:00:00Z')
    ;(await house.as(planner).call(submitConclusion, { params: view })).ok()
    const again = (await reviewOf(view)).leads
    const standing = (key: string) => again.find(({ fieldKey }) => fieldKey === key)
    expect(standing('institutions')).toMatchObject({ answer: null, dueOn: '2026-07-24' })
    expect(standing('public-finance')).toMatchObject({ answer: null })
    expect(standing('citizen-reception')).toMatchObject({ answer: 'agreed', changedSince: false, dueOn: '2026-07-23' })
  })

  test('who has said nothing is reminded once a step, and holds up nothing', async () => {
    const view = await submitted()
    ;(await agree(otherMember, view, ['public-finance', 'digital-government'])).ok()
    house.clock.set('2026-07-22T02:00:00Z')
    await house.within(planner, remindToday)
    await house.within(planner, remindToday)
    const reminded = await house.owner
      .selectFrom('notifications')
      .select('personId')
      .where('kind', '=', 'reminder.review')
      .where('inspectionId', '=', view.inspectionId)
      .execute()
    expect(reminded.map(({ personId }) => personId).sort()).toEqual([member, planner].map(house.personId).sort())
    expect((await approve(view)).status).toBe(200)
  })

  test('an open remark stops the approval, unless an exception says why; a new one voids it', async () => {
    const view = await submitted()
    const remark = (text: string) => house.as(member).call(addRemark, { params: view, body: { text } })
    ;(await remark('Thiếu căn cứ')).ok()
    expect((await approve(view, '', member)).status).toBe(403)
    expect((await approve(view)).error).toMatchObject({ code: 'remarks-open' })
    expect((await issue(view)).error?.code).toBe('remarks-open')
    const excepted = (await approve(view, 'Đã trao đổi trực tiếp, ban hành cho kịp hạn')).ok()
    expect(excepted.approval).toMatchObject({ by: 'Phó Trưởng đoàn TT', exception: expect.stringContaining('kịp hạn') })
    ;(await remark('Thêm một ý')).ok()
    expect((await reviewOf(view)).approval).toBeNull()
    for (const { remarkId } of (await reviewOf(view)).remarks) {
      const body = { takenOver: false, reply: 'Đã có ở mục II' }
      ;(await house.as(planner).call(settleRemark, { params: { remarkId }, body })).ok()
    }
    expect((await reviewOf(view)).remarks).toMatchObject([{ takenOver: false, settledBy: 'Thư ký Đoàn' }, {}])
    expect((await issue(view, planner)).error?.code).toBe('not-approved')
    ;(await approve(view, '', leader)).ok()
    ;(await issue(view, planner)).ok()
  })
})

describe('the draft that a unit is shown', () => {
  const unseen = async (view: Draft, person: TestPerson) => {
    const { inspectionId } = view
    const read = await house.as(person).call(getDraftShowing, { params: { inspectionId } })
    return read.status === 200 ? read.ok().showing : read.status
  }

  test('is not there while the parameter is off, before it was shown, and for anybody else', async () => {
    ;(await setTerms(null)).ok()
    const view = await submitted()
    const off = await house.as(planner).call(showDraft, { params: view })
    expect(off.error?.code).toBe('draft-not-shown-to-units')
    for (const person of [unitHead, unitOfficer]) expect(await unseen(view, person)).toBeNull()
    // Behind the acts: the row itself is not there for the unit, nor for whoever only reads.
    for (const person of [unitHead, cityViewer, coordinator]) {
      const rows = await house.within(person, async ({ db }) => ({
        conclusions: await db.selectFrom('conclusions').selectAll().execute(),
        recommendations: await db.selectFrom('recommendations').selectAll().execute(),
        reviews: await db.selectFrom('conclusionReviews').selectAll().execute(),
        remarks: await db.selectFrom('conclusionRemarks').selectAll().execute(),
      }))
      expect(rows).toEqual({ conclusions: [], recommendations: [], reviews: [], remarks: [] })
    }
    ;(await setTerms(2)).ok()
    const shown = (await house.as(planner).call(showDraft, { params: view })).ok()
    expect(shown).toMatchObject({ dueOn: '2026-07-22', standing: 'waited-for', sentAt: null })
    expect(await unseen(view, unitHead)).toMatchObject({ showingId: shown.showingId, actions: ['write', 'send'] })
    expect(await unseen(view, otherUnitHead)).toBe(404)
    expect(await unseen(view, cityViewer)).toBe(403)
    const params = { showingId: shown.showingId }
    expect((await house.as(otherUnitHead).call(getDraftPaper, { params })).status).toBe(404)
    const kept = (await house.as(unitHead).call(getConclusion, { params: view })).ok()
    expect(kept.conclusion).toBeNull()
  })

  test('is the paper, marked; officers write, the head sends, the team settles, all of it written down', async () => {
    ;(await setTerms(2)).ok()
    const view = await submitted()
    const { showingId } = (await house.as(planner).call(showDraft, { params: view })).ok()
    const params = { showingId }
    const team = (await house.as(planner).call(getDraftPaper, { params })).ok().paper
    const { paper } = (await house.as(unitOfficer).call(getDraftPaper, { params })).ok()
    expect(paper).toEqual(team)
    expect(paper.printed.draftMark).toBe('Dự thảo – chưa ban hành')
    const file = await house.as(unitOfficer).call(downloadDraftPaper, { params, query: {} })
    expect((await extractRawText({ buffer: file.raw })).value).toContain('Còn 115 hồ sơ đất đai quá hạn')
    ;(await house.as(unitHead).call(noteDraftSeen, { params })).ok()
    ;(await house.as(unitHead).call(noteDraftSeen, { params })).ok()

    const write = (person: TestPerson, pointKey: string, revision: number, stance: 'agree' | 'explain', answer = '') =>
      house.as(person).call(saveDraftAnswer, { params: { showingId, pointKey }, body: { revision, stance, answer } })
    const point = 'shortcomings.admin-procedures'
    const both = await Promise.all([
      write(unitOfficer, point, 0, 'explain', 'Một'),
      write(unitHead, point, 0, 'explain', 'Hai'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    ;(await write(unitOfficer, 'overview', 0, 'agree')).ok()
    expect((await write(unitOfficer, 'khong-co', 0, 'agree')).error?.code).toBe('no-such-draft-point')
    expect((await write(otherUnitHead, 'causes', 0, 'agree')).status).toBe(404)
    // Until the head sends, the team sees that it waits and not what is written.
    const before = (await house.as(planner).call(getDraftShowing, { params: view })).ok().showing!
    expect(before.points.every(({ stance, answer }) => stance === null && answer === '')).toBe(true)
    expect(before.seen).toMatchObject([{ who: 'Lãnh đạo Lê Chân' }])
    expect((await house.as(unitOfficer).call(sendDraftAnswer, { params })).status).toBe(403)
    ;(await write(unitOfficer, 'causes', 0, 'explain', '')).ok()
    expect((await house.as(unitHead).call(sendDraftAnswer, { params })).error?.code).toBe('draft-explanation-needed')
    ;(await write(unitOfficer, 'causes', 1, 'agree')).ok()
    expect((await approve(view)).error?.code).toBe('draft-unsettled')
    const sent = (await house.as(unitHead).call(sendDraftAnswer, { params })).ok()
    expect(sent).toMatchObject({ standing: 'in-time', sentBy: 'Lãnh đạo Lê Chân', actions: [] })
    expect((await write(unitHead, point, 1, 'agree')).error?.code).toBe('answer-closed')
    expect((await approve(view)).error?.sentence).toContain('còn 1 giải trình của đơn vị chưa xử lý')

    const settle = (pointKey: string, outcome: 'accepted' | 'not-accepted') =>
      house
        .as(planner)
        .call(settleDraftAnswer, { params: { showingId, pointKey }, body: { outcome, reason: 'Số liệu đã đối chiếu' } })
    expect((await settle('overview', 'accepted')).error?.code).toBe('no-such-draft-point')
    ;(await settle(point, 'not-accepted')).ok()
    ;(await approve(view)).ok()
    ;(await issue(view, planner)).ok()
    const after = (await house.as(unitHead).call(getDraftShowing, { params: view })).ok().showing!
    expect(after.closed).toBe(true)
    expect(after.points.find(({ key }) => key === point)).toMatchObject({
      outcome: 'not-accepted',
      settledBy: 'Thư ký Đoàn',
    })
    const actions = (await actionsOf(view.inspectionId)).map(({ action }) => action)
    for (const action of ['draft.show', 'draft.seen', 'draft.write', 'draft.answer', 'draft.settle', 'draft.close'])
      expect(actions).toContain(action)
  })

  test('an answer after its day is late, none at all is missing; neither holds up the notice', async () => {
    ;(await setTerms(2)).ok()
    const late = await submitted()
    const { showingId } = (await house.as(planner).call(showDraft, { params: late })).ok()
    house.clock.set('2026-07-22T16:59:00Z')
    expect((await house.as(unitHead).call(getDraftShowing, { params: late })).ok().showing!.standing).toBe('waited-for')
    house.clock.set('2026-07-22T17:01:00Z')
    expect((await house.as(planner).call(getDraftShowing, { params: late })).ok().showing!.standing).toBe('missing')
    const sent = (await house.as(unitHead).call(sendDraftAnswer, { params: { showingId } })).ok()
    expect(sent.standing).toBe('late')
    ;(await house.as(planner).call(showDraft, { params: late })).ok()
    house.clock.set('2026-07-29T02:00:00Z')
    ;(await issue(late)).ok()
    const actions = (await actionsOf(late.inspectionId)).map(({ action }) => action)
    expect(actions).toContain('draft.unanswered')
    expect((await house.as(unitHead).call(sendDraftAnswer, { params: { showingId } })).error?.code).toBe(
      'answer-closed',
    )
  })

  test('of an unannounced inspection that was opened is the team’s and, once shown, its unit’s', async () => {
    ;(await setTerms(2)).ok()
    const view = await submitted()
    await house.owner
      .updateTable('inspections')
      .set({ kind: 'unannounced' })
      .where('inspectionId', '=', view.inspectionId)
      .execute()
    const read = async (person: TestPerson) =>
      (await house.as(person).call(getConclusion, { params: view })).ok().conclusion
    for (const person of [member, standingDeputy, otherPlanner]) expect(await read(person)).not.toBeNull()
    expect(await read(unitHead)).toBeNull()
    expect((await house.as(unitHead).call(getDraftReview, { params: view })).status).toBe(403)
    expect(await unseen(view, unitHead)).toBeNull()
    const { showingId } = (await house.as(planner).call(showDraft, { params: view })).ok()
    expect(await unseen(view, unitHead)).toMatchObject({ showingId })
    expect((await house.as(member).call(listAttachments, { params: view })).status).toBe(200)
  })
})
