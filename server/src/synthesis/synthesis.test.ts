import { draftConclusion, issueConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import {
  downloadSynthesisPaper,
  getSynthesis,
  getSynthesisPaper,
  issueSynthesis,
  saveNarrative,
} from '@cchc/domain/synthesis/contract.ts'
import { sql } from 'kysely'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { cityViewer, member, otherPlanner, planner, press, standingDeputy, unitHead } from '../../test/people.ts'
import { buildVisited } from '../conclusions/cases/visited-inspection.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  await house.owner.deleteFrom('synthesisNarratives').execute()
  await house.owner.updateTable('conclusions').set({ documentId: null }).execute()
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const view = async (person = planner) => (await house.as(person).call(getSynthesis, { params: campaign })).ok()
const figure = async (itemKey: string, person = planner) =>
  (await view(person)).figures.find((each) => each.itemKey === itemKey)!

/** Phường Lê Chân with one figure verified otherwise, Phường Hải Dương as reported. */
async function twoVisited() {
  const first = await buildVisited(house, campaign)
  const second = await buildVisited(house, campaign, {
    unitCode: '10525',
    halfDay: 'afternoon',
    answers: {
      'admin-procedures.received': 500,
      'admin-procedures.resolved': 400,
      'admin-procedures.on-time': 390,
      'admin-procedures.satisfaction': 97,
      'public-finance.revenue': 1250.5,
    },
    verified: {},
    findings: [
      { kind: 'shortcoming', fieldKey: 'admin-procedures', text: 'Còn 20 hồ sơ đất đai quá hạn' },
      { kind: 'strength', fieldKey: 'public-finance', text: 'Công khai dự toán' },
    ],
  })
  return [first, second] as const
}

describe('figures', () => {
  test('are what the tables add up to, the verified before the reported', async () => {
    await twoVisited()
    const { rows } = await sql<{ itemKey: string; total: number; units: number }>`
      select item_key, sum(coalesce(v.verified, a.value::float8)) as total, count(*) as units
      from answers a join self_reports r using (self_report_id)
      left join verified_figures v using (inspection_id, item_key)
      where item_key in ('admin-procedures.received', 'admin-procedures.resolved', 'admin-procedures.on-time')
      group by item_key`.execute(house.owner)
    expect(rows).toHaveLength(3)
    for (const { itemKey, total, units } of rows) {
      const { value, sources, method } = await figure(itemKey)
      expect([itemKey, value, sources.length, method]).toEqual([itemKey, total, units, 'sum'])
    }
    expect((await figure('admin-procedures.on-time')).sources).toMatchObject([
      { unitName: 'Phường Hải Dương', value: 390, basis: 'reported', revision: 1 },
      { unitName: 'Phường Lê Chân', value: 785, basis: 'verified', revision: 1 },
    ])
    const rate = await figure('admin-procedures.on-time-rate')
    expect(rate.method).toBe('recomputed')
    expect(rate.value).toBeCloseTo(((785 + 390) / 1300) * 100, 9)
    expect(rate.sources.map(({ basis }) => basis)).toEqual(['reported', 'verified'])
    expect(await figure('admin-procedures.satisfaction')).toMatchObject({
      value: 97,
      method: 'mean',
      missing: ['Phường Lê Chân'],
    })
  })

  test('leave out what is not in yet and what is still being checked', async () => {
    const [first] = await twoVisited()
    const setReport = (state: string) =>
      house.owner.updateTable('selfReports').set({ state }).where('inspectionId', '=', first.inspectionId).execute()
    for (const state of ['drafting', 'with-head', 'returned']) {
      await setReport(state)
      expect([state, (await figure('admin-procedures.resolved')).value]).toEqual([state, 400])
      expect((await figure('admin-procedures.on-time')).value).toBe(390 + 785)
      expect((await figure('admin-procedures.satisfaction')).missing).toEqual([])
    }
    await setReport('sent')
    await house.owner
      .updateTable('inspections')
      .set({ state: 'announced' })
      .where('inspectionId', '=', first.inspectionId)
      .execute()
    expect((await figure('admin-procedures.on-time')).value).toBe(390 + 800)
    await house.owner
      .updateTable('inspections')
      .set({ state: 'cancelled' })
      .where('inspectionId', '=', first.inspectionId)
      .execute()
    expect((await figure('admin-procedures.on-time')).value).toBe(390)
  })
})

describe('the season', () => {
  test('is counted by block, report, finding and recommendation', async () => {
    const [first] = await twoVisited()
    await buildInspection(house, { campaign, unitCode: '11411', visitOn: '2026-07-22' })
    const params = (await house.as(planner).call(draftConclusion, { params: first })).ok()
    ;(await house.as(planner).call(submitConclusion, { params })).ok()
    const body = { number: '103', issuedOn: '2026-07-20' }
    ;(await house.as(standingDeputy).call(issueConclusion, { params, body })).ok()
    house.clock.set('2026-07-21T02:00:00Z')
    const season = await view(cityViewer)
    expect(season.coverage).toEqual([
      { block: 'Sở, ban, ngành', done: 0, planned: 0, all: 14 },
      { block: 'Phường', done: 2, planned: 3, all: 45 },
      { block: 'Xã, đặc khu', done: 0, planned: 0, all: 69 },
    ])
    expect(season.reports).toEqual({ expected: 3, onTime: 2, late: 0, missing: 1 })
    expect(season.recommendations).toEqual({ total: 2, verified: 0, remedied: 0, open: 2, overdue: 0, extended: 0 })
    expect(season.units.map((unit) => [unit.unitName, unit.report, unit.shortcomings, unit.conclusionCode])).toEqual([
      ['Phường Đông Hải', 'missing', 0, null],
      ['Phường Hải Dương', 'on-time', 1, null],
      ['Phường Lê Chân', 'on-time', 2, '103/TB-SNV'],
    ])
    const { rows } = await sql<{ found: number }>`select count(*) as found from findings`.execute(house.owner)
    const heat = season.heat.rows.flatMap(({ counts }) => counts)
    expect(heat.reduce((sum, cell) => sum + cell.strengths + cell.shortcomings, 0)).toBe(rows[0]!.found)
    expect(season.goodPractices).toMatchObject([{ unitName: 'Phường Lê Chân', text: 'Trả kết quả tại nhà' }])
    expect(season.shortcomings).toHaveLength(3)
    expect(season.actions).toEqual([])
  })

  test('is not for inspected units and the press', async () => {
    for (const person of [unitHead, press])
      expect((await house.as(person).call(getSynthesis, { params: campaign })).status).toBe(403)
    expect((await view(member)).actions).toEqual([])
    expect((await view(planner)).actions).toEqual(['edit', 'issue'])
  })

  test('tells of an unannounced inspection to nobody before it is made, and then to everybody', async () => {
    await twoVisited()
    const without = await view(otherPlanner)
    const { inspectionId } = await buildInspection(house, {
      campaign,
      kind: 'unannounced',
      state: 'ordered',
      unitCode: '11411',
      visitOn: '2026-07-16',
    })
    await tellCircle(house, inspectionId, planner)
    const enter = (state: string) =>
      house.owner.updateTable('inspections').set({ state }).where('inspectionId', '=', inspectionId).execute()
    for (const person of [otherPlanner, planner]) expect((await view(person)).units).toEqual(without.units)
    await enter('opened')
    expect((await view(otherPlanner)).units).toEqual(without.units)
    await enter('visited')
    for (const person of [otherPlanner, planner])
      expect((await view(person)).beyondPlan).toEqual({ unannounced: 1, thematic: 0 })
  })
})

describe('the report', () => {
  const words = (overview: string, revision = 0) => ({ revision, overview, assessment: 'Khá', proposals: '- Đề nghị' })
  const save = (overview: string, revision = 0, person = planner) =>
    house.as(person).call(saveNarrative, { params: campaign, body: words(overview, revision) })
  const issue = (number: string, person = planner) =>
    house.as(person).call(issueSynthesis, { params: campaign, body: { number, issuedOn: '2026-07-20' } })

  test('two people save its words: one stands, the other sees both', async () => {
    const answers = await Promise.all([save('Một'), save('Hai', 0, otherPlanner)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const kept = await house.owner.selectFrom('synthesisNarratives').selectAll().executeTakeFirstOrThrow()
    expect(kept.revision).toBe(1)
    const details = answers.find(({ status }) => status === 409)!.error!.details as {
      theirs: { overview: string; revision: number }
      yours: { overview: string }
    }
    expect(details.theirs).toMatchObject({ overview: kept.overview, revision: 1 })
    expect([details.theirs.overview, details.yours.overview].sort()).toEqual(['Hai', 'Một'])
    const again = (await save('Ba', 1)).ok()
    expect(again.narrative).toMatchObject({ revision: 2, overview: 'Ba', savedBy: 'Thư ký Đoàn' })
    expect((await save('x', 0, member)).status).toBe(403)
  })

  test('prints the figures of the screen, and stays as issued', async () => {
    const [first] = await twoVisited()
    ;(await save('Tình hình chung')).ok()
    const draft = (await house.as(planner).call(getSynthesisPaper, { params: campaign })).ok()
    expect(draft.documentId).toBeNull()
    const issued = (await issue('12')).ok()
    expect(issued).toMatchObject({ issued: { number: '12/BC-SNV', issuedOn: '2026-07-20' }, actions: [] })
    await house.owner.deleteFrom('inspections').where('inspectionId', '=', first.inspectionId).execute()
    const { paper, documentId } = (await house.as(cityViewer).call(getSynthesisPaper, { params: campaign })).ok()
    expect(documentId).toBe(issued.issued!.documentId)
    expect(paper.blocks).toEqual(draft.paper.blocks)
    const { value } = await extractRawText({
      buffer: (await house.as(cityViewer).call(downloadSynthesisPaper, { params: campaign })).raw,
    })
    for (const printed of [
      'Số: 12/BC-SNV',
      'Kính gửi: Ủy ban nhân dân thành phố Hải Phòng',
      'Tình hình chung',
      '1.175 hồ sơ',
      '90,38%',
      'tính lại từ tổng số của 02 đơn vị',
      'bình quân 01 đơn vị; thiếu số liệu của 01 đơn vị',
      'Còn 20 hồ sơ đất đai quá hạn; Còn 115 hồ sơ đất đai quá hạn',
    ])
      expect(value).toContain(printed)
    expect((await save('Sửa', 1)).error?.code).toBe('wrong-state')
  })

  test('goes out once, however many clerks press at once', async () => {
    const answers = await Promise.all([issue('12'), issue('13', standingDeputy), issue('14', otherPlanner)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await house.owner.selectFrom('documents').selectAll().execute()).toHaveLength(1)
  })
})
