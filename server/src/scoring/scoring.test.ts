import { listAttachments } from '@cchc/domain/evidence/contract.ts'
import { sampleSheet } from '@cchc/domain/scoring/cases/sheet.ts'
import * as results from '@cchc/domain/scoring/results-contract.ts'
import { ScoringExport } from '@cchc/domain/scoring/results-contract.ts'
import * as scores from '@cchc/domain/scoring/scores-contract.ts'
import * as sheets from '@cchc/domain/scoring/sheet-contract.ts'
import { sql } from 'kysely'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherUnitHead,
  otherUnitOfficer,
  planner,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { openSender } from '../../test/upload.ts'
import { rate, visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
let campaign: BuiltCampaign
let inspectionId: string
/** A unit that is scored beside the first: Phường Hải Dương. */
let second: string

beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  const desk = visitDesk(house, campaign)
  house.clock.set('2026-07-15T01:05:00Z')
  inspectionId = await desk.openVisit()
  second = (await buildInspection(house, { campaign, unitCode: '10525', halfDay: 'afternoon' })).inspectionId
  await house.owner
    .insertInto('answers')
    .values({
      selfReportId: (await selfReport()).selfReportId,
      itemKey: 'admin-procedures.satisfaction',
      value: '96.5',
      revision: 1,
      savedBy: house.personId(unitOfficer),
      savedAt: '2026-07-09T02:00:00Z',
    })
    .execute()
})
afterAll(() => house.close())

const selfReport = () =>
  house.owner.selectFrom('selfReports').selectAll().where('inspectionId', '=', inspectionId).executeTakeFirstOrThrow()
const call = (person: TestPerson) => house.as(person)
const read = async (person: TestPerson, id = inspectionId) =>
  (await call(person).call(scores.getUnitScoring, { params: { inspectionId: id } })).ok()
const criterionOf = (view: scores.UnitScoring, key: string) =>
  view.groups.flatMap(({ criteria }) => criteria).find(({ criterion }) => criterion.key === key)!

type Writing = typeof scores.saveSelfScore | typeof scores.saveTeamScore | typeof scores.saveAgreedScore
const give = (
  person: TestPerson,
  entry: Writing,
  criterionKey: string,
  score: { points?: number | null; choiceKey?: string | null; text?: string; revision?: number },
  id = inspectionId,
) =>
  call(person).call(entry, {
    params: { inspectionId: id, criterionKey },
    body: { revision: 0, points: null, choiceKey: null, text: '', ...score },
  })
type Moving = typeof scores.sendSelfScores
const move = async (person: TestPerson, entry: Moving, reason = '', id = inspectionId) => {
  const { revision } = await read(person, id)
  return call(person).call(entry, { params: { inspectionId: id }, body: { revision, reason } })
}

test('while a campaign has no sheet it is not scored, and says so', async () => {
  for (const person of [planner, unitOfficer]) {
    expect((await call(person).call(scores.listScorings, { params: campaign })).ok()).toEqual({
      sheet: null,
      units: [],
    })
    const answer = await call(person).call(scores.getUnitScoring, { params: { inspectionId } })
    expect(answer.error?.code).toBe('no-scoring-sheet')
  }
  const answer = await call(planner).call(results.getScoringResults, { params: campaign })
  expect(answer.error?.code).toBe('no-scoring-sheet')
})

test('a sheet is drafted, published and then stands; what is wrong keeps it from being published', async () => {
  const draft = (await call(planner).call(sheets.createSheet, { params: campaign, body: { from: null } })).ok()
  const params = { sheetId: draft.version.sheetId }
  expect((await call(planner).call(sheets.createSheet, { params: campaign, body: { from: null } })).error?.code).toBe(
    'sheet-draft-already',
  )
  const broken = await call(planner).call(sheets.publishSheet, { params, body: { revision: 0 } })
  expect([broken.status, broken.error?.code]).toEqual([422, 'sheet-broken'])
  const saved = (await call(planner).call(sheets.saveSheet, { params, body: { revision: 0, sheet: sampleSheet } })).ok()
  const stale = await call(planner).call(sheets.saveSheet, { params, body: { revision: 0, sheet: sampleSheet } })
  expect([stale.status, (stale.error!.details as { theirs: sheets.SheetView }).theirs.sheet.title]).toEqual([
    409,
    sampleSheet.title,
  ])
  const { revision } = saved.version
  const published = (await call(planner).call(sheets.publishSheet, { params, body: { revision } })).ok()
  expect(published.version).toMatchObject({ state: 'published', version: 1, criterionCount: 4 })
  expect(
    (await call(planner).call(sheets.saveSheet, { params, body: { revision, sheet: sampleSheet } })).error?.code,
  ).toBe('sheet-not-draft')
  const id = sql.lit(params.sheetId)
  for (const statement of [
    sql`update scoring_sheets set content = '{}' where sheet_id = ${id}`,
    sql`update scoring_sheets set state = 'draft', published_at = null where sheet_id = ${id}`,
    sql`delete from scoring_sheets where sheet_id = ${id}`,
  ])
    await expect(statement.execute(house.owner)).rejects.toMatchObject({ constraint: 'published_sheet_stands' })
})

test('a workbook of a sheet is read again as the same sheet; formulas in it are words', async () => {
  const { sheets: all } = (await call(planner).call(sheets.listSheets, { params: campaign })).ok()
  const file = await call(planner).call(sheets.downloadSheet, { params: { sheetId: all[0]!.sheetId } })
  const again = await call(planner).call(sheets.readSheetFile, {
    params: campaign,
    file: { name: 'phieu.xlsx', mediaType: 'x', bytes: file.raw },
  })
  const { sheet, problems } = again.ok()
  expect(problems).toEqual([])
  const plain = (groups: typeof sheet.groups) => groups.map(({ title, criteria }) => ({ title, criteria }))
  const expected = structuredClone(sampleSheet.groups)
  for (const { criteria } of expected)
    for (const { way } of criteria)
      if (way.kind === 'choice')
        way.choices = way.choices.map((choice, at) => ({ ...choice, key: ['co-dung-han', 'co-cham', 'khong'][at]! }))
  expect(plain(sheet.groups)).toEqual(plain(expected))
  const template = await call(planner).call(sheets.downloadSheetTemplate, { params: campaign })
  for (const [bytes, words] of [
    [template.raw, 'chưa có dòng nào'],
    [Buffer.from('Nhóm;Tiêu chí'), 'không phải bảng Excel'],
  ] as const) {
    const refused = await call(planner).call(sheets.readSheetFile, {
      params: campaign,
      file: { name: 'x.xlsx', mediaType: 'x', bytes },
    })
    expect([refused.error?.code, refused.error?.sentence]).toEqual(['unreadable-sheet', expect.stringContaining(words)])
  }
})

test('the unit scores itself on what it reported; nobody of the team sees it before it is sent', async () => {
  const open = await read(unitOfficer)
  expect(open).toMatchObject({ state: 'open', side: 'unit', actions: [], totals: { maximum: 8.5, computed: 5.06 } })
  expect(criterionOf(open, 'dung-han').computed).toMatchObject({ points: 3, value: 95.96 })
  const without = await give(unitOfficer, scores.saveSelfScore, 'dung-han', { points: 2 })
  expect(without.error?.code).toBe('reason-for-score')
  ;(await give(unitOfficer, scores.saveSelfScore, 'dung-han', { points: 3 })).ok()
  ;(await give(unitOfficer, scores.saveSelfScore, 'hai-long', { points: 2.06 })).ok()
  ;(await give(unitOfficer, scores.saveSelfScore, 'ke-hoach', { choiceKey: 'co' })).ok()
  expect((await give(unitOfficer, scores.saveSelfScore, 'ke-hoach', { choiceKey: 'la' })).error?.code).toBe(
    'no-such-choice',
  )
  expect((await give(unitOfficer, scores.saveSelfScore, 'sang-kien', { points: 1.5, text: 'x' })).error?.code).toBe(
    'points-out-of-range',
  )
  const lacking = await move(unitHead, scores.sendSelfScores)
  expect([lacking.error?.code, lacking.error?.sentence]).toEqual([
    'scores-lacking',
    expect.stringContaining('Sáng kiến'),
  ])
  ;(await give(unitOfficer, scores.saveSelfScore, 'sang-kien', { points: 1, text: 'Hai sáng kiến' })).ok()
  expect(criterionOf(await read(planner), 'dung-han').self).toBeNull()
  expect((await move(unitOfficer, scores.sendSelfScores)).status).toBe(403)
})

test('files back the unit’s own score: nobody else sees them before it is sent, and nobody adds any after', async () => {
  const { scoringId } = await read(unitOfficer)
  const sender = await openSender(house)
  const place = { ownerKind: 'scoring', ownerId: scoringId!, place: 'sang-kien' } as const
  const seen = async (person: TestPerson) =>
    (await call(person).call(listAttachments, { params: { inspectionId } })).ok().attachments.map(({ name }) => name)
  expect((await sender.begin(planner, place, 'x.txt', 4)).status).toBeGreaterThanOrEqual(400)
  expect((await sender.begin(unitOfficer, { ...place, place: 'la' }, 'x.txt', 4)).error?.code).toBe('no-such-criterion')
  const { attachmentId } = await sender.attach(unitOfficer, place, 'quyết định.txt', Buffer.from('Công nhận sáng kiến'))
  expect([await seen(unitOfficer), await seen(planner)]).toEqual([['quyết định.txt'], []])
  const rows = await house.within(planner, ({ db }) => db.selectFrom('attachments').select('attachmentId').execute())
  expect(rows.map((row) => row.attachmentId)).not.toContain(attachmentId)
  expect((await move(unitHead, scores.sendSelfScores)).ok().state).toBe('self-scored')
  expect(await seen(planner)).toEqual(['quyết định.txt'])
  expect((await sender.begin(unitOfficer, place, 'y.txt', 4)).error?.code).toBe('wrong-state')
  expect(criterionOf(await read(planner), 'dung-han').self).toMatchObject({ points: 3, by: unitOfficer.fullName })
  const late = await give(unitOfficer, scores.saveSelfScore, 'dung-han', { points: 2, text: 'y', revision: 1 })
  expect(late.status).toBe(409)
})

test('the team scores on what it verified, each member their field, unseen by the unit', async () => {
  const desk = visitDesk(house, campaign)
  ;(await desk.verify(planner, inspectionId, rate, { revision: 0, verified: 90, reason: 'Đếm lại sổ' })).ok()
  expect(criterionOf(await read(planner), 'dung-han').computed).toMatchObject({
    points: 1.5,
    figures: [
      { origin: 'verified', value: 90, reported: 95.96, verifiedReason: 'Đếm lại sổ', verifiedBy: planner.fullName },
    ],
  })
  expect(criterionOf(await read(unitOfficer), 'dung-han').computed).toMatchObject({ points: 3 })
  expect((await give(member, scores.saveTeamScore, 'ke-hoach', { choiceKey: 'co' })).error?.code).toBe('not-own-field')
  const needsWords = await give(member, scores.saveTeamScore, 'dung-han', { points: 1.5 })
  expect(needsWords.error?.sentence).toContain('khác điểm đơn vị tự chấm (3)')
  ;(await give(member, scores.saveTeamScore, 'dung-han', { points: 1.5, text: 'Theo sổ' })).ok()
  const stale = await give(planner, scores.saveTeamScore, 'dung-han', { points: 0, text: 'Khác' })
  expect([stale.status, (stale.error!.details as { theirs: scores.ScoreView }).theirs.points]).toEqual([409, 1.5])
  ;(await give(member, scores.saveTeamScore, 'hai-long', { points: 2.06 })).ok()
  ;(await give(planner, scores.saveTeamScore, 'ke-hoach', { choiceKey: 'co' })).ok()
  expect((await move(planner, scores.showTeamScores)).error?.code).toBe('scores-lacking')
  ;(await give(planner, scores.saveTeamScore, 'sang-kien', { points: 1, text: 'Đã xem' })).ok()
  for (const person of [unitOfficer, unitHead]) {
    expect(JSON.stringify(await read(person))).not.toContain('Theo sổ')
    const { changes } = (
      await call(person).call(scores.listScoreHistory, { params: { inspectionId, criterionKey: 'dung-han' } })
    ).ok()
    expect(changes.map(({ side }) => side)).toEqual(['self'])
    const rows = await house.within(person, ({ db }) =>
      db.selectFrom('scoreEntries').select('side').distinct().execute(),
    )
    expect(rows).toEqual([{ side: 'self' }])
  }
  expect((await call(otherUnitOfficer).call(scores.getUnitScoring, { params: { inspectionId } })).status).toBe(404)
  await expect(
    house.within(unitOfficer, ({ db, viewer, now }) =>
      db
        .insertInto('scoreEntries')
        .values((eb) => ({
          scoringId: eb.selectFrom('unitScorings').select('scoringId').limit(1),
          criterionKey: 'dung-han',
          side: 'team',
          revision: 2,
          points: 3,
          writtenBy: viewer.personId,
          writtenAt: now,
        }))
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
})

test('points given on figures that have changed must be given anew before they are shown', async () => {
  const desk = visitDesk(house, campaign)
  ;(await desk.verify(planner, inspectionId, rate, { revision: 1, verified: 85, reason: 'Đếm lần nữa' })).ok()
  expect(criterionOf(await read(planner), 'dung-han').overtaken).toBe(true)
  expect((await move(planner, scores.showTeamScores)).error?.sentence).toContain('số liệu đã đổi')
  ;(await give(member, scores.saveTeamScore, 'dung-han', { points: 1.5, text: 'Theo sổ', revision: 1 })).ok()
  const shown = (await move(planner, scores.showTeamScores)).ok()
  expect([shown.state, criterionOf(shown, 'dung-han').team?.revision]).toEqual(['appraised', 2])
})

test('once the minutes are closed, points rest on the figures that their newest version states', async () => {
  const figure = { itemKey: rate, verified: 85, reason: 'Đếm lần nữa', verifiedBy: planner.fullName }
  const frozen = {
    fingerprint: '0'.repeat(64),
    frozenBy: house.personId(planner),
    frozenAt: house.clock.now().toISOString(),
  }
  await house.owner
    .insertInto('minutesVersions')
    .values({
      ...frozen,
      inspectionId,
      version: 1,
      paper: '{}',
      present: '[]',
      findings: '[]',
      stated: JSON.stringify({ reported: '', figures: [figure] }),
    })
    .execute()
  await house.owner.updateTable('verifiedFigures').set({ verified: 70 }).where('itemKey', '=', rate).execute()
  expect(criterionOf(await read(planner), 'dung-han').computed).toMatchObject({ figures: [{ value: 85 }] })
})

test('the unit explains what differs, the office settles, and every change is kept', async () => {
  const seen = criterionOf(await read(unitOfficer), 'dung-han')
  expect(seen).toMatchObject({
    differs: true,
    team: { points: 1.5 },
    computed: { points: 1.5 },
    writable: ['explanation'],
  })
  expect((await move(unitHead, scores.sendExplanations)).error?.code).toBe('scores-lacking')
  const params = { inspectionId, criterionKey: 'dung-han' }
  const words = { revision: 0, text: 'Sổ thiếu tháng 3' }
  ;(await call(unitOfficer).call(scores.saveExplanation, { params, body: words })).ok()
  expect((await move(unitHead, scores.sendExplanations)).ok().state).toBe('explained')
  expect((await give(planner, scores.saveAgreedScore, 'dung-han', { points: 2 })).error?.code).toBe('reason-for-score')
  ;(await give(planner, scores.saveAgreedScore, 'dung-han', { points: 2, text: 'Chấp nhận một phần' })).ok()
  expect(criterionOf(await read(unitOfficer), 'dung-han').agreed).toBeNull()
  const agreed = (await move(planner, scores.agreeScores)).ok()
  expect(agreed).toMatchObject({ state: 'agreed', totals: { agreed: 7.06, team: 6.56, self: 8.06 } })
  expect((await move(planner, scores.reopenScoring)).error?.code).toBe('scores-lacking')
  expect((await move(planner, scores.reopenScoring, 'Ghi nhầm')).ok().state).toBe('explained')
  expect((await move(planner, scores.agreeScores)).ok().state).toBe('agreed')
  const { changes } = (await call(planner).call(scores.listScoreHistory, { params })).ok()
  expect(changes.map(({ side, from, to }) => [side, from, to])).toEqual([
    ['agreed', null, 2],
    ['explanation', null, null],
    ['team', 1.5, 1.5],
    ['team', null, 1.5],
    ['self', null, 3],
  ])
  const steps = (await read(unitHead)).steps.map(({ act }) => act)
  expect(steps).toEqual(['agree', 'reopen', 'agree', 'explain', 'show', 'send'])
  for (const table of ['score_entries', 'scoring_steps'])
    await expect(sql`delete from ${sql.table(table)}`.execute(house.owner)).rejects.toThrow('append-only')
})

test('screen, JSON and workbook of the results say the same, with the source of every point', async () => {
  const exported = ScoringExport.parse(
    (await call(cityViewer).call(results.exportScoringResults, { params: campaign })).ok(),
  )
  const screen = (await call(cityViewer).call(results.getScoringResults, { params: campaign })).ok()
  const file = await call(leader).call(results.downloadScoringResults, { params: campaign })
  const [totals, points, sources] = await readExcelFile(Buffer.from(file.raw))
  const unit = exported.units.find((one) => one.inspectionId === inspectionId)
  const other = exported.units.find((one) => one.inspectionId === second)
  expect(exported.completeness).toMatchObject({ agreed: 1, units: 2, sentence: expect.stringContaining('1/2 đơn vị') })
  expect(unit).toMatchObject({
    total: 7.06,
    maximum: 8.5,
    rank: { place: 1, tied: 1, of: 1 },
    agreedBy: planner.fullName,
  })
  expect(other).toMatchObject({ total: null, rank: null, points: [] })
  expect(unit!.points.find(({ criterionKey }) => criterionKey === 'dung-han')).toMatchObject({
    points: 2,
    agreed: {
      by: planner.fullName,
      reason: 'Chấp nhận một phần',
      basis: { value: 85, figures: [{ verified: 85, reported: 95.96 }] },
    },
    team: { points: 1.5, by: member.fullName },
    explanation: { text: 'Sổ thiếu tháng 3' },
  })
  expect(screen.units.map((one) => [one.unitName, one.total, one.points])).toEqual(
    exported.units.map((one) => [
      one.unitName,
      one.total,
      one.points.map(({ criterionKey, points: given }) => ({ criterionKey, points: given })),
    ]),
  )
  const rowOf = (sheet: typeof totals, name: string) => sheet!.data.find(([first]) => first === name)!
  for (const one of exported.units) {
    expect(rowOf(totals, one.unitName).slice(3, 5)).toEqual([one.total, one.maximum])
    const keys = points!.data.find(([first]) => first === 'Mã tiêu chí')!
    const row = rowOf(points, one.unitName)
    for (const { criterionKey, points: given } of one.points) expect(row[keys.indexOf(criterionKey)]).toBe(given)
    expect(row[2]).toBe(one.total)
  }
  const source = sources!.data.find(([name, key]) => name === unit!.unitName && key === 'dung-han')!
  expect(source.slice(3, 7)).toEqual([3, 2, expect.stringContaining('từ 95: 3'), 85])
  expect(sources!.data.flat()).toContain("'=SUM(A1) Sáng kiến")
  expect((await call(unitHead).call(results.getScoringResults, { params: campaign })).status).toBe(403)
})

test('a later version leaves the units scored under the earlier one with it', async () => {
  const { sheets: before } = (await call(planner).call(sheets.listSheets, { params: campaign })).ok()
  const from = before[0]!.sheetId
  const draft = (await call(planner).call(sheets.createSheet, { params: campaign, body: { from } })).ok()
  expect(draft.sheet).toEqual(sampleSheet)
  const params = { sheetId: draft.version.sheetId }
  ;(await call(planner).call(sheets.publishSheet, { params, body: { revision: 0 } })).ok()
  expect([(await read(planner)).sheet.version, (await read(planner, second)).sheet.version]).toEqual([1, 2])
  const { sheets: after } = (await call(planner).call(sheets.listSheets, { params: campaign })).ok()
  expect(after.map(({ version, state, unitsScored }) => [version, state, unitsScored])).toEqual([
    [2, 'published', 0],
    [1, 'replaced', 1],
  ])
  const other = await buildCampaign(house, { year: 2027, number: '1' })
  const { others } = (await call(planner).call(sheets.listSheets, { params: other })).ok()
  const copied = await call(planner).call(sheets.createSheet, { params: other, body: { from: others[0]!.sheetId } })
  expect(copied.ok().sheet.title).toBe('Phiếu chấm điểm thử năm 2027')
})

test('an unannounced inspection is never scored, not even by those who know of it', async () => {
  const before = (await call(planner).call(scores.listScorings, { params: campaign })).ok()
  const hidden = await buildInspection(house, {
    campaign,
    kind: 'unannounced',
    state: 'ordered',
    unitCode: '10525',
    visitOn: null,
  })
  await tellCircle(house, hidden.inspectionId, planner, leader)
  expect((await call(planner).call(scores.listScorings, { params: campaign })).ok()).toEqual(before)
  for (const person of [planner, leader, otherUnitHead]) {
    const answer = await call(person).call(scores.getUnitScoring, { params: { inspectionId: hidden.inspectionId } })
    expect(answer.error?.code).toBe('no-such-inspection')
  }
})
